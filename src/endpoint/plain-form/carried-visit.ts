import {createHmac, timingSafeEqual} from 'node:crypto';
import type {Opening, Visit} from '../../pages/plain-form/visit.js';
import {openingFrom} from '../../pages/plain-form/opening.js';

/** How long a page may stand open before its answers are shown again, freshly signed. */
const goodFor = 24 * 60 * 60 * 1000;

/** What a page brought back. `lost` was not signed by this endpoint as it is; only what its link may have said is read from it. */
export type Carried = {is: 'fresh' | 'expired'; visit: Visit} | {is: 'lost'; opening: Opening};

/** A visit as one field: base64url of its JSON, a dot, and the signature. */
export function carry(visit: Visit, key: Uint8Array): string {
  const text = Buffer.from(JSON.stringify(visit)).toString('base64url');
  return `${text}.${signature(text, key).toString('base64url')}`;
}

/** The visit that a page brought back at `now`. */
export function openCarried(carried: string, key: Uint8Array, now: Date): Carried {
  const [text = '', signed = ''] = carried.split('.');
  const visit = parsed(text);
  if (!isSigned(text, signed, key) || !isOfThisShape(visit)) return {is: 'lost', opening: openingOf(visit)};
  return {is: now.getTime() - Date.parse(visit.issuedAt) > goodFor ? 'expired' : 'fresh', visit};
}

function signature(text: string, key: Uint8Array): Buffer {
  // The label keeps what is signed here apart from all else that this key signs.
  return createHmac('sha256', key).update(`plain form\n${text}`).digest();
}

function isSigned(text: string, signed: string, key: Uint8Array): boolean {
  const given = Buffer.from(signed, 'base64url');
  const right = signature(text, key);
  return given.length === right.length && timingSafeEqual(given, right);
}

function isOfThisShape(visit: unknown): visit is Visit {
  return isObject(visit) && visit['shape'] === 1;
}

/** What the link had said, read as warily as a link itself. */
function openingOf(visit: unknown): Opening {
  const opening = isObject(visit) && isObject(visit['opening']) ? visit['opening'] : {};
  const said = new URLSearchParams();
  const names = {questionSet: 'question-set', language: 'lang', service: 'service', place: 'place', topic: 'topic', partner: 'partner', campaign: 'campaign'};
  for (const [part, name] of Object.entries(names)) {
    const value = opening[part];
    if (typeof value === 'string') said.set(name, value);
  }
  return openingFrom(said);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
