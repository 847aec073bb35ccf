import {isLanguageTag, isWebAddress} from './addresses.js';
import {charactersIn, isKeepable, isWritten} from './characters.js';
import type {Receipt} from './receipt.js';
import type {Service} from './service.js';

// What a browser needs to know of an answer before zod has come. The tests hold
// that these say the same as the schemas.

type Check = (value: unknown) => boolean;
type Row = readonly [Check, string];
type Table = Readonly<Record<string, Row>>;

const text = (maximum: number): Row => [
  (value) => typeof value === 'string' && isKeepable(value) && isWritten(value) && charactersIn(value) <= maximum,
  `text of 1 to ${maximum} characters`,
];
const address: Row = [(value) => typeof value === 'string' && isWebAddress(value), 'an https address'];
const flag: Row = [(value) => typeof value === 'boolean', 'true or false'];
const sentence = text(2000);

const roles = ['regulator', 'healthwatch', 'council', 'icb', 'provider', 'charity'];

const needed: Table = {
  name: text(200),
  role: [(value) => roles.includes(value as string), `one of ${roles.join(', ')}`],
  prescribedPerson: flag,
  privacyNotice: address,
  lawfulBasis: sentence,
  retention: sentence,
  readHours: sentence,
  replyWithin: sentence,
  whatHappens: sentence,
};

const shared: Table = {name: needed.name!, words: sentence};

const optional: Table = {
  privacyNoticeVersion: text(100),
  phone: text(100),
  relay: needed.name!,
  bsl: sentence,
  email: text(320),
  post: sentence,
  share: [
    (value) => isRecord(value) && Object.entries(value).every(([who, what]) => ['regulator', 'local', 'service'].includes(who) && !faultIn(what, shared)),
    'regulator, local and service, each with name and words',
  ],
  languages: [
    (value) => Array.isArray(value) && value.length > 0 && value.every((tag) => typeof tag === 'string' && isLanguageTag(tag)),
    'a list of language tags',
  ],
  keys: [(value) => Array.isArray(value) && value.every(isRecord), 'a list of keys'],
  contract: [(value) => typeof value === 'string', 'text'],
  isolated: flag,
};

/** The first fault of what should be a Receiver, by its field, or `undefined`. */
export function receiverFault(value: unknown): string | undefined {
  return faultIn(value, needed, optional);
}

/** Whether `value` is the receipt for the submission `id`. */
export function isReceipt(value: unknown, id: string): value is Receipt {
  return isRecord(value) && value.id === id && ['reference', 'receivedAt', 'token'].every((key) => typeof value[key] === 'string');
}

/** Whether `value` holds what is shown of a service. A later minor version may add kinds. */
export function isService(value: unknown): value is Service {
  return !faultIn(value, serviceNeeded, serviceOptional);
}

const words: Row = [(value) => typeof value === 'string', 'text'];
const serviceNeeded: Table = {id: words, name: words, level: words, status: [(value) => isRecord(value) && typeof value.kind === 'string', 'a status']};
const serviceOptional: Table = {
  town: words,
  postcode: words,
  kinds: [(value) => Array.isArray(value) && value.every((kind) => typeof kind === 'string'), 'a list of kinds'],
  isolated: flag,
};

function faultIn(value: unknown, needed: Table, optional: Table = {}): string | undefined {
  if (!isRecord(value)) return 'it is not an object';
  for (const [key, [check, what]] of [...Object.entries(needed), ...Object.entries(optional)]) {
    if (value[key] === undefined) {
      if (key in needed) return `${key} is missing`;
    } else if (!check(value[key])) return `${key} is not ${what}`;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
