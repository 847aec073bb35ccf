import fc from 'fast-check';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import type {InboxSubmission, UnreadSubmission} from '../../../src/contract/inbox.js';
import type {Receipt} from '../../../src/contract/receipt.js';
import {uuidV7} from '../../../src/contract/uuid.js';
import {contactSealer} from '../../../src/endpoint/keys/contact-key.js';
import {exampleReceiver, exampleRight, exampleSubmission, inboxToken, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {signedIn} from '../../support/endpoint/team.js';
import {keyPair, postJose, postSealed, sealTo} from '../../support/endpoint/sealing.js';

let endpoint: TestEndpoint;

const receiptIn = async (response: Response) => (await response.json()) as Receipt;
const inbox = async () => ((await (await endpoint.inbox('?order=arrived')).json()) as {submissions: (InboxSubmission & Partial<UnreadSubmission>)[]}).submissions;
const contactOf = async (id: string) => (await endpoint.ask(`/v1/inbox/${id}/contact`, {headers: {Authorization: `Bearer ${inboxToken}`}})).json() as Promise<unknown>;
const publicKey = () => endpoint.dependencies.keys.publicKeys[0]!;

describe('a sealed submission', () => {
  beforeEach(async () => {
    endpoint = await openEndpoint();
    return () => endpoint.close();
  });

  it('is kept as if it had come readable, and nothing sets it apart', async () => {
    const submission = exampleSubmission({contact: {email: 'a@example.org'}});
    const response = await postSealed(endpoint, submission);
    expect(response.status).toBe(201);
    expect((await receiptIn(response)).id).toBe(submission.id);
    const {contact: _, ...rest} = submission as typeof submission & {contact: object};
    expect(await inbox()).toEqual([{...rest, state: 'unopened', urgency: 'none', receivedAt: '2026-11-22T12:00:00.000Z', hasContact: true}]);
  });

  it('gets the same receipt with 200 when the same bytes come again, are sealed anew, or come readable', async () => {
    const submission = exampleSubmission({right: exampleRight});
    const sealed = await sealTo(publicKey(), submission);
    const receipt = await receiptIn(await postJose(endpoint, sealed));
    await endpoint.restart();
    for (const again of [await postJose(endpoint, sealed), await postSealed(endpoint, submission), await endpoint.post(submission)]) {
      expect(again.status).toBe(200);
      expect(await receiptIn(again)).toEqual(receipt);
    }
    expect(await inbox()).toHaveLength(1);
  });

  it.each([['with a right', {right: exampleRight}], ['from before there were rights', {}]])('%s gives whoever sends its bytes nothing that opens it', async (_what, more) => {
    const sealed = await sealTo(publicKey(), exampleSubmission(more));
    for (const _time of ['first', 'again']) expect(await receiptIn(await postJose(endpoint, sealed))).toMatchObject({token: '', reference: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) as string});
  });

  it('sealed to a key that is not here is told to come back, never that it was wrong', async () => {
    const other = await keyPair();
    const response = await postJose(endpoint, await sealTo(other.publicKey, exampleSubmission()));
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThanOrEqual(60);
    expect((await problemIn(response)).type).toMatch(/unknown-key$/);
    expect(endpoint.logged.join()).toContain('CARE_KEYS');
    expect(await inbox()).toEqual([]);
  });

  it('is opened 90 days after its key was replaced, and told to come back later', async () => {
    const file = join(endpoint.folder, 'keys.json');
    const sealed = await sealTo(publicKey(), exampleSubmission());
    const keys = JSON.parse(await readFile(file, 'utf8')) as {sealing: object[]};
    const pair = await keyPair();
    await writeFile(file, JSON.stringify({...keys, sealing: [{...pair.publicKey, use: 'enc', alg: 'ECDH-ES', d: 'x'}, {...keys.sealing[0], retiredAt: '2026-08-25T12:00:00.000Z'}]}));
    const {openKeys} = await import('../../../src/endpoint/keys/keys.js');
    await endpoint.restart({keys: await openKeys(file, () => new Date('2026-11-23T11:59:59Z'))});
    expect(endpoint.dependencies.keys.publicKeys.map(({kid}) => kid)).toEqual(['elsewhere']);
    expect((await postJose(endpoint, sealed)).status).toBe(201);
    await endpoint.restart({keys: await openKeys(file, () => new Date('2026-11-23T12:00:00Z'))});
    expect((await postJose(endpoint, sealed)).status).toBe(503);
  });

  it.each([
    ['what is no JWE', () => Promise.resolve('a.b.c.d.e'), 'not-sealed'],
    ['nothing', () => Promise.resolve(''), 'not-sealed'],
    ['JSON', () => Promise.resolve(JSON.stringify(exampleSubmission())), 'not-sealed'],
    ['one without the name of its key', () => sealTo({...publicKey(), kid: undefined}, exampleSubmission()), 'not-sealed'],
    ['one that was packed', async () => withHeader(await sealTo(publicKey(), exampleSubmission()), {zip: 'DEF'}), 'not-sealed'],
    ['one of another kind', async () => withHeader(await sealTo(publicKey(), exampleSubmission()), {alg: 'dir'}), 'not-sealed'],
    ['one with a header that was changed', async () => withHeader(await sealTo(publicKey(), exampleSubmission()), {typ: 'x'}), 'does-not-open'],
    ['one that was cut off', async () => (await sealTo(publicKey(), exampleSubmission())).slice(0, -3), 'does-not-open'],
  ])('is refused with 400 where it is %s', async (_title, make, type) => {
    const response = await postJose(endpoint, await make());
    expect(response.status).toBe(400);
    expect((await problemIn(response)).type).toMatch(new RegExp(`${type}$`));
    expect(endpoint.logged).toEqual([]);
  });

  it('is taken up to 192 KiB, whatever is in it, and not read beyond', async () => {
    const sealed = await sealTo(publicKey(), 'x'.repeat(140 * 1024));
    expect((await postJose(endpoint, sealed)).status).toBe(201);
    expect((await postJose(endpoint, sealed + ' '.repeat(192 * 1024 - sealed.length + 1))).status).toBe(413);
  });

  it('of other content under an id that has arrived is kept beside the first, and its sender is done', async () => {
    const submission = exampleSubmission();
    const receipt = await receiptIn(await postSealed(endpoint, submission));
    const other = {...submission, answers: {...submission.answers, story: 'They were unkind.'}};
    const sealed = await sealTo(publicKey(), other);
    const beside = await postJose(endpoint, sealed);
    expect(beside.status).toBe(201);
    const second = await receiptIn(beside);
    expect(second.id).toBe(submission.id);
    expect(second.reference).not.toBe(receipt.reference);
    const again = await postJose(endpoint, sealed);
    expect(again.status).toBe(200);
    expect(await receiptIn(again)).toEqual(second);
    expect((await inbox()).map(({answers, quarantine, replaces}) => [answers['story'], quarantine, replaces])).toEqual([
      ['They were kind.', undefined, undefined],
      ['They were unkind.', 'other-content', submission.id],
    ]);
  });

  it('from a page that must not carry the form is kept, and says so', async () => {
    await endpoint.restart({receiver: {...exampleReceiver, isolated: true}});
    expect((await postSealed(endpoint, exampleSubmission())).status).toBe(201);
    expect(await inbox()).toMatchObject([{quarantine: 'isolation'}]);
  });
});

describe('what gives rights over a submission', () => {
  const comeBack = async (code: string) => (await endpoint.ask('/feedback/sent', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: new URLSearchParams({code, _do: 'show'}).toString()})).text();

  it('is in nothing that is kept, told, exported or answered, in whatever form it came, and opens what it came with', async () => {
    endpoint = await openEndpoint({}, {isNew: true});
    const rights = ['FITS', 'PLAN', 'ADDS', 'DASH', 'TEXT', 'VAST', 'LATE'].map((word) => word.replace('U', 'V').replaceAll('L', '1').replaceAll('I', '1').replaceAll('O', '0').padEnd(16, 'CANARY'));
    const [fits, plain, faulty, dashed, noJson, foreign, beside] = rights as [string, string, string, string, string, string, string];
    const told = (right: string, more: object = {}) => ({...exampleSubmission(), right, answers: {...exampleSubmission().answers, story: `A story of ${right.slice(0, 4)}.`}, ...more});
    const first = told(fits);
    const answers = [
      await postSealed(endpoint, first),
      await endpoint.post(told(plain)),
      await postSealed(endpoint, told(faulty, {colour: 'red'})),
      await postSealed(endpoint, told(`${dashed.slice(0, 8)}-${dashed.slice(8).toLowerCase()}`)),
      await postSealed(endpoint, `{"story": "A story of ${noJson.slice(0, 4)}.", "right" : "${noJson}", `),
      await postSealed(endpoint, told(foreign, {questionSet: {id: 'unknown', version: '1'}})),
      await postSealed(endpoint, told(beside, {id: first.id})),
    ];
    const seen = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({status}) => status)).toEqual(answers.map(() => 201));
    for (const right of rights) expect(await comeBack(right)).toContain(`A story of ${right.slice(0, 4)}.`);

    const rows = await inbox();
    expect(rows).toHaveLength(rights.length);
    for (const {id} of rows) seen.push(JSON.stringify(await contactOf(id)));
    const exported = await endpoint.ask('/v1/inbox/export?format=jsonl&contact=yes', {headers: {Authorization: `Bearer ${inboxToken}`}});
    seen.push(JSON.stringify(rows), await exported.text(), endpoint.logged.join());
    for (const path of rows.map(({id}) => `/inbox/${id}`)) seen.push(await (await endpoint.ask(path, {headers: {Authorization: `Bearer ${inboxToken}`}})).text());
    await endpoint.dependencies.store.close();
    for (const file of await readdir(endpoint.folder, {withFileTypes: true})) if (file.isFile()) seen.push(await readFile(join(endpoint.folder, file.name), 'latin1'));
    expect(seen.join().match(/CANARY/gi)).toEqual(null);
    await endpoint.close();
  });
});

describe('a sealed body that fails the checks', () => {
  beforeEach(async () => {
    endpoint = await openEndpoint();
    return () => endpoint.close();
  });

  it('of its question set is kept whole with its faults, and answered as any other', async () => {
    const submission = exampleSubmission({contact: {phone: '01632 960000'}, answers: {...exampleSubmission().answers, experience: 'so-so', when: '2027-11', mine: 'My own words.', risk: 'yes'}});
    const sealed = await sealTo(publicKey(), submission);
    const [first, again] = [await postJose(endpoint, sealed), await postJose(endpoint, sealed)];
    expect([first.status, again.status]).toEqual([201, 200]);
    const receipt = await receiptIn(first);
    expect(receipt.id).toBe(submission.id);
    expect(await receiptIn(again)).toEqual(receipt);
    const [kept] = await inbox();
    expect(kept).toMatchObject({quarantine: 'checks', urgency: 'immediate', answers: submission.answers, about: submission.about, hasContact: true});
    expect(kept?.faults?.map(({pointer}) => pointer)).toEqual(expect.arrayContaining(['/answers/experience', '/answers/when', '/answers/mine']));
    expect(kept).not.toHaveProperty('whole');
  });

  it('of a set that is not known here keeps the answers, people’s words apart from codes', async () => {
    expect((await postSealed(endpoint, exampleSubmission({questionSet: {id: 'later', version: '1'}, answers: {mood: 'good', story: 'They were kind.'}}))).status).toBe(201);
    expect(await inbox()).toMatchObject([{quarantine: 'checks', answers: {mood: 'good', story: 'They were kind.'}}]);
    const {default: Database} = await import('libsql');
    const database = new Database(`${endpoint.folder}/care-elements.db`);
    expect(database.prepare('SELECT question, text FROM stories').all([])).toEqual([{question: 'story', text: 'They were kind.'}]);
    database.close();
  });

  it('of the schema is kept as it came beside what could be read, its contact details apart', async () => {
    const {id, ...rest} = exampleSubmission();
    const submission = {...rest, id: id.toUpperCase(), colour: 'red', language: 5, answers: {...rest.answers, story: 'I want to die. \u0000', risk: 'yes'}, contact: {phone: '01632 960000', fax: 'CANARY'}};
    const response = await postSealed(endpoint, submission);
    expect(response.status).toBe(201);
    expect((await receiptIn(response)).id).toBe(id);
    const [kept] = await inbox();
    const {contact, ...whole} = submission;
    expect(kept).toMatchObject({id, quarantine: 'unreadable', urgency: 'immediate', about: submission.about, hasContact: true, whole: JSON.stringify(whole)});
    expect(kept).not.toHaveProperty('language');
    expect(kept?.answers).toEqual({...rest.answers, story: undefined, risk: 'yes'});
    expect(kept?.faults?.map(({pointer}) => pointer)).toEqual(expect.arrayContaining(['/colour', '/language', '/answers/story', '/contact/fax']));
    expect(JSON.stringify(kept)).not.toContain('CANARY');
    expect(await contactOf(id)).toEqual({whole: JSON.stringify(contact)});
    expect((await postSealed(endpoint, submission)).status).toBe(200);
  });

  it('is looked at soon where its words point to danger, though it cannot be read', async () => {
    await postSealed(endpoint, {answers: {story: 'I want to kill myself.'}});
    await postSealed(endpoint, 'I want to kill myself.');
    expect((await inbox()).map(({urgency}) => urgency)).toEqual(['concern', 'concern']);
  });

  it.each([
    ['text', 'They were kind.'],
    ['bytes that are no text', new Uint8Array([0xff, 0x00, 0x41])],
    ['a list', '["They were kind."]'],
    ...[501, 1000, 2000, 3000, 3500, 4000, 5000, 20_000].flatMap((depth) => [
      [`${depth} objects in each other`, `{"a":${'{"a":'.repeat(depth - 1)}1${'}'.repeat(depth)}`] as [string, string],
      [`${depth} lists in each other`, `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`] as [string, string],
    ]),
  ])('is %s: all of it is kept as contact details are, under the id outside', async (_title, content) => {
    const id = uuidV7(1_763_800_000_000, new Uint8Array(10).fill(7));
    for (const [status, key] of [[201, id], [200, `"${id.toUpperCase()}"`]] as const) {
      const response = await postSealed(endpoint, content, {'Idempotency-Key': key});
      expect(response.status).toBe(status);
      expect((await receiptIn(response)).id).toBe(id);
    }
    expect(await inbox()).toMatchObject([{id, quarantine: 'unreadable', whole: '', hasContact: true, faults: [{pointer: expect.any(String)}]}]);
    expect(await contactOf(id)).toEqual({whole: typeof content === 'string' ? content : '\ufffd\u0000A'});
  });

  it('without any id gets one that follows from what is in it', async () => {
    const receipts = await Promise.all(['one', 'one', 'two'].map(async (text) => receiptIn(await postSealed(endpoint, text))));
    expect(receipts[0]).toEqual(receipts[1]);
    expect(receipts[2]?.id).not.toBe(receipts[0]?.id);
    expect(await inbox()).toHaveLength(2);
  });

  it('stands in the team’s inbox with why and where, as words and never as a page of its own', async () => {
    const evil = '<script>alert(1)</script>';
    const {id} = await receiptIn(await postSealed(endpoint, {id: exampleSubmission().id, [evil]: 1, answers: {story: evil}, contact: evil}));
    const member = await signedIn(endpoint);
    const [list, page] = [await (await member.get('/inbox')).text(), await (await member.get(`/inbox/${id}`)).text()];
    for (const html of [list, page]) {
      expect(html).toContain('a machine could not read it as feedback');
      expect(html).not.toContain('<script>alert');
    }
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('is not a known key');
    const opened = await (await member.post(`/inbox/${id}/contact`)).text();
    expect(opened).toContain('They could not be read. This is what came:');
    expect(opened).not.toContain('<script>alert');
  });
});

describe('whatever is sealed', () => {
  beforeAll(async () => {
    endpoint = await openEndpoint();
  });
  afterAll(() => endpoint.close());

  it('is kept once and answered 201, then 200, and changes nothing of ours', async () => {
    const whole = exampleSubmission();
    const key = fc.constantFrom('id', 'answers', 'contact', 'about', 'source', 'questionSet', 'replaces', '__proto__', 'constructor', 'colour');
    const broken = fc.dictionary(key, fc.jsonValue({maxDepth: 4}), {noNullPrototype: true}).map((changes) => JSON.stringify({...whole, id: undefined, ...changes}));
    const content = fc.oneof(broken, fc.json(), fc.string({unit: 'binary'}), fc.uint8Array({minLength: 1}));
    await fc.assert(
      fc.asyncProperty(content, fc.uint8Array({minLength: 10, maxLength: 10}), async (inside, random) => {
        if (inside.length === 0) return;
        const headers = {'Idempotency-Key': uuidV7(0, random)};
        const sealed = await sealTo(publicKey(), inside);
        const first = await postJose(endpoint, sealed, headers);
        const again = await postJose(endpoint, sealed, headers);
        expect([200, 201]).toContain(first.status);
        expect(again.status).toBe(200);
        expect(await receiptIn(again)).toEqual(await receiptIn(first));
      }),
      {numRuns: 150},
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(endpoint.logged).toEqual([]);
    expect((await endpoint.inbox('?limit=500')).status).toBe(200);
  });
});

describe('contact details sealed to a key elsewhere', () => {
  afterEach(() => endpoint.close());

  it('lie readable nowhere: not in the database, not in the log, not in the inbox; the key’s holder opens them', async () => {
    const pair = await keyPair();
    endpoint = await openEndpoint({sealContact: await contactSealer(JSON.stringify(pair.publicKey))}, {isNew: true});
    const contact = {name: 'CANARY-7f3a', phone: 'CANARY-7f3a'};
    const sent = [exampleSubmission({contact}), exampleSubmission({contact}), exampleSubmission({contact: {...contact, fax: 'CANARY-7f3a'}})];
    expect((await endpoint.post(sent[0])).status).toBe(201);
    expect((await endpoint.post(sent[0])).status).toBe(200);
    expect((await postSealed(endpoint, sent[1])).status).toBe(201);
    expect((await postSealed(endpoint, sent[2])).status).toBe(201);
    expect((await postSealed(endpoint, 'CANARY-7f3a, and no JSON')).status).toBe(201);

    for (const {id, hasContact} of await inbox()) {
      expect(hasContact).toBe(true);
      const {sealed} = (await contactOf(id)) as {sealed: string};
      expect(JSON.stringify(await pair.open(sealed))).toContain('CANARY-7f3a');
    }
    const member = await signedIn(endpoint);
    expect(await (await member.post(`/inbox/${sent[0]!.id}/contact`)).text()).toContain('sealed to a key that this computer does not have');
    expect(await pair.open(((await contactOf(sent[0]!.id)) as {sealed: string}).sealed)).toEqual(contact);

    const {dependencies: {store}, folder} = endpoint;
    for (const name of ['care-elements.db', 'care-elements.db-wal']) expect(await readFile(join(folder, name), 'latin1')).not.toContain('CANARY');
    await store.close();
    expect(await readFile(join(folder, 'care-elements.db'), 'latin1')).not.toContain('CANARY');
    expect(endpoint.logged.join()).not.toContain('CANARY');
  });

  it.each([
    ['no JSON', 'key', /it is not JSON/],
    ['a key with its private part', JSON.stringify({kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: 'c'}), /private part/],
    ['a key of another kind', JSON.stringify({kty: 'RSA', n: 'a', e: 'AQAB'}), /"crv": "P-256"/],
    ['no point of the curve', JSON.stringify({kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA'}), /no point/],
  ])('stop the start where CARE_CONTACT_KEY is %s, with what to do', async (_title, key, reason) => {
    endpoint = await openEndpoint();
    await expect(contactSealer(key)).rejects.toThrow(reason);
    await expect(contactSealer(key)).rejects.toThrow(/CARE_CONTACT_KEY.*\n.*contact-key make FILE/);
  });
});

function withHeader(sealed: string, changes: Record<string, string>): string {
  const [header = '', ...rest] = sealed.split('.');
  const changed = {...(JSON.parse(Buffer.from(header, 'base64url').toString()) as object), ...changes};
  return [Buffer.from(JSON.stringify(changed)).toString('base64url'), ...rest].join('.');
}
