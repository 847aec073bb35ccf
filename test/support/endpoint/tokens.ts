import {rights, type Access} from '../../../src/endpoint/access/access.js';
import {hashOfToken} from '../../../src/endpoint/access/inbox-access.js';
import type {TestEndpoint} from './endpoint.js';

let made = 0;

/** A token of this access, with every right unless it says others. */
export async function tokenFor({dependencies: {store}}: TestEndpoint, access: Partial<Access> = {}): Promise<string> {
  made += 1;
  const token = `an-example-token-as-long-as-a-real-one-${made}`;
  const result = await store.addToken({name: `example-${made}`, rights, scope: {}, ...access, hash: hashOfToken(token), madeAt: '2026-11-22T09:00:00.000Z'});
  if (result !== 'added') throw new Error(`The name ${access.name} is taken`);
  return token;
}

export const bearer = (token: string): {Authorization: string} => ({Authorization: `Bearer ${token}`});
