import type {Retention, Tidied} from '../store/retention-store.js';

const day = 24 * 60 * 60 * 1000;

/** For how many days things are kept; what has none is kept until somebody erases it. */
export interface KeepingDays {
  stories?: number | undefined;
  contacts?: number | undefined;
}

/** Removes all whose time is over at `now`, and leaves nothing of it in the store's own files. */
export async function tidy(store: Retention, {stories, contacts}: KeepingDays, now: Date): Promise<Tidied> {
  const total = {stories: 0, contacts: 0};
  if (stories === undefined && contacts === undefined) return total;
  const limits = {
    ...(stories === undefined ? {} : {storiesBefore: daysBefore(now, stories)}),
    ...(contacts === undefined ? {} : {contactsBefore: daysBefore(now, contacts)}),
  };
  for (let after: number | undefined = 0; after !== undefined;) {
    const tidied: Tidied & {next?: number} = await store.tidy({...limits, after});
    total.stories += tidied.stories;
    total.contacts += tidied.contacts;
    after = tidied.next;
  }
  if (total.stories + total.contacts > 0) await store.forget();
  return total;
}

/** What tidies once a day, however often it is asked; again at the next asking where it failed. */
export function dailyTidying({store, days, clock, log}: {store: Retention; days: KeepingDays; clock: () => Date; log: (line: string) => void}): () => Promise<void> {
  let isOwed = false;
  let last: number | undefined;
  let going: Promise<void> | undefined;

  async function tidyNow(): Promise<void> {
    const now = clock();
    try {
      // Removed before, but perhaps still in the store's files.
      if (isOwed) await store.forget();
      isOwed = true;
      await tidy(store, days, now);
      isOwed = false;
      last = now.getTime();
    } catch (error) {
      log(`Tidying did not end, and is tried again: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  return () => {
    const isDue = last === undefined || Math.abs(clock().getTime() - last) >= day;
    if (!isDue) return Promise.resolve();
    going ??= tidyNow().finally(() => (going = undefined));
    return going;
  };
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * day).toISOString();
}
