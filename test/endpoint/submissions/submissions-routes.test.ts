import {createHash} from 'node:crypto';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {InboxSubmission} from '../../../src/contract/inbox.js';
import type {Receipt} from '../../../src/contract/receipt.js';
import {canonicalJson} from '../../../src/endpoint/store/canonical-json.js';
import {joiningRepeats} from '../../../src/endpoint/store/join-repeats.js';
import {StoreUnavailable, type Store} from '../../../src/endpoint/store/store.js';
import {eventually} from '../../support/eventually.js';
import {exampleReceiver, exampleRight, exampleSubmission, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {putServices} from '../../support/store/put-services.js';

let endpoint: TestEndpoint;
beforeEach(async () => {
  endpoint = await openEndpoint();
});
afterEach(() => endpoint.close());

const receiptIn = async (response: Response) => (await response.json()) as Receipt;
const inboxOf = async (query?: string) => ((await (await endpoint.inbox(query)).json()) as {submissions: InboxSubmission[]}).submissions;

describe('a submission that is sent again', () => {
  it('gets the same receipt with 200, and stands in the inbox once', async () => {
    const submission = exampleSubmission();
    const first = await endpoint.post(submission);
    expect(first.status).toBe(201);
    const receipt = await receiptIn(first);
    expect(receipt).toEqual({
      id: submission.id,
      reference: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/),
      receivedAt: '2026-11-22T12:00:00.000Z',
      token: expect.stringMatching(/^[\w-]{43}$/),
    });
    const again = await endpoint.post(submission);
    expect(again.status).toBe(200);
    expect(await receiptIn(again)).toEqual(receipt);
    expect(await inboxOf()).toHaveLength(1);
  });

  it('gets the receipt of the first time after a restart, a day later', async () => {
    const submission = exampleSubmission();
    const receipt = await receiptIn(await endpoint.post(submission));
    await endpoint.restart({clock: () => new Date('2026-11-23T09:00:00Z')});
    const again = await endpoint.post(submission);
    expect(again.status).toBe(200);
    expect(await receiptIn(again)).toEqual(receipt);
  });

  it('is the same whatever the order of its keys and the case of its id', async () => {
    const submission = exampleSubmission();
    const receipt = await receiptIn(await endpoint.post(submission));
    const backwards = (part: object) => Object.fromEntries(Object.entries(part).reverse());
    const again = await endpoint.post(backwards({...submission, id: submission.id.toUpperCase(), answers: backwards(submission.answers)}));
    expect(again.status).toBe(200);
    expect(await receiptIn(again)).toEqual(receipt);
  });

  it('is kept once when many copies come at the same time', async () => {
    const submission = exampleSubmission();
    const responses = await Promise.all(Array.from({length: 20}, () => endpoint.post(submission)));
    expect(responses.map(({status}) => status).sort()).toEqual([...Array.from({length: 19}, () => 200), 201]);
    const receipts = await Promise.all(responses.map(async (response) => JSON.stringify(await response.json())));
    expect(new Set(receipts).size).toBe(1);
    expect(await inboxOf()).toHaveLength(1);
  });

  it('waits for the first that is on its way, takes no place of its own, and shares its fate', async () => {
    const {store} = endpoint.dependencies;
    let [came, asked] = [0, 0];
    let fails = true;
    const joining = joiningRepeats({...store, async save(submission) {
      asked += 1;
      await eventually(() => came % 20 === 0, 'all twenty to have come');
      if (fails) throw new StoreUnavailable('database or disk is full');
      return store.save(submission);
    }});
    const save: Store['save'] = (submission) => {
      came += 1;
      return joining.save(submission);
    };
    endpoint.dependencies.store = {...joining, save};
    const submission = exampleSubmission();
    const statuses = async () => (await Promise.all(Array.from({length: 20}, () => endpoint.post(submission)))).map(({status}) => status).sort();
    expect(await statuses()).toEqual(Array.from({length: 20}, () => 503));
    fails = false;
    expect(await statuses()).toEqual([...Array.from({length: 19}, () => 200), 201]);
    expect(asked).toBe(2);
    endpoint.dependencies.store = joiningRepeats(store);
    const other = {...submission, answers: {...submission.answers, story: 'They were unkind.'}};
    expect((await Promise.all([endpoint.post(submission), endpoint.post(other)])).map(({status}) => status)).toEqual([200, 422]);
  });

  it('is refused under the same id with other content, and the first stays as it was', async () => {
    const submission = exampleSubmission();
    await endpoint.post(submission);
    const response = await endpoint.post({...submission, answers: {...submission.answers, story: 'They were unkind.'}});
    expect(response.status).toBe(422);
    expect(await problemIn(response)).toMatchObject({type: expect.stringMatching(/conflict$/), errors: [{pointer: '/id'}]});
    expect((await inboxOf())[0]?.answers['story']).toBe('They were kind.');
  });
});

describe('a submission that corrects an earlier one', () => {
  it.each([['after it', false], ['before it, as a slow line may bring them', true]])('with the same right and %s is kept beside it, and the earlier says which replaced it', async (_when, comesFirst) => {
    const earlier = exampleSubmission({right: exampleRight});
    const later = exampleSubmission({replaces: earlier.id.toUpperCase(), right: exampleRight});
    for (const each of comesFirst ? [later, earlier] : [earlier, later]) expect((await endpoint.post(each)).status).toBe(201);
    const rows = await inboxOf('?order=arrived');
    expect(rows.map(({id, replaces, replacedBy, isReplacementProven}) => ({id, replaces, replacedBy, isReplacementProven})).sort((one) => (one.id === earlier.id ? -1 : 1))).toEqual([
      {id: earlier.id, replaces: undefined, replacedBy: later.id, isReplacementProven: undefined},
      {id: later.id, replaces: earlier.id, replacedBy: undefined, isReplacementProven: true},
    ]);
  });

  it.each([['no right', undefined, undefined], ['another right', exampleRight, '0000000000000000'], ['a right where the earlier has none', undefined, exampleRight], ['none where the earlier has one', exampleRight, undefined]])('with %s only says so: nothing of the earlier one follows it', async (_what, first, second) => {
    const earlier = exampleSubmission(first === undefined ? {} : {right: first});
    const claim = exampleSubmission({replaces: earlier.id, ...(second && {right: second})});
    await endpoint.post(earlier);
    await endpoint.post(claim);
    const rows = await inboxOf('?order=arrived');
    expect(rows.map(({id, replaces, replacedBy, isReplacementProven}) => ({id, replaces, replacedBy, isReplacementProven}))).toEqual([
      {id: earlier.id, replaces: undefined, replacedBy: undefined, isReplacementProven: undefined},
      {id: claim.id, replaces: earlier.id, replacedBy: undefined, isReplacementProven: false},
    ]);
  });

  it('is taken though the earlier one never arrived', async () => {
    const submission = exampleSubmission({replaces: '0197b2c4-0000-7cc2-9d0b-5f2f0d1f7a11'});
    expect((await endpoint.post(submission)).status).toBe(201);
  });
});

describe('what is kept', () => {
  it('comes back letter for letter, whatever the script', async () => {
    const story = [...'ਸਟਾਫ਼ ਦਿਆਲੂ ਸੀ।\r\n\tالطعام بارد\u200f. 👵🏾💊 '.repeat(1000)].slice(0, 20_000).join('');
    const submission = exampleSubmission({answers: {...exampleSubmission().answers, story, where: '\u202eward\u202c'}});
    expect((await endpoint.post(submission)).status).toBe(201);
    const [kept] = await inboxOf();
    expect(kept?.answers).toEqual(submission.answers);
    const {receivedAt: _, hasContact: __, urgency: ___, state: ____, ...rest} = kept!;
    expect(rest).toEqual(submission);
  });

  it('holds of the reference only its hash, and story and contact nowhere but in their tables', async () => {
    const {reference} = await receiptIn(await endpoint.post(exampleSubmission()));
    const {default: Database} = await import('libsql');
    const database = new Database(`${endpoint.folder}/care-elements.db`);
    const rows = database.prepare('SELECT hex(reference_hash) AS hash, coded FROM submissions').all([]) as {hash: string; coded: string}[];
    expect(rows[0]?.hash).toBe(createHash('sha256').update(reference).digest('hex').toUpperCase());
    expect(rows[0]?.coded).not.toContain('They were kind');
    database.close();
  });

  it('is known again by a hash that nobody can try contents against without the keys', async () => {
    const submission = exampleSubmission();
    await endpoint.post(submission);
    const kept = await endpoint.dependencies.store.received(submission.id);
    expect(kept?.contentHash).toHaveLength(32);
    expect(Buffer.from(kept!.contentHash)).not.toEqual(createHash('sha256').update(canonicalJson(submission)).digest());
  });

  it.each([
    ['immediate', {risk: 'yes'}],
    ['concern', {risk: 'unsure'}],
    ['concern', {relationship: 'staff', experience: 'poor'}],
    ['concern', {'also-staff': 'yes'}],
    ['concern', {'under-18': 'yes'}],
    ['concern', {topics: ['kindness', 'rights']}],
    ['none', {}],
  ])('is marked %s by the endpoint itself for %j, whatever the sender says', async (urgency, answers) => {
    const hint = urgency === 'none' ? 'immediate' : 'none';
    const sent = exampleSubmission({urgency: hint, answers: {...exampleSubmission().answers, ...answers}});
    expect((await endpoint.post(sent)).status).toBe(201);
    expect((await inboxOf())[0]?.urgency).toBe(urgency);
  });

  it('may be about a service that the endpoint does not know, a place, a topic, or several in order', async () => {
    const services = [{name: 'A home that is not listed', town: 'Exampleton'}, {id: 'RXQ02', name: 'Example Hospital'}];
    for (const about of [
      {kind: 'service', services: [services[0]]},
      {kind: 'pathway', services},
      {kind: 'place', place: {name: 'Exampleton'}},
      {kind: 'topic', topic: 'winter'},
    ]) {
      expect((await endpoint.post(exampleSubmission({about}))).status).toBe(201);
    }
  });

  it('may carry what the questions never asked for: share, contact, consent, helper, extensions', async () => {
    const extra = {
      questionSet: {id: 'quick', version: '1'},
      answers: {overall: 'good', risk: 'no'},
      share: ['local'],
      contact: {email: 'a@example.org', for: ['news']},
      consent: {notice: 'https://healthwatch.example/privacy', version: '1'},
      helper: {kind: 'interpreter', agreed: true},
      extensions: {'https://third.example/x': 'kept'},
    };
    expect((await endpoint.post(exampleSubmission(extra))).status).toBe(201);
    expect((await inboxOf())[0]).toMatchObject({helper: extra.helper, extensions: extra.extensions, share: ['local'], hasContact: true});
  });

  it('takes a date of tomorrow, since it is tomorrow somewhere already', async () => {
    expect((await endpoint.post(exampleSubmission({answers: {...exampleSubmission().answers, when: '2026-11-23'}}))).status).toBe(201);
  });
});

describe('a service that must be written about in the frame', () => {
  const isolated = {receiver: {...exampleReceiver, isolated: ['1-1000000001']}};

  it('is refused from the page itself and taken from everywhere else', async () => {
    await endpoint.restart(isolated);
    const refused = await endpoint.post(exampleSubmission());
    expect(refused.status).toBe(403);
    expect((await problemIn(refused)).type).toMatch(/isolation-required$/);
    for (const mode of ['isolated', 'plain', 'outreach']) {
      expect((await endpoint.post(exampleSubmission({source: {...exampleSubmission().source, mode}}))).status).toBe(201);
    }
  });

  it('is meant also when the owner named its provider or its ODS code', async () => {
    await endpoint.restart({receiver: {...exampleReceiver, isolated: ['1-1000000002', 'vxx07']}});
    await putServices(
      endpoint.dependencies.store,
      [
        {id: '1-1000000001', level: 'location', name: 'Example House', provider: {id: '1-1000000002'}, status: {kind: 'registered'}},
        {id: '1-1000000007', level: 'location', name: 'Example Surgery', odsCode: 'VXX07', status: {kind: 'registered'}},
      ],
      'example',
    );
    for (const id of ['1-1000000001', '1-1000000007', 'VXX07']) {
      expect((await endpoint.post(exampleSubmission({about: {kind: 'service', services: [{id, name: 'Example'}]}}))).status).toBe(403);
    }
    expect((await endpoint.post(exampleSubmission({about: {kind: 'service', services: [{id: '1-1000000009', name: 'Other'}]}}))).status).toBe(201);
  });

  it('still answers a repeat of what was taken before', async () => {
    const submission = exampleSubmission();
    await endpoint.post(submission);
    await endpoint.restart(isolated);
    expect((await endpoint.post(submission)).status).toBe(200);
  });
});

describe('a list of origins', () => {
  const listed = {receiver: {...exampleReceiver, origins: ['https://charity.example']}};
  const from = (origin: string) => ({headers: {'Content-Type': 'application/json', Origin: origin}});

  it('lets in those on it, the endpoint’s own pages and whoever is no page', async () => {
    await endpoint.restart(listed);
    expect((await endpoint.post(exampleSubmission(), from('https://charity.example'))).status).toBe(201);
    expect((await endpoint.post(exampleSubmission(), from('http://endpoint.example'))).status).toBe(201);
    expect((await endpoint.post(exampleSubmission())).status).toBe(201);
  });

  it('refuses others in a way that their page can read, and limits nothing but sending', async () => {
    await endpoint.restart(listed);
    for (const origin of ['https://other.example', 'null', 'https://charity.example.other.example']) {
      const response = await endpoint.post(exampleSubmission(), from(origin));
      expect(response.status).toBe(403);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect((await problemIn(response)).type).toMatch(/origin-refused$/);
    }
    expect((await endpoint.ask('/v1/receiver', {headers: {Origin: 'https://other.example'}})).status).toBe(200);
  });

  it('limits nobody when there is none', async () => {
    expect((await endpoint.post(exampleSubmission(), from('https://anything.example'))).status).toBe(201);
  });
});

describe('a store that fails', () => {
  it('is answered with 503 and a time to come back, and nothing of the submission is logged', async () => {
    const {store} = endpoint.dependencies;
    endpoint.dependencies.store = {...store, save: () => Promise.reject(new StoreUnavailable('database or disk is full'))};
    const response = await endpoint.post(exampleSubmission({contact: {name: 'SECRET'}}));
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThanOrEqual(5);
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
    expect(endpoint.logged).toEqual(['POST /v1/submissions: the store does not answer: database or disk is full']);
    endpoint.dependencies.store = store;
    expect((await endpoint.inbox()).status).toBe(200);
  });

  it('does not answer /readyz, while the process still lives', async () => {
    await endpoint.dependencies.store.close();
    expect((await endpoint.ask('/readyz')).status).toBe(503);
    expect((await endpoint.ask('/healthz')).status).toBe(200);
    expect((await endpoint.post(exampleSubmission())).status).toBe(503);
    expect((await endpoint.inbox()).status).toBe(503);
  });

  it('of its own making answers 500 and logs where it happened, not what was written', async () => {
    endpoint.dependencies.questionSets = {
      find() {
        throw new TypeError('SECRET words');
      },
    };
    const response = await endpoint.post(exampleSubmission());
    expect(response.status).toBe(500);
    expect(JSON.stringify([await problemIn(response), endpoint.logged])).not.toContain('SECRET');
    expect(endpoint.logged[0]).toMatch(/^POST \/v1\/submissions: failed: TypeError\n\s+at /);
  });
});
