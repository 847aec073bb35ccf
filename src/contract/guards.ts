import {isLanguageTag, isWebAddress} from './addresses.js';
import {charactersIn, isKeepable, isWritten} from './characters.js';
import type {Receipt} from './receipt.js';
import type {Service} from './service.js';

// What a browser must know of an answer before zod has come. The tests hold
// that `receiverFault` and the schema agree.

type Check = (value: unknown) => boolean;
type Checks = Readonly<Record<string, Check>>;

const text = (maximum: number): Check => (value) => isText(value) && isKeepable(value) && isWritten(value) && charactersIn(value) <= maximum;
const oneOf = (...choices: string[]): Check => (value) => choices.includes(value as string);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTag: Check = (value) => isText(value) && isLanguageTag(value);
const isAddress: Check = (value) => isText(value) && isWebAddress(value);
const isName = text(200);
const isSentence = text(2000);
const isShare = oneOf('regulator', 'local', 'service');
const isSharer: Check = (value) => !faultIn(value, {name: isName, words: isSentence});

const neededOfReceiver: Checks = {
  name: isName,
  role: oneOf('regulator', 'healthwatch', 'council', 'icb', 'provider', 'charity'),
  prescribedPerson: isFlag,
  privacyNotice: isAddress,
  lawfulBasis: isSentence,
  retention: isSentence,
  readHours: isSentence,
  replyWithin: isSentence,
  whatHappens: isSentence,
};

const othersOfReceiver: Checks = {
  privacyNoticeVersion: text(100),
  phone: text(100),
  relay: isName,
  bsl: isSentence,
  email: text(320),
  post: isSentence,
  share: (value) => isRecord(value) && Object.entries(value).every(([who, what]) => isShare(who) && isSharer(what)),
  languages: (value) => listOf(isTag)(value) && (value as unknown[]).length > 0,
  keys: listOf(isRecord),
  contract: isText,
  isolated: isFlag,
};

/** The first fault of what should be a Receiver, naming its field, or `undefined`. */
export function receiverFault(value: unknown): string | undefined {
  return faultIn(value, neededOfReceiver, othersOfReceiver);
}

/** Whether `value` is the whole receipt of the submission `id`. */
export function isReceipt(value: unknown, id: string): value is Receipt {
  return isRecord(value) && value.id === id && !faultIn(value, {reference: isText, receivedAt: isText, token: isText});
}

/** Whether `value` holds what is shown of a service, in its right type. Looser than the schema: a later minor version may add kinds. */
export function isService(value: unknown): value is Service {
  return !faultIn(
    value,
    {id: isText, name: isText, level: isText, status: (status) => !faultIn(status, {kind: isText})},
    {town: isText, postcode: isText, kinds: listOf(isText), isolated: isFlag},
  );
}

function faultIn(value: unknown, needed: Checks, others: Checks = {}): string | undefined {
  if (!isRecord(value)) return 'it is no object';
  for (const [key, check] of Object.entries({...needed, ...others})) {
    const part = value[key];
    if (part !== undefined) {
      if (!check(part)) return `${key} cannot be ${JSON.stringify(part).slice(0, 99)}`;
    } else if (key in needed) return `${key} is missing`;
  }
  return undefined;
}
