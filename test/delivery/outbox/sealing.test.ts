import {compactDecrypt, exportJWK, generateKeyPair, type JWK} from 'jose';
import {describe, expect, it} from 'vitest';
import {encryptLocally, seal, decryptLocally} from '../../../src/delivery/outbox/sealing.js';

async function receiverWithKey(kid = 'newest') {
  const {publicKey, privateKey} = await generateKeyPair('ECDH-ES', {crv: 'P-256', extractable: true});
  const jwk: JWK = {...(await exportJWK(publicKey)), kid, use: 'enc', alg: 'ECDH-ES'};
  return {jwk, privateKey};
}

const text = JSON.stringify({story: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ · السلام · 👩🏽‍⚕️', empty: ''});

describe('sealing', () => {
  it('can be opened by the holder of the key, letter for letter, with a library of others', async () => {
    const {jwk, privateKey} = await receiverWithKey();
    for (const words of [text, '', 'x'.repeat(128 * 1024)]) {
      const {plaintext, protectedHeader} = await compactDecrypt(await seal(words, [jwk]), privateKey);
      expect(new TextDecoder().decode(plaintext) === words).toBe(true);
      expect(protectedHeader).toMatchObject({alg: 'ECDH-ES', enc: 'A256GCM', kid: 'newest'});
    }
  });

  it('takes the newest key that is for sealing', async () => {
    const {jwk, privateKey} = await receiverWithKey();
    const older = await receiverWithKey('older');
    const others = [{kty: 'RSA', n: 'x', e: 'AQAB'}, {...older.jwk, use: 'sig'}, {...older.jwk, alg: 'ECDH-ES+A256KW'}, {...older.jwk, crv: 'P-384'}];
    expect((await compactDecrypt(await seal(text, [...others, jwk, older.jwk]), privateKey)).protectedHeader.kid).toBe('newest');
  });

  it('is never the same twice, shows nothing of the words, and is open to nobody else', async () => {
    const {jwk} = await receiverWithKey();
    const [one, other] = [await seal(text, [jwk]), await seal(text, [jwk])];
    for (const [place, part] of one.split('.').entries()) if (place !== 1) expect(part).not.toBe(other.split('.')[place]);
    expect(Buffer.from(one.split('.')[3]!, 'base64url').includes('story')).toBe(false);
    await expect(compactDecrypt(one, (await receiverWithKey()).privateKey)).rejects.toThrow();
  });

  it('notices a changed letter', async () => {
    const {jwk, privateKey} = await receiverWithKey();
    const parts = (await seal(text, [jwk])).split('.');
    parts[3] = `${parts[3]!.startsWith('A') ? 'B' : 'A'}${parts[3]!.slice(1)}`;
    await expect(compactDecrypt(parts.join('.'), privateKey)).rejects.toThrow();
  });

  it.each([
    ['no key', []],
    ['a key of another kind', [{kty: 'RSA', n: 'x', e: 'AQAB'}]],
    ['a broken key', [{kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA'}]],
  ])('says so where there is %s', async (_what, keys) => {
    await expect(seal(text, keys)).rejects.toThrow();
  });

  it('fits the limit of the endpoint for the longest submission', async () => {
    const {jwk} = await receiverWithKey();
    expect((await seal('x'.repeat(128 * 1024), [jwk])).length).toBeLessThanOrEqual(192 * 1024);
  });
});

describe('hiding', () => {
  it('gives back the text to whoever holds the key, which nobody can take along', async () => {
    const hidden = await encryptLocally(text);
    expect(Buffer.from(hidden.body).includes('story')).toBe(false);
    expect(await decryptLocally(hidden)).toBe(text);
    await expect(crypto.subtle.exportKey('raw', hidden.key)).rejects.toThrow();
  });
});
