import {isComplaintAddress, isLanguageTag, isWebAddress} from './addresses.js';
import {anyText, flag, isRecord, isText, list, named, one, oneOf, shape, text} from './guarding.js';
import type {Receipt} from './receipt.js';
import type {Service} from './service.js';

// What a browser must know of an answer before zod has come. The tests hold
// that these and the schemas agree.

const name = text(200);
const sentence = text(2000);

const receiver = shape(
  {
    name,
    role: oneOf('regulator healthwatch council icb provider charity'),
    prescribedPerson: flag,
    privacyNotice: one((value) => isText(value) && isWebAddress(value)),
    lawfulBasis: sentence,
    retention: sentence,
    readHours: sentence,
    replyWithin: sentence,
    whatHappens: sentence,
  },
  {
    privacyNoticeVersion: text(100),
    dataComplaint: one((value) => isText(value) && isComplaintAddress(value)),
    phone: text(100),
    relay: name,
    bsl: sentence,
    email: text(320),
    post: sentence,
    share: named((key) => /^(regulator|local|service)$/.test(key), shape({name, words: sentence})),
    languages: list(one((value) => isText(value) && isLanguageTag(value)), 1),
    keys: list(one(isRecord)),
    contract: anyText,
    isolated: flag,
  },
);

const receipt = shape({id: anyText, reference: anyText, receivedAt: anyText, token: anyText});

// Looser than the schema: a later minor version may add kinds.
const service = shape(
  {id: anyText, name: anyText, level: anyText, status: shape({kind: anyText})},
  {town: anyText, postcode: anyText, kinds: list(anyText), isolated: flag},
);

/** The first fault of what should be a Receiver, by its JSON pointer, or `undefined`. */
export function receiverFault(value: unknown): string | undefined {
  return receiver(value, '');
}

/** Whether `value` is the whole receipt of the submission `id`. */
export function isReceipt(value: unknown, id: string): value is Receipt {
  return !receipt(value, '') && (value as Receipt).id === id;
}

/** Whether `value` holds what is shown of a service, in its right type. */
export function isService(value: unknown): value is Service {
  return !service(value, '');
}
