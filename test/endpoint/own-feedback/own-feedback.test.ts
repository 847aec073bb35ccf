import {join} from 'node:path';
import Database from 'libsql';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {grouped} from '../../../src/contract/code.js';
import type {Receipt} from '../../../src/contract/receipt.js';
import {contactSealer, makeContactKey} from '../../../src/endpoint/keys/contact-key.js';
import {hashOfReference} from '../../../src/endpoint/access/reference.js';
import {createRateLimiter, type Rates} from '../../../src/endpoint/http/rate-limiter.js';
import type {Store} from '../../../src/endpoint/store/store.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {exampleSubmission, origin} from '../../support/endpoint/endpoint.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {toCheckAnswers} from '../../support/plain-form/page-person.js';
import {postSealed} from '../../support/endpoint/sealing.js';
import {readPage, type ReadPage} from '../../support/plain-form/page-reader.js';

let endpoint: FormEndpoint;
beforeEach(async () => {
  endpoint = await openFormEndpoint();
});
afterEach(() => endpoint.close());

const story = 'ਮੇਰੀ ਮਾਂ 🏥 They were <kind>.';
const contact = {name: 'Example Person', email: 'person@example.org'};

let rights = 0;

/** Somebody whose form knows a right of its own, which is the code that it shows them. */
async function send(changes: Record<string, unknown> = {}): Promise<Receipt & {code: string}> {
  rights += 1;
  const right = String(rights).padStart(16, '7P2QX4TRD9KH6WCM');
  const receipt = await sendAsBefore({right, ...changes});
  expect(receipt.token).toBe('');
  return {...receipt, code: grouped(String(changes['right'] ?? right))};
}

/** Somebody whose form is from before there were rights. */
async function sendAsBefore(changes: Record<string, unknown> = {}): Promise<Receipt> {
  const response = await endpoint.post(exampleSubmission({answers: {...exampleSubmission().answers, story}, ...changes}));
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}

/** The code that a page shows. */
function codeOn({html}: ReadPage): string {
  return /<code class="reference"[^>]*>(([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4})<\/code>/.exec(html)![1]!;
}

const rightOf = ({code}: {code: string}) => code.replaceAll('-', '');

type Came = ReadPage & {status: number};

async function come(fields: Record<string, string>, path = '/feedback/sent'): Promise<Came> {
  const response = await endpoint.ask(path, {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: new URLSearchParams(fields).toString()});
  return {...readPage(await response.text()), status: response.status};
}

const back = ({code}: {code: string}, deed = 'show') => come({code, _do: deed});
const backAsBefore = ({reference, token}: Pick<Receipt, 'reference' | 'token'>, deed = 'show') => come({reference, code: token, _do: deed});

/** As if everybody came from one address. */
async function limit(rates: Partial<Rates>): Promise<void> {
  const ample = {atOnce: 1000, perSecond: 1000};
  await endpoint.restart({rateLimiter: createRateLimiter(() => endpoint.now, {sending: ample, refusals: ample, comingBack: ample, wrongCodes: ample, failedSignIns: ample, aboutOneService: ample, sameWords: ample, ...rates})});
  const {rateLimiter} = endpoint.dependencies;
  const address = '192.0.2.1';
  endpoint.dependencies.rateLimiter = {...rateLimiter, waitToComeBack: (_from, id) => rateLimiter.waitToComeBack(address, id), waitAfterWrongCode: () => rateLimiter.waitAfterWrongCode(address)};
}

describe('Somebody with their receipt', () => {
  it('reads back everything that was kept, and that is recorded', async () => {
    const page = await back(await send({contact, share: ['regulator']}));
    expect(page.heading).toBe('What you sent');
    for (const part of ['Example House', story, 'Some good, some poor', 'October 2026', 'Example Regulator', 'Example Person', 'person@example.org', '22 November 2026']) expect(page.words).toContain(part);
    const database = new Database(join(endpoint.folder, 'care-elements.db'));
    expect(database.prepare('SELECT who, what FROM access_log').all([])).toEqual([{who: 'the person', what: 'opened-contact'}]);
    database.close();
  });

  it('is led there from the page that said it was received, without typing anything', async () => {
    const received = await (await toCheckAnswers(endpoint, '/feedback?service=1-1000000001', story)).press('Send');
    const ticket = received.page.controls.find(({name}) => name === 'ticket')!.value;
    expect((await come({ticket, _do: 'show'})).words).toContain(story);
    expect((await back({code: codeOn(received.page)})).words).toContain(story);
  });

  it('has on what they print where the code works, as the owner says or as they came', async () => {
    const printedOf = async () => {
      const {page} = await (await toCheckAnswers(endpoint, '/feedback?service=1-1000000001', story)).press('Send');
      return page.html.replace(/<form class="screen-only"[^]*?<\/form>/g, '');
    };
    const printed = await printedOf();
    expect(printed).toContain(`<code dir="ltr">${origin}/feedback/sent</code>`);
    expect(printed).toMatch(/<code class="reference" dir="ltr">[\w-]+<\/code>/);
    await endpoint.restart({origin: 'https://central.example'});
    expect(await printedOf()).toContain('<code dir="ltr">https://central.example/feedback/sent</code>');
  });

  it('may write the code as people do', async () => {
    const {code} = await send({right: '7P0QX1TRD9KH6WCM'});
    for (const written of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '–'), '7POQ-XITR-D9KH-6WCM', '7poq xltr d9kh 6wcm']) {
      expect((await back({code: written})).status).toBe(200);
    }
  });

  it('of before codes were enough alone goes on with reference and code, exactly as the code stands there', async () => {
    const receipt = await sendAsBefore();
    expect(receipt.token).toMatch(/^[\w-]{43}$/);
    expect((await backAsBefore({...receipt, token: ` ${receipt.token} `})).words).toContain(story);
    expect((await backAsBefore({...receipt, reference: receipt.reference.toLowerCase().replaceAll('-', ' ')})).status).toBe(200);
    expect((await come({reference: receipt.reference, token: receipt.token, _do: 'show'})).words).toContain(story);
    expect((await backAsBefore({...receipt, token: receipt.token.toUpperCase()})).status).toBe(403);
    expect((await back({code: receipt.token})).status).toBe(403);
    expect((await backAsBefore(receipt, 'erase')).heading).toBe('It is withdrawn');
    expect((await backAsBefore(receipt)).heading).toBe('Nothing of it is kept any more');
  });

  it('opens the newest version with the one code that all of them have', async () => {
    const first = await send();
    const right = rightOf(first);
    const second = await send({right, replaces: first.id, answers: {...exampleSubmission().answers, story: 'Second words.'}});
    await send({right, replaces: second.id, answers: {...exampleSubmission().answers, story: 'Third words.'}});
    expect((await back(first)).words).toContain('Third words.');
    expect((await back(first, 'erase')).heading).toBe('It is withdrawn');
    expect(await endpoint.arrived()).toEqual([]);
    expect((await back(first)).status).toBe(403);
  });

  it('corrects it: opened as it was, sent again, and linked, and the code opens and withdraws both', async () => {
    const first = await send({contact});
    const check = await back(first, 'correct');
    expect(check.heading).toMatch(/^Check your answers/);
    expect(check.words).toContain('Example Person');
    const state = (page: ReadPage) => page.controls.find(({name}) => name === '_state')!.value;
    const question = await come({_state: state(check), _change: /name="_change" value="([^"]*)" aria-label="Change your answer: What happened\?"/.exec(check.html)![1]!}, '/feedback');
    const changed = await come({_state: state(question), story: 'They were late.', _do: 'continue'}, '/feedback');
    expect(changed.words).toContain('They were late.');
    const received = await come({_state: state(changed), _do: 'send'}, '/feedback');
    expect(received.words).toContain('We keep both and read the newer one.');
    const [older, newer] = await endpoint.arrived();
    expect(newer).toMatchObject({replaces: first.id, answers: {story: 'They were late.', experience: 'mixed'}, hasContact: true});
    expect(older).toMatchObject({id: first.id, replacedBy: newer!.id, answers: {story}});
    expect(codeOn(received)).toBe(first.code);
    expect((await back(first)).words).toContain('They were late.');
    expect((await back(first, 'erase')).heading).toBe('It is withdrawn');
    expect(await endpoint.arrived()).toEqual([]);
  });

  it.each([
    ['1', {}],
    ['2', {'may-contact': 'yes', 'safe-reply': 'unsure'}],
  ])('keeps their contact details through a correction of what was told in version %s', async (version, answers) => {
    const first = await send({questionSet: {id: 'give-feedback', version}, answers: {...exampleSubmission().answers, ...answers}, contact});
    const check = await back(first, 'correct');
    await come({_state: check.controls.find(({name}) => name === '_state')!.value, _do: 'send'}, '/feedback');
    const [, newer] = await endpoint.arrived();
    expect(newer).toMatchObject({replaces: first.id, questionSet: {version}, answers, hasContact: true});
    expect(await endpoint.dependencies.store.openContact(newer!.id, {label: 'inbox', openedAt: '2026-11-22T12:00:00.000Z'})).toEqual(contact);
  });

  it('gets a code with the first correction of what was sent before there were any, and it withdraws both', async () => {
    const first = await sendAsBefore();
    const state = ({controls}: ReadPage) => controls.find(({name}) => name === '_state')!.value;
    const received = await come({_state: state(await backAsBefore(first, 'correct')), _do: 'send'}, '/feedback');
    const code = codeOn(received);
    expect((await back({code})).words).toContain(story);
    expect((await backAsBefore(first)).words).toContain('Something came later that corrects this.');
    expect((await back({code}, 'erase')).heading).toBe('It is withdrawn');
    expect(await endpoint.arrived()).toEqual([]);
    expect((await backAsBefore(first)).heading).toBe('Nothing of it is kept any more');
  });

  it('withdraws it after being asked once more, and is told what that does not reach', async () => {
    const receipt = await send({contact});
    const others = await send();
    const sure = await back(receipt, 'withdraw');
    expect(sure.heading).toBe('Do you want to withdraw what you sent?');
    expect(await endpoint.arrived()).toHaveLength(2);
    await endpoint.dependencies.store.record([{at: '2026-11-23T23:30:00.000Z', who: 'Example Worker', what: 'exported', detail: 'csv'}]);
    const done = await back(receipt, 'erase');
    expect(done.heading).toBe('It is withdrawn');
    expect(done.words).toContain('We keep its number, when you sent it and who opened it. None of your words.');
    expect(done.words).toContain('We cannot erase backups, or copies people made earlier. Ask us about those.');
    expect(done.words).toContain('were taken out on: 23 November 2026.');
    expect(done.words).not.toContain('Example Worker');
    expect((await endpoint.arrived()).map(({id}) => id)).toEqual([others.id]);
    expect(await endpoint.dependencies.store.openContact(receipt.id, {label: 'inbox', openedAt: '2026-11-22T12:00:00.000Z'})).toBeUndefined();
    expect((await endpoint.dependencies.store.reports({services: ['1-1000000001'], since: ''})).map(({id}) => id)).toEqual([others.id]);
    // The code went with what it opened.
    expect((await back(receipt)).status).toBe(403);
  });

  it('reads that contact details are sealed where they are, and that a correction needs them again', async () => {
    const {publicKey} = await makeContactKey();
    await endpoint.restart({sealContact: await contactSealer(publicKey)});
    const page = await back(await send({contact}));
    expect(page.words).toContain('They are sealed');
    expect(page.words).toContain('Give your contact details again there if you still want us to contact you.');
    expect((await back(await send())).words).not.toContain('Give your contact details again');
    expect(page.words).not.toContain('Example Person');
  });

  it('reads back what no form here fits, and may withdraw it', async () => {
    const {store, keys} = endpoint.dependencies;
    const {id} = exampleSubmission();
    await store.save({id, contentHash: new Uint8Array(32), referenceHash: hashOfReference(keys.referenceFor(id)), receivedAt: '2026-11-22T10:00:00.000Z', urgency: 'none', coded: {id, answers: {}}, stories: {tale: 'My tale.'}, quarantine: {reason: 'unreadable', whole: '{"tale":"My tale.","x":1}'}});
    const page = await backAsBefore({reference: keys.referenceFor(id), token: keys.tokenFor(id)});
    expect(page.words).toContain('My tale.');
    expect(page.words).toContain('"x":1');
    expect(page.html).not.toContain('value="correct"');
    expect(page.html).toContain('value="withdraw"');
  });
});

describe('Whoever has not the receipt', () => {
  it('cannot tell what is wrong, by the words or by what is done', async () => {
    const {reference, id} = await send({contact});
    const older = await sendAsBefore();
    const other = await sendAsBefore();
    const {store, keys} = endpoint.dependencies;
    const asked: string[] = [];
    const noting = new Proxy(store, {get: (target, name: keyof Store) => (...parameters: unknown[]) => {
      asked.push(name);
      return (target[name] as (...all: unknown[]) => unknown)(...parameters);
    }});
    endpoint.dependencies.store = noting;
    const tries: [string, string][] = [
      [older.reference, other.token], [older.reference, ''], [older.reference, 'x'.repeat(5000)], ['K7MQ-4TRD-9X2P-H6WC', other.token], ['', ''], ['no reference', other.token],
      // What carried a right is opened by no code that the endpoint itself could have made.
      [reference, keys.tokenFor(id)], [reference, reference], ['', '0000-0000-0000-0000'],
      // Of no id at all, which the unknown is measured against.
      ['K7MQ-4TRD-9X2P-H6WC', keys.tokenFor('00000000-0000-7000-8000-000000000000')],
    ];
    const answers = [];
    for (const [tried, token] of tries) {
      for (const deed of ['show', 'withdraw', 'erase', 'correct']) {
        asked.length = 0;
        const {html, status} = await backAsBefore({reference: tried, token}, deed);
        answers.push(JSON.stringify({html, status, asked}));
      }
    }
    endpoint.dependencies.store = store;
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!)).toMatchObject({status: 403, asked: ['idOfRight', 'idOfReference', 'hasRight'], html: expect.stringContaining('We know of nothing with this code')});
    expect(await endpoint.arrived()).toHaveLength(3);
  });

  it('gets no right by sending something under its id, readable or not, before or after', async () => {
    const {id} = await send();
    for (const body of ['hello', JSON.stringify({id, colour: 'red'}), exampleSubmission({id})]) {
      const response = await postSealed(endpoint, body, {'Idempotency-Key': id});
      expect(response.status).toBe(201);
      expect(((await response.json()) as Receipt).token).toBe('');
    }
    expect((await endpoint.post(exampleSubmission({id}))).status).toBe(422);

    // A stranger who was first owns what they wrote, and nothing of what the writer's own body says.
    const theirs = await sendAsBefore();
    const writers = exampleSubmission({id: theirs.id, right: 'ZZZZZZZZZZZZZZZZ', answers: {...exampleSubmission().answers, story: 'The writer’s own words.'}});
    expect((await postSealed(endpoint, writers)).status).toBe(201);
    expect((await backAsBefore(theirs)).words).not.toContain('The writer’s own words.');
    expect((await back({code: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'})).words).toContain('The writer’s own words.');
    await backAsBefore(theirs, 'erase');
    expect((await back({code: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'})).words).toContain('The writer’s own words.');
  });

  it('cannot read or erase what somebody else sent by claiming to correct it', async () => {
    const first = await send({contact});
    for (const claiming of [await send({replaces: first.id}), await send({replaces: first.id})]) {
      expect((await back(claiming)).words).not.toContain('Example Person');
      expect((await back(claiming, 'erase')).heading).toBe('It is withdrawn');
    }
    const claim = await sendAsBefore({replaces: first.id});
    expect((await backAsBefore(claim, 'erase')).heading).toBe('It is withdrawn');
    expect((await back(first)).words).toContain('Example Person');
    expect((await endpoint.arrived()).map(({id}) => id)).toEqual([first.id]);
    // Nor does the first reach what only says that it corrects it.
    await send({replaces: first.id});
    expect((await back(first, 'erase')).heading).toBe('It is withdrawn');
    expect(await endpoint.arrived()).toHaveLength(1);
  });

  it('cannot erase by an older receipt what was linked, before there were rights, by whatever it said', async () => {
    const first = await sendAsBefore({contact});
    const claiming = await sendAsBefore({replaces: first.id});
    const database = new Database(join(endpoint.folder, 'care-elements.db'));
    database.exec('UPDATE submissions SET corrects = replaces WHERE replaces IS NOT NULL');
    database.close();
    const page = await backAsBefore(claiming, 'erase');
    expect([page.status, page.heading]).toEqual([409, 'It cannot be withdrawn with this code']);
    expect(await endpoint.arrived()).toHaveLength(2);
    await backAsBefore(first, 'erase');
    expect(await endpoint.arrived()).toEqual([]);
  });

  it('cannot try without end, and keeps nobody behind the same address from what they sent', async () => {
    await limit({wrongCodes: {atOnce: 2, perSecond: 0.1}});
    const sent = await send();
    const statuses = [];
    for (let tries = 0; tries < 4; tries += 1) statuses.push((await back({code: 'y'})).status);
    expect(statuses).toEqual([403, 403, 429, 429]);
    expect((await back(sent)).status).toBe(200);
  });

  it('may be many people behind one address, and one who never stops waits alone', async () => {
    await limit({comingBack: {atOnce: 2, perSecond: 0.1}});
    const [sent, ...others] = await Promise.all(Array.from({length: 30}, () => send()));
    const statuses = [];
    for (let times = 0; times < 4; times += 1) statuses.push((await back(sent!)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(new Set(await Promise.all(others.map(async (other) => (await back(other)).status)))).toEqual(new Set([200]));
  });
});

describe('The pages that a code has opened', () => {
  const later = (minutes: number) => {
    endpoint.now = new Date(endpoint.now.getTime() + minutes * 60_000);
  };
  const ticketOn = ({controls}: ReadPage) => controls.find(({name}) => name === 'ticket')!.value;

  it('carry no code, and for a quarter of an hour something that stands for it', async () => {
    const first = await send();
    const shown = await back(first);
    expect(shown.html).not.toMatch(new RegExp(`${first.code}|${rightOf(first)}`));
    expect((await come({ticket: ticketOn(shown), _do: 'withdraw'})).heading).toBe('Do you want to withdraw what you sent?');
    later(14);
    const still = await come({ticket: ticketOn(shown), _do: 'show'});
    expect(still.words).toContain(story);
    later(2);
    const over = await come({ticket: ticketOn(shown), _do: 'show'});
    expect([over.status, over.heading]).toEqual([403, 'See, correct or withdraw what you sent']);
    expect(over.words).not.toMatch(/We know of nothing|They were/);
    expect((await come({ticket: ticketOn(still), _do: 'erase'})).heading).toBe('It is withdrawn');
  });

  it('take no ticket that was made elsewhere, or changed', async () => {
    const shown = await back(await send());
    for (const ticket of ['', 'AAAA', ticketOn(shown).slice(4), `${ticketOn(shown).slice(0, -4)}AAAA`]) expect((await come({ticket, _do: 'show'})).status).toBe(403);
  });

  it('open for no other website, which may know a code of its own and have somebody write under it', async () => {
    const first = await send();
    for (const said of [['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Site', 'same-site'], ['Origin', 'https://evil.example'], ['Origin', 'null']] as const) {
      for (const deed of ['show', 'correct', 'erase']) {
        const response = await endpoint.ask('/feedback/sent', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded', [said[0]]: said[1]}, body: new URLSearchParams({code: first.code, _do: deed}).toString()});
        expect([response.status, (await response.text()).includes('They were')]).toEqual([403, false]);
      }
    }
    for (const said of [['Sec-Fetch-Site', 'same-origin'], ['Sec-Fetch-Site', 'none'], ['Origin', origin]] as const) {
      const response = await endpoint.ask('/feedback/sent', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded', [said[0]]: said[1]}, body: new URLSearchParams({code: first.code, _do: 'show'}).toString()});
      expect(response.status).toBe(200);
    }
  });

  it.each(['/feedback', '/feedback/sent'])('are for no script of another website: %s', async (path) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const {headers} = await endpoint.ask(path, {method, headers: {Origin: 'https://charity.example', 'Content-Type': 'application/x-www-form-urlencoded'}, ...(method === 'POST' && {body: 'a=b'})});
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    }
  });
});

describe('The page that asks for the receipt', () => {
  it('has one field, one more for older receipts, and says where what they take was', async () => {
    const page = readPage(await (await endpoint.ask('/feedback/sent')).text());
    expect(page.heading).toBe('See, correct or withdraw what you sent');
    expect(page.controls.filter(({type}) => type !== 'hidden').map(({label}) => label)).toEqual(['Code', 'Reference', 'Show what I sent']);
    expect(page.words).toContain('Use the code from your thank-you page.');
  });

  it('says so in words where the store does not answer, and does not take another kind of body', async () => {
    expect((await endpoint.ask('/feedback/sent', {method: 'POST', body: '{}', headers: {'Content-Type': 'application/json'}})).status).toBe(403);
    const {store} = endpoint.dependencies;
    endpoint.dependencies.store = {...store, idOfReference: () => Promise.reject(new StoreUnavailable('gone'))};
    const page = await back({code: 'y'});
    endpoint.dependencies.store = store;
    expect([page.status, page.heading]).toEqual([503, 'Sorry, something on our side does not work now']);
  });
});
