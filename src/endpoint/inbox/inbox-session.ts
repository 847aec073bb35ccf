import {createHmac, randomBytes} from 'node:crypto';
import {deleteCookie, getSignedCookie, setSignedCookie} from 'hono/cookie';
import type {CookieOptions} from 'hono/utils/cookie';
import {accessByName, principalNamed, authenticate, type Principal} from '../access/authenticate.js';
import type {Dependencies} from '../dependencies.js';
import {isSecure} from '../http/public-origin.js';
import type {InboxContext} from './inbox-environment.js';
import {inboxPath} from './pages/inbox-frame.js';
import type {Session} from '../store/access-store.js';

const goodFor = 8 * 60 * 60;
const cookieName = 'care-inbox';

/** Keeps somebody of the team signed in, in this browser, until the session ends by itself. The token is not in it. */
export async function beginInboxSession(name: string, context: InboxContext): Promise<void> {
  const began = context.env.clock().getTime();
  const session: Session = {id: randomBytes(16).toString('hex'), name, began, until: began + goodFor * 1000};
  const text = Buffer.from(JSON.stringify(session)).toString('base64url');
  await setSignedCookie(context, cookieName, text, signingKey(context.env), {...cookieOptions(context), maxAge: goodFor});
}

/** Ends the session that a request carries, or every one of the same name, and takes it out of this browser. */
export async function endInboxSession(context: InboxContext, {everywhere}: {everywhere: boolean}): Promise<void> {
  const {store, clock} = context.env;
  const session = await sessionIn(context);
  if (session) await store.endSession(session, everywhere, clock().getTime());
  deleteCookie(context, cookieName, cookieOptions(context));
}

/** Who asks for a page: by the token itself, as the proxy names them, or by their session. */
export async function readerOf(context: InboxContext): Promise<Principal | undefined> {
  const {req, env} = context;
  const principal = await authenticate(req.raw, env);
  if (principal) return principal;
  const session = await sessionIn(context);
  if (!session) return undefined;
  // Looked up each time, so that a session ends when its token does, and in whatever browser it is carried.
  const [access, isEnded] = await Promise.all([accessByName(session.name, env), env.store.isSessionEnded(session)]);
  return access && !isEnded ? principalNamed(access, 'session', req.raw, env) : undefined;
}

async function sessionIn(context: InboxContext): Promise<Session | undefined> {
  const text = await getSignedCookie(context, signingKey(context.env), cookieName, prefixOf(context.env));
  if (!text) return undefined;
  const session = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Session;
  return session.until > context.env.clock().getTime() ? session : undefined;
}

/** The label keeps what is signed by it apart from all else; with the token's fingerprint in it, a new token ends every session. */
function signingKey({inbox, keys}: Dependencies): string {
  return createHmac('sha256', keys.formSigning).update('inbox session\n').update(inbox.fingerprint).digest('base64url');
}

/** No page of another origin of the same site, and nobody on the way, can set one whose name begins with `__Host-`. */
function prefixOf({origin}: Dependencies): 'host' | undefined {
  return origin?.startsWith('https:') ? 'host' : undefined;
}

function cookieOptions({req, env}: InboxContext): CookieOptions {
  const prefix = prefixOf(env);
  // Lax, so that a link in somebody's webmail finds them signed in; no browser sends it with another website's POST.
  const shared = {httpOnly: true, sameSite: 'Lax'} as const;
  return prefix ? {...shared, prefix} : {...shared, path: inboxPath, secure: isSecure(req.raw, env)};
}
