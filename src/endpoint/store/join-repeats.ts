import type {NewSubmission, Saved, Store} from './store.js';

/**
 * The same store, in which a repeat that comes while the first is on its way
 * waits for that one and takes no place of its own among what waits. Where
 * several endpoints share a database, the store's uniqueness does the rest.
 */
export function joiningRepeats(store: Store): Store {
  const onTheirWay = new Map<string, Promise<Saved>>();

  async function save(submission: NewSubmission): Promise<Saved> {
    const key = `${submission.id} ${Buffer.from(submission.contentHash).toString('base64url')}`;
    const first = onTheirWay.get(key);
    if (first) return asRepeat(await first);
    const saving = store.save(submission).finally(() => onTheirWay.delete(key));
    onTheirWay.set(key, saving);
    return saving;
  }

  return {...store, save};
}

function asRepeat(saved: Saved): Saved {
  return saved.result === 'kept' ? {...saved, result: 'repeated'} : saved;
}
