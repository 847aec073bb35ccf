/** The database in which every version of us keeps what waits. It is never upgraded, only succeeded. */
export const databaseName = 'care-elements-outbox-1';

/** What waits to be sent, as every version of us reads and writes it: no key is ever added or changed. */
export interface QueuedSubmission {
  id: string;
  /** Where it goes: the base address of an endpoint, or an action. */
  endpoint: string;
  kind: 'submission' | 'action';
  /** Sealed to the receiver; for an action the encrypted text, whose key lies beside it. In memory alone it may be the plain text. */
  body: string | Uint8Array<ArrayBuffer>;
  bodyType: 'application/jose' | 'application/json';
  /** In milliseconds since 1970, as far as anybody knew them then: older versions took the device's clock, which may be wrong. */
  createdAt: number;
  tries: number;
  /** When it may be tried again; `Infinity` where only its writer can decide. */
  nextAt: number;
}

/** What a day in four digits of years can be, in milliseconds. */
const [earliest, latest] = [-2_208_988_800_000, 253_402_214_400_000];

/**
 * Whether what lies in storage is what every version of us writes. Any script of the website can
 * put something else there, and a kind that a later version invents is that version's to send.
 */
export function isQueuedSubmission(value: unknown): value is QueuedSubmission {
  const {id, endpoint, kind, body, bodyType, createdAt, tries, nextAt} = (value ?? {}) as Record<keyof QueuedSubmission, unknown>;
  return typeof id === 'string' && typeof endpoint === 'string' && (kind === 'submission' || kind === 'action')
    && (typeof body === 'string' || body instanceof Uint8Array) && (bodyType === 'application/jose' || bodyType === 'application/json')
    && typeof createdAt === 'number' && createdAt >= earliest && createdAt <= latest
    && Number.isSafeInteger(tries) && Number(tries) >= 0
    && typeof nextAt === 'number' && nextAt >= earliest;
}
