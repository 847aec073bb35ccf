import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto';
import {accessByName, principalNamed, authenticate, type Principal} from '../access/authenticate.js';
import type {Dependencies, InboxAccess} from '../dependencies.js';
import type {Keys} from '../keys/keys.js';
import {isSecure} from '../http/public-origin.js';
import type {Session} from '../store/access-store.js';

const goodFor = 8 * 60 * 60;

type SessionDependencies = Pick<Dependencies, 'inbox' | 'keys' | 'clock' | 'store' | 'origin' | 'trustsProxy'>;

/** The header that keeps somebody of the team signed in, in this browser, until the session ends by itself. The token is not in it. */
export function beginInboxSession(name: string, request: Request, dependencies: SessionDependencies): string {
  const {inbox, keys, clock} = dependencies;
  const began = clock().getTime();
  const session: Session = {id: randomBytes(16).toString('hex'), name, began, until: began + goodFor * 1000};
  const text = Buffer.from(JSON.stringify(session)).toString('base64url');
  return cookie(`${text}.${signature(text, inbox, keys).toString('base64url')}`, goodFor, request, dependencies);
}

/** Ends the session that a request carries, or every one of the same name; and the header that takes it out of this browser. */
export async function endInboxSession(request: Request, {everywhere}: {everywhere: boolean}, dependencies: SessionDependencies): Promise<string> {
  const session = sessionIn(request, dependencies);
  if (session) await dependencies.store.endSession(session, everywhere, dependencies.clock().getTime());
  return cookie('', 0, request, dependencies);
}

/** Who asks for a page: by the token itself, as the proxy names them, or by their session. */
export async function readerOf(request: Request, dependencies: SessionDependencies): Promise<Principal | undefined> {
  const principal = await authenticate(request, dependencies);
  if (principal) return principal;
  const session = sessionIn(request, dependencies);
  if (!session) return undefined;
  // Looked up each time, so that a session ends when its token does, and in whatever browser it is carried.
  const [access, isEnded] = await Promise.all([accessByName(session.name, dependencies), dependencies.store.isSessionEnded(session)]);
  return access && !isEnded ? principalNamed(access, 'session', request, dependencies) : undefined;
}

function sessionIn(request: Request, {inbox, keys, clock, origin}: SessionDependencies): Session | undefined {
  const carried = new RegExp(`(?:^|;\\s*)${cookieName(origin)}=([\\w.-]+)`).exec(request.headers.get('Cookie') ?? '')?.[1];
  const [text = '', signed = ''] = carried?.split('.') ?? [];
  const [given, right] = [Buffer.from(signed, 'base64url'), signature(text, inbox, keys)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const session = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Partial<Session>;
  return isWhole(session) && session.until > clock().getTime() ? session : undefined;
}

/** One from before sessions had a number could not be ended, and so is none any more. */
function isWhole(session: Partial<Session>): session is Session {
  return session.id !== undefined && session.name !== undefined && session.began !== undefined && session.until !== undefined;
}

function signature(text: string, {fingerprint}: InboxAccess, {formSigning}: Keys): Buffer {
  // The label keeps what is signed here apart from all else that this key signs;
  // with the token's fingerprint in it, a new token ends every session.
  return createHmac('sha256', formSigning).update(`inbox session\n${text}\n`).update(fingerprint).digest();
}

/** No page of another origin of the same site, and nobody on the way, can set one whose name begins so. */
function cookieName(origin: string | undefined): string {
  return origin?.startsWith('https:') ? '__Host-care-inbox' : 'care-inbox';
}

function cookie(value: string, seconds: number, request: Request, dependencies: SessionDependencies): string {
  const name = cookieName(dependencies.origin);
  // Lax, so that a link in somebody's webmail finds them signed in; no browser sends it with another website's POST.
  return `${name}=${value}; Path=${name.startsWith('__Host-') ? '/' : '/inbox'}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure(request, dependencies) ? '; Secure' : ''}`;
}
