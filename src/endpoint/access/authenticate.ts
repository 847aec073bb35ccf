import type {Dependencies} from '../dependencies.js';
import {fromHeader, hashOfToken} from './inbox-access.js';
import {londonDay} from '../../locale/london-day.js';
import {ownersAccess, type Access} from './access.js';
import {holdsOn} from './authorise.js';

/** Somebody who asks for the inbox. */
export interface Principal {
  access: Access;
  /** As the log names them. */
  who: string;
  /** What says who they are. A browser adds a cookie and a proxy's sign-in to whatever any website makes it send, and never a token of ours. */
  by: 'token' | 'proxy' | 'session';
}

type WhoDependencies = Pick<Dependencies, 'inbox' | 'store' | 'clock'>;

/** The ways in which whoever runs the endpoint comes in. No token is made under these names. */
export const ownersNames: readonly string[] = ['inbox', 'link'];

/** As the log names whoever may run commands here. */
export const commandLine = 'command line';

/** What the holder of a token may see, while it holds; one that is wrong, ended or over is none of ours. */
export async function accessByToken(token: string, {inbox, store, clock}: WhoDependencies): Promise<Access | undefined> {
  const label = inbox.labelOf(token);
  return label === undefined ? whileItHolds(await store.tokenOf({hash: hashOfToken(token)}), clock()) : ownersAccess(label);
}

/** The same by the name that a session carries. */
export async function accessByName(name: string, {store, clock}: WhoDependencies): Promise<Access | undefined> {
  return ownersNames.includes(name) ? ownersAccess(name) : whileItHolds(await store.tokenOf({name}), clock());
}

/** Who sends a request: by the token that it carries, or as the proxy in front names them, where its header is configured. */
export async function authenticate(request: Request, dependencies: WhoDependencies): Promise<Principal | undefined> {
  const token = tokenIn(request);
  const access = token === undefined ? undefined : await accessByToken(token, dependencies);
  if (access) return principalNamed(access, 'token', request, dependencies);
  const user = userIn(request, dependencies);
  const own = user === undefined ? undefined : whileItHolds(await dependencies.store.tokenOf({name: user}), dependencies.clock());
  return own && {access: own, who: own.name, by: 'proxy'};
}

/** With the name that the proxy gives them beside that of a token which several may share. */
export function principalNamed(access: Access, by: Principal['by'], request: Request, dependencies: WhoDependencies): Principal {
  const user = userIn(request, dependencies);
  return {access, by, who: user === undefined || user === access.name ? access.name : `${access.name}: ${user}`};
}

/** The token that a request carries, right or wrong. */
export function tokenIn(request: Request): string | undefined {
  return /^Bearer +(.+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]?.trim();
}

function whileItHolds(access: Access | undefined, now: Date): Access | undefined {
  return access && holdsOn(access, londonDay(now)) ? access : undefined;
}

function userIn(request: Request, {inbox}: WhoDependencies): string | undefined {
  const said = inbox.userHeader === undefined ? null : request.headers.get(inbox.userHeader);
  return said === null ? undefined : fromHeader(said).trim().slice(0, 200) || undefined;
}
