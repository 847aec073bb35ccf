import {createHash, randomBytes} from 'node:crypto';
import type {InboxAccess} from '../dependencies.js';
import {isSameSecret} from '../http/is-same-secret.js';

/** Of a token that nobody finds by trying, in characters. */
export const leastTokenLength = 24;

// From the start until somebody has clicked; it stands on a screen and in its scrollback.
const codeGoodFor = 15 * 60 * 1000;

/** The way in for whoever holds `token`, and once for whoever has a code that was made here. */
export function openInboxAccess(token: string, {userHeader, clock = () => new Date()}: Pick<InboxAccess, 'userHeader'> & {clock?: () => Date} = {}): InboxAccess & {newCode(): string} {
  const endings = new Map<string, number>();
  return {
    labelOf: (offered) => ([offered, fromHeader(offered)].some((each) => isSameSecret(each, token)) ? 'inbox' : undefined),
    userHeader,
    fingerprint: hashOfToken(token),
    oneTimeCodes: {
      redeem(code) {
        const ending = endings.get(code);
        endings.delete(code);
        return ending !== undefined && clock().getTime() < ending;
      },
    },
    newCode() {
      const code = newToken();
      endings.set(code, clock().getTime() + codeGoodFor);
      return code;
    },
  };
}

/** As whoever keeps a token knows it, which itself is kept nowhere. */
export function hashOfToken(token: string): Uint8Array {
  return createHash('sha256').update(`inbox token\n${token}`).digest();
}

/** A token or code that nobody guesses. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** A header comes as Latin-1, whatever the bytes were meant to say. */
export function fromHeader(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}
