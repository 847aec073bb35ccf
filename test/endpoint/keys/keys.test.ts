import {createHmac} from 'node:crypto';
import {readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {rotateSealingKey} from '../../../src/endpoint/keys/key-file.js';
import {openKeys} from '../../../src/endpoint/keys/keys.js';
import {keyPair, sealTo} from '../../support/endpoint/sealing.js';
import {temporaryFolder} from '../../support/endpoint/sqlite-worker.js';

const id = '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11';

describe('the key file', () => {
  it('is made at the first start for its owner alone, and read at the next', async () => {
    const file = join(temporaryFolder(), 'keys.json');
    const first = await openKeys(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const second = await openKeys(file);
    expect(second.publicKeys).toEqual(first.publicKeys);
    expect(second.referenceFor(id)).toBe(first.referenceFor(id));
    expect(second.tokenFor(id)).toBe(first.tokenFor(id));
    expect(second.formSigning).toEqual(first.formSigning);
  });

  it('is one, however many start at the same time, and leaves no drafts', async () => {
    const folder = temporaryFolder();
    const all = await Promise.all(Array.from({length: 10}, () => openKeys(join(folder, 'keys.json'))));
    expect(new Set(all.map((keys) => keys.referenceFor(id))).size).toBe(1);
    expect(new Set(all.map((keys) => keys.idsForService.hide(id))).size).toBe(1);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('gives out public parts only, marked for what they are for', async () => {
    const {publicKeys} = await openKeys(join(temporaryFolder(), 'keys.json'));
    expect(publicKeys).toEqual([
      {kty: 'EC', crv: 'P-256', x: expect.stringMatching(/^[\w-]{43}$/), y: expect.stringMatching(/^[\w-]{43}$/), kid: expect.any(String), use: 'enc', alg: 'ECDH-ES'},
    ]);
    const imported = await crypto.subtle.importKey('jwk', publicKeys[0] as JsonWebKey, {name: 'ECDH', namedCurve: 'P-256'}, true, []);
    expect(imported.type).toBe('public');
  });

  it.each([
    ['empty', ''],
    ['no JSON', 'keys'],
    ['without the key for references', JSON.stringify({sealing: [], formSigning: 'x'})],
    ['cut off', '{"sealing": [{"kty":'],
  ])('that is %s stops the start, is named with what to do, and stays as it is', async (_title, text) => {
    const file = join(temporaryFolder(), 'keys.json');
    await writeFile(file, text);
    await expect(openKeys(file)).rejects.toThrow(new RegExp(`key file ${file} is broken: .*\\n.*backup`));
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('that cannot be made is named, with the variable that names another', async () => {
    await expect(openKeys('/proc/nowhere/keys.json')).rejects.toThrow(/\/proc\/nowhere\/keys\.json.*\n.*CARE_KEYS/);
  });
});

describe('keys that are rotated', () => {
  const day = 24 * 60 * 60 * 1000;
  const start = Date.parse('2026-11-22T12:00:00Z');
  const after = (days: number) => new Date(start + days * day);

  it('give out only the new one, open for 90 days with those before, and change nothing else', async () => {
    const file = join(temporaryFolder(), 'keys.json');
    const before = await openKeys(file);
    const sealed = await sealTo(before.publicKeys[0]!, 'words');
    expect(await rotateSealingKey(file, after(0))).toEqual({old: 1, dropped: 0});
    const keys = await openKeys(file, () => after(89));
    expect(keys.publicKeys).toHaveLength(1);
    expect(keys.publicKeys[0]?.kid).not.toBe(before.publicKeys[0]?.kid);
    expect(await keys.openSealed(sealed)).toMatchObject({opened: true});
    expect(await keys.openSealed(await sealTo(keys.publicKeys[0]!, 'words'))).toMatchObject({opened: true});
    expect(keys.referenceFor(id)).toBe(before.referenceFor(id));
    expect(keys.formSigning).toEqual(before.formSigning);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('are dropped from the file once their 90 days are over, and open nothing from then on', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'keys.json');
    const first = (await openKeys(file)).publicKeys[0]!;
    const sealed = await sealTo(first, 'words');
    await rotateSealingKey(file, after(0));
    expect(await rotateSealingKey(file, after(60))).toEqual({old: 2, dropped: 0});
    expect(await (await openKeys(file, () => after(90))).openSealed(sealed)).toEqual({opened: false, because: 'unknown-key'});
    expect(await rotateSealingKey(file, after(90))).toEqual({old: 2, dropped: 1});
    expect(await readFile(file, 'utf8')).not.toContain(first.kid);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('are rotated by one at a time: whoever comes at the same moment is told, and no key is lost', async () => {
    const file = join(temporaryFolder(), 'keys.json');
    await openKeys(file);
    const results = await Promise.allSettled(Array.from({length: 5}, () => rotateSealingKey(file, after(0))));
    const done = results.filter(({status}) => status === 'fulfilled').length;
    for (const result of results) if (result.status === 'rejected') expect(String(result.reason)).toMatch(/being changed already[^]*keys\.json\.changing/);
    expect(done).toBeGreaterThan(0);
    expect((JSON.parse(await readFile(file, 'utf8')) as {sealing: object[]}).sealing).toHaveLength(1 + done);
  });
});

describe('keys that are rotated while an endpoint runs', () => {
  let now: number;
  let file: string;
  let logged: string[];
  beforeEach(() => {
    now = Date.parse('2026-11-22T12:00:00Z');
    file = join(temporaryFolder(), 'keys.json');
    logged = [];
  });
  const clock = () => new Date(now);
  const open = () => openKeys(file, clock, (line) => logged.push(line));
  const rotate = () => rotateSealingKey(file, clock());

  it('are given out at the next look, by every endpoint of the file, and those before go on opening', async () => {
    const endpoints = [await open(), await open()];
    const before = endpoints[0]!.publicKeys[0]!;
    const [sealed, reference] = [await sealTo(before, 'words'), endpoints[0]!.referenceFor(id)];
    await rotate();
    for (const keys of endpoints) {
      expect(keys.publicKeys).toEqual([before]);
      await keys.refresh();
      expect(keys.publicKeys).toHaveLength(1);
      expect(keys.publicKeys[0]!.kid).not.toBe(before.kid);
      expect(await keys.openSealed(sealed)).toMatchObject({opened: true});
      expect(await keys.openSealed(await sealTo(keys.publicKeys[0]!, 'words'))).toMatchObject({opened: true});
      expect(keys.referenceFor(id)).toBe(reference);
      expect(keys.hasFault()).toBe(false);
    }
    expect(endpoints[0]!.publicKeys).toEqual(endpoints[1]!.publicKeys);
    expect(logged).toEqual(['Feedback is sealed to a new key from now on.', 'Feedback is sealed to a new key from now on.']);
  });

  it('open what is sealed to the new one before the next look, and invented ones cause at most one look a second', async () => {
    const keys = await open();
    const invented = await sealTo((await keyPair()).publicKey, 'words');
    now += 1000;
    expect(await keys.openSealed(invented)).toEqual({opened: false, because: 'unknown-key'});
    await rotate();
    const sealed = await sealTo((await openKeys(file)).publicKeys[0]!, 'words');
    now += 999;
    for (const each of [invented, sealed, invented, sealed]) expect(await keys.openSealed(each)).toEqual({opened: false, because: 'unknown-key'});
    now += 1;
    expect(await Promise.all([keys.openSealed(sealed), keys.openSealed(invented), keys.openSealed(sealed)])).toMatchObject([{opened: true}, {opened: false}, {opened: true}]);
    expect(logged).toHaveLength(1);
  });

  const changed = async (change: (keys: {sealing: Record<string, unknown>[]}) => object) => JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')) as {sealing: Record<string, unknown>[]}));
  it.each([
    ['half written', async () => (await readFile(file, 'utf8')).slice(0, -20), /not the JSON/],
    ['empty', () => Promise.resolve(''), /not the JSON/],
    ['of other secrets', () => changed((keys) => ({...keys, reference: Buffer.alloc(32).toString('base64url')})), /"reference" or "formSigning" is another/],
    ['one in which a key is missing that was given out', () => changed(({sealing, ...keys}) => ({...keys, sealing: [{...sealing[0], kid: 'other'}]})), /is not in it/],
    ['one with nothing to seal to', () => changed(({sealing, ...keys}) => ({...keys, sealing: sealing.map((key) => ({...key, retiredAt: '2026-11-22T12:00:00.000Z'}))})), /no key in it/],
    ['gone', () => Promise.resolve(undefined), /not there/],
  ])('stay in use where the file is %s, which is said once, until it can be used again', async (_title, text, reason) => {
    const keys = await open();
    const {publicKeys} = keys;
    const sealed = await sealTo(publicKeys[0]!, 'words');
    const whole = await readFile(file, 'utf8');
    const broken = await text();
    if (broken === undefined) await rm(file);
    else await writeFile(file, broken);
    for (let looks = 0; looks < 3; looks += 1) await keys.refresh();
    expect(keys.hasFault()).toBe(true);
    expect(logged).toEqual([expect.stringMatching(reason)]);
    expect(keys.publicKeys).toEqual(publicKeys);
    expect(await keys.openSealed(sealed)).toMatchObject({opened: true});
    expect(await readFile(file, 'utf8').catch(() => undefined)).toBe(broken);
    await writeFile(`${file}.whole`, whole);
    await rename(`${file}.whole`, file);
    await rotate();
    await keys.refresh();
    expect(keys.hasFault()).toBe(false);
    expect(logged).toHaveLength(3);
    expect(keys.publicKeys).not.toEqual(publicKeys);
  });

  it('may lose those of 90 days ago', async () => {
    await open();
    await rotate();
    const keys = await open();
    now += 90 * 24 * 60 * 60 * 1000;
    expect(await rotate()).toMatchObject({dropped: 1});
    await keys.refresh();
    expect(keys.hasFault()).toBe(false);
  });
});

describe('a reference', () => {
  it('is the first 80 bits of the HMAC of the id in small letters, in Crockford’s base 32', async () => {
    const file = join(temporaryFolder(), 'keys.json');
    const keys = await openKeys(file);
    const {reference} = JSON.parse(await readFile(file, 'utf8')) as {reference: string};
    const first80 = createHmac('sha256', Buffer.from(reference, 'base64url')).update(id).digest().subarray(0, 10);
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let number = BigInt(`0x${first80.toString('hex')}`);
    let expected = '';
    for (let place = 0; place < 16; place += 1, number /= 32n) expected = (digits[Number(number % 32n)] ?? '') + expected;
    expect(keys.referenceFor(id).replaceAll('-', '')).toBe(expected);
    expect(keys.referenceFor(id.toUpperCase())).toBe(keys.referenceFor(id));
    expect(keys.referenceFor(id)).toMatch(/^(\w{4}-){3}\w{4}$/);
  });

  it('says nothing about the token', async () => {
    const keys = await openKeys(join(temporaryFolder(), 'keys.json'));
    const start = Buffer.from(keys.tokenFor(id), 'base64url').subarray(0, 10).toString('hex');
    expect(keys.referenceFor(id)).not.toBe(keys.referenceFor(`token ${id}`).slice(0, 0) + start);
    expect(keys.tokenFor(id)).not.toBe(keys.tokenFor('0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a12'));
  });
});
