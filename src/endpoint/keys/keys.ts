import {createHmac} from 'node:crypto';
import {codeOf, grouped} from '../../contract/code.js';
import {stampOf} from '../commands/files.js';
import {hiddenIds, type HiddenIds} from '../access/hidden-ids.js';
import {PublicKey, readKeyFile, type KeyFile} from './key-file.js';
import {lookAtKeyFile} from './key-file-look.js';
import {createOpener, type Opener} from './open-sealed.js';

/** The endpoint's secrets, and what is made with them. */
export interface Keys {
  /** Those that are sealed to now. */
  publicKeys: readonly PublicKey[];
  /** Opens what was sealed to one of them, or to one before them. */
  openSealed: Opener;
  /** 32 bytes with which the plain form signs what it carries from page to page. */
  formSigning: Uint8Array;
  /** By which the same content is known again. Whoever has it without the keys cannot try what the content was. */
  contentHash(content: string): Uint8Array;
  /** The reference of a submission, such as `K7MQ-4TRD-9X2P-H6WC`: always the same for the same id. */
  referenceFor(id: string): string;
  /** What proves later that its holder sent this submission, where it carried no right of its own: always the same for the same id. */
  tokenFor(id: string): string;
  /** By which a submission is found by the right that it carried. Whoever has it without the keys cannot try what the right was. */
  rightHash(right: string): Uint8Array;
  /** The ids under which the service itself knows what was told about it. */
  idsForService: HiddenIds;
  /** Whether the file cannot be used as it is now, so that those read before are in use. */
  hasFault(): boolean;
}

/** The keys of a file into which another process may put a new one meanwhile. */
export interface LiveKeys extends Keys {
  /** Looks whether the file has changed. Where it cannot be used, the keys as they were stay in use. */
  refresh(): Promise<void>;
}

// A look takes no more than a question to the file system. Whoever asks with invented keys causes no more of them.
const betweenLooksForUnknownKeys = 1000;

/**
 * The keys in `file`, which is made when there is none. A file that is there is
 * not written to: with other keys nobody's reference would be found again.
 * A new key to seal to is taken while the endpoint runs, at a `refresh` or when
 * something comes that is sealed to it; secrets of another kind never are.
 *
 * @throws StartFault when the file cannot be read as keys.
 */
export async function openKeys(file: string, clock: () => Date = () => new Date(), log: (line: string) => void = () => undefined): Promise<LiveKeys> {
  let stamp = await stampOf(file).catch(() => undefined);
  let inUse = await readKeyFile(file);
  let keys = keysFrom(inUse, clock);
  let fault: string | undefined;
  // The first unknown key is looked for at once, however soon after the start.
  let lastLook = -Infinity;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    lastLook = clock().getTime();
    const seen = await lookAtKeyFile(file, inUse, fault === undefined ? stamp : undefined, clock());
    if (seen.found === 'same') return;
    if (seen.found === 'fault') {
      if (fault !== seen.reason) log(`The key file ${file} cannot be used as it is now: ${seen.reason}. The keys that were read before stay in use; a restart would need the file.`);
      fault = seen.reason;
      return;
    }
    if (fault !== undefined) log(`The key file ${file} can be used again.`);
    fault = undefined;
    const [before] = keys.publicKeys;
    ({keys: inUse, stamp} = seen);
    keys = keysFrom(inUse, clock);
    if (keys.publicKeys[0]?.kid !== before?.kid) log('Feedback is sealed to a new key from now on.');
  }

  const refresh = () => (looking ??= look().finally(() => (looking = undefined)));

  return {
    ...keys,
    get publicKeys() {
      return keys.publicKeys;
    },
    async openSealed(sealed) {
      const opened = await keys.openSealed(sealed);
      if (opened.opened || opened.because !== 'unknown-key') return opened;
      if (looking === undefined && Math.abs(clock().getTime() - lastLook) < betweenLooksForUnknownKeys) return opened;
      await refresh();
      return keys.openSealed(sealed);
    },
    hasFault: () => fault !== undefined,
    refresh,
  };
}

function keysFrom({sealing, reference, formSigning}: KeyFile, clock: () => Date): Omit<Keys, 'hasFault'> {
  const referenceKey = bytesOf(reference);
  return {
    // Parsed once more, which leaves the private part out.
    publicKeys: sealing.filter(({retiredAt}) => retiredAt === undefined).map((key) => PublicKey.parse(key)),
    openSealed: createOpener(sealing, clock),
    formSigning: bytesOf(formSigning),
    contentHash: (content) => keyed(referenceKey, `content\n${content}`),
    referenceFor: (id) => grouped(codeOf(keyed(referenceKey, id.toLowerCase()))),
    tokenFor: (id) => keyed(referenceKey, `token ${id.toLowerCase()}`).toString('base64url'),
    rightHash: (right) => keyed(referenceKey, `right ${right}`),
    idsForService: hiddenIds(keyed(referenceKey, 'ids for the service')),
  };
}

function keyed(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function bytesOf(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}
