import type {FormLink, PlainFormSession} from './pages/plain-form-session.js';
import {openingFrom} from './pages/opening.js';
import {openText, sealText} from '../http/sealed-text.js';

/** How long a page may stand open before its answers are shown again, freshly sealed. */
const goodFor = 24 * 60 * 60 * 1000;
/** And before nobody can go on from it: browsers write what was sent into files that others may find. */
const endsAfter = 7 * goodFor;

const purpose = 'a visit to the plain form';

/** What a page brought back. `lost` cannot be read, or not any more; only what its link may have said is. */
export type SealedSession = {is: 'fresh' | 'expired'; visit: PlainFormSession} | {is: 'lost'; opening: FormLink};

/**
 * A visit as one field: what its link said, readable, in base64url of its JSON; a dot; and all of it, sealed.
 * Whoever finds it in a file of the browser reads nothing that was told, and does not learn the right in it.
 */
export function sealSession(session: PlainFormSession, key: Uint8Array): string {
  const beside = Buffer.from(JSON.stringify(session.opening)).toString('base64url');
  return `${beside}.${sealText(JSON.stringify(session), {key, purpose, beside})}`;
}

/** The visit that a page brought back at `now`. */
export function openSession(carried: string, key: Uint8Array, now: Date): SealedSession {
  const [beside = '', sealed = ''] = carried.split('.');
  const visit = parsed(openText(sealed, {key, purpose, beside}));
  const age = isOfThisShape(visit) ? now.getTime() - Date.parse(visit.issuedAt) : Infinity;
  if (!isOfThisShape(visit) || age > endsAfter) return {is: 'lost', opening: openingOf(parsed(Buffer.from(beside, 'base64url').toString('utf8')))};
  return {is: age > goodFor ? 'expired' : 'fresh', visit};
}

function isOfThisShape(visit: unknown): visit is PlainFormSession {
  return isObject(visit) && visit['shape'] === 2;
}

/** What the link had said, read as warily as a link itself. */
function openingOf(opening: unknown): FormLink {
  const said = new URLSearchParams();
  const names = {questionSet: 'question-set', language: 'lang', service: 'service', place: 'place', topic: 'topic', partner: 'partner', campaign: 'campaign'};
  for (const [part, name] of Object.entries(names)) {
    const value = isObject(opening) ? opening[part] : undefined;
    if (typeof value === 'string') said.set(name, value);
  }
  return openingFrom(said);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
