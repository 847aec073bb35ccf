import {createHmac} from 'node:crypto';
import {codeOf, grouped} from '../contract/code.js';
import {PublicKey, readKeyFile, type KeyFile} from './key-file.js';
import {openerWith, type Opener} from './sealed-body.js';

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
  /** The right for what somebody tells on pages without script, of which only this endpoint knows: always the same for the same id. */
  rightFor(id: string): string;
}

/**
 * The keys in `file`, which is made when there is none. A file that is there is
 * not written to: with other keys nobody's reference would be found again.
 *
 * @throws StartFault when the file cannot be read as keys.
 */
export async function openKeys(file: string, clock: () => Date = () => new Date()): Promise<Keys> {
  return keysFrom(await readKeyFile(file), clock);
}

function keysFrom({sealing, reference, formSigning}: KeyFile, clock: () => Date): Keys {
  const referenceKey = bytesOf(reference);
  return {
    // Parsed once more, which leaves the private part out.
    publicKeys: sealing.filter(({retiredAt}) => retiredAt === undefined).map((key) => PublicKey.parse(key)),
    openSealed: openerWith(sealing, clock),
    formSigning: bytesOf(formSigning),
    contentHash: (content) => keyed(referenceKey, `content\n${content}`),
    referenceFor: (id) => grouped(codeOf(keyed(referenceKey, id.toLowerCase()))),
    tokenFor: (id) => keyed(referenceKey, `token ${id.toLowerCase()}`).toString('base64url'),
    rightHash: (right) => keyed(referenceKey, `right ${right}`),
    rightFor: (id) => codeOf(keyed(referenceKey, `right for ${id.toLowerCase()}`)),
  };
}

function keyed(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function bytesOf(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}
