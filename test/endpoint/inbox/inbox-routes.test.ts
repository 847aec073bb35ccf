import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {InboxPage} from '../../../src/contract/inbox.js';
import {InboxPage as InboxPageSchema} from '../../../src/contract/inbox.js';
import {bearer, tokenFor} from '../../support/endpoint/tokens.js';
import {exampleSubmission, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {exampleDay, exampleService} from '../../support/store/submission-examples.js';
import {putRows} from '../../support/store/put-services.js';

let endpoint: TestEndpoint;
beforeEach(async () => {
  endpoint = await openEndpoint();
});
afterEach(() => endpoint.close());

const pageOf = async (query: string) => (await (await endpoint.inbox(query)).json()) as InboxPage;
const idsOf = async (query: string) => (await pageOf(query)).submissions.map(({id}) => id);

async function send(risk = 'no', more: Record<string, unknown> = {}): Promise<string> {
  const submission = exampleSubmission({answers: {...exampleSubmission().answers, risk}, ...more});
  expect((await endpoint.post(submission)).status).toBe(201);
  return submission.id;
}

describe('the inbox', () => {
  it('is closed to whoever has no token, a wrong one, or sends it another way', async () => {
    for (const headers of [{}, {Authorization: 'Bearer wrong'}, {Authorization: 'Basic YTpi'}, {Authorization: 'Bearer'}, {Authorization: 'Bearer an example toke'}]) {
      for (const path of ['/v1/inbox', '/v1/inbox/0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11/contact']) {
        const response = await endpoint.ask(path, {headers: headers as Record<string, string>});
        expect(response.status).toBe(401);
        expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
      }
    }
    expect((await endpoint.ask('/v1/inbox?token=an+example+token')).status).toBe(401);
  });

  it('takes any text as a token, also with letters that a header carries as bytes', async () => {
    const {openInboxAccess} = await import('../../../src/endpoint/access/inbox-access.js');
    await endpoint.restart({inbox: openInboxAccess('clé ਮੇਰੀ')});
    const bytes = Buffer.from('clé ਮੇਰੀ').toString('latin1');
    expect((await endpoint.ask('/v1/inbox', {headers: {Authorization: `Bearer ${bytes}`}})).status).toBe(200);
  });

  it('shows urgent ones first and then the newest, with what the endpoint knows of each', async () => {
    const ids = [await send(), await send('yes'), await send('unsure'), await send()];
    const page = await pageOf('');
    expect(page.submissions.map(({id}) => id)).toEqual([ids[1], ids[2], ids[3], ids[0]]);
    expect(page.submissions[0]).toMatchObject({urgency: 'immediate', receivedAt: '2026-11-22T12:00:00.000Z', hasContact: false});
    expect(page).not.toHaveProperty('next');
    expect(InboxPageSchema.safeParse(page).error).toBeUndefined();
  });

  it('hands out everything once, page by page, in either order', async () => {
    for (const risk of ['no', 'yes', 'no', 'unsure', 'no', 'yes', 'no']) await send(risk);
    for (const order of ['urgent', 'arrived']) {
      const expected = await idsOf(`?order=${order}`);
      const seen: string[] = [];
      let after = '';
      do {
        const page = await pageOf(`?order=${order}&limit=3${after && `&after=${after}`}`);
        seen.push(...page.submissions.map(({id}) => id));
        after = page.next ?? '';
      } while (after);
      expect(seen).toEqual(expected);
      expect(seen).toHaveLength(7);
    }
  });

  it('never lets a row appear behind a cursor of the order of arrival, also after a restart', async () => {
    const first = await send();
    await send();
    const {next} = await pageOf('?order=arrived&limit=1');
    await endpoint.restart();
    const urgent = await send('yes');
    expect(await idsOf(`?order=arrived&after=${next}`)).toEqual([expect.any(String), urgent]);
    expect(await idsOf(`?order=arrived&after=${next}`)).not.toContain(first);
  });

  it.each(['limit=0', 'limit=501', 'limit=ten', 'limit=-1', 'limit=1.5', 'limit=', 'order=random', 'after=%00', 'after=abc', 'after='])('refuses ?%s and names the parameter', async (query) => {
    const response = await endpoint.inbox(`?${query}`);
    expect(response.status).toBe(400);
    expect((await problemIn(response)).title).toContain(`"${query.split('=')[0]}"`);
  });

  it('refuses a cursor of the other order', async () => {
    await send();
    await send();
    const {next} = await pageOf('?order=arrived&limit=1');
    expect((await endpoint.inbox(`?order=urgent&after=${next}`)).status).toBe(400);
  });

  it('takes a limit of 1 and of 500', async () => {
    await send();
    await send();
    expect(await idsOf('?limit=1')).toHaveLength(1);
    expect(await idsOf('?limit=500')).toHaveLength(2);
  });
});

describe('the inbox, asked for a part of it', () => {
  const through = (partner: string, more: Record<string, unknown> = {}) => ({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner}, ...more});

  it('answers with what fits all that is asked, page by page', async () => {
    await putRows(endpoint.dependencies.store, {services: [{service: exampleService(), place: {id: 'kingston-upon-hull', name: 'Kingston upon Hull, City of'}, asOf: exampleDay}]});
    const [urgent, calm] = [await send('yes', through('example-charity', {share: ['local']})), await send('no', through('example-charity', {language: 'pa'}))];
    const other = await send('no', {about: {kind: 'service', services: [{id: 'VXX01', name: 'House'}]}});
    const all = [urgent, calm, other];
    for (const [query, expected] of [
      ['service=1-1000000001', all], ['service=vxx01', all], ['service=1-9', []], ['place=kingston-upon-hull', all], ['place=Kingston+upon+Hull', all], ['place=leeds', []], ['urgency=immediate', [urgent]], ['urgency=none', [calm, other]],
      ['state=unopened', all], ['state=closed', []], ['from=2026-11-22&to=2026-11-22', all], ['from=2026-11-23', []], ['to=2026-11-21', []], ['share=local', [urgent]], ['partner=example-charity', [urgent, calm]], ['partner=Example-Charity', []],
      ['language=pa', [calm]], ['language=EN', [urgent, other]], ['partner=example-charity&language=en&urgency=immediate', [urgent]], ['partner=example-charity&language=en&urgency=none', []],
    ] as const) {
      expect(await idsOf(`?order=arrived&${query}`), query).toEqual(expected);
    }
    const first = await pageOf('?order=arrived&partner=example-charity&limit=1');
    expect(first.submissions.map(({id}) => id)).toEqual([urgent]);
    expect(await idsOf(`?order=arrived&partner=example-charity&after=${first.next}`)).toEqual([calm]);
    // A cursor is a place in an order, whatever is picked behind it.
    expect(await idsOf(`?order=arrived&after=${first.next}`)).toEqual([calm, other]);
  });

  it.each([
    'service=', 'service=1', 'service=<b>', 'place=', 'place=%21', 'urgency=red', 'urgency=', 'state=open', 'from=yesterday', 'from=2026-02-30', 'from=22/11/2026', 'from=', 'to=2026-11-22T00:00:00Z', 'to=0001-01-01', 'share=everyone', 'partner=', 'partner=%00', `partner=${'x'.repeat(101)}`, 'language=e', 'language=en_GB', 'to=2026-11-21&from=2026-11-22',
  ])('refuses ?%s and names the parameter', async (query) => {
    const response = await endpoint.inbox(`?${query}`);
    expect(response.status).toBe(400);
    expect((await problemIn(response)).title).toContain(`"${query.split('=')[0]}"`);
  });

  it('refuses the service itself what it does not see, and lets it pick by what it does', async () => {
    const id = await send('no', {share: ['service']});
    const token = await tokenFor(endpoint, {scope: {share: 'service', service: ['1-1000000001']}});
    const ask = (query: string) => endpoint.ask(`/v1/inbox?${query}`, {headers: bearer(token)});
    for (const query of ['partner=example-charity', 'from=2026-11-01', 'to=2026-11-30', 'state=unopened', 'share=regulator', 'language=en']) {
      const response = await ask(query);
      expect(response.status).toBe(400);
      expect((await problemIn(response)).title).toBe(`The query parameter "${query.split('=')[0]}" picks by what this token does not see`);
    }
    for (const query of ['service=1-1000000001', 'urgency=none']) {
      expect(((await (await ask(query)).json()) as InboxPage).submissions.map((each) => each.id), query).toEqual([endpoint.dependencies.keys.idsForService.hide(id)]);
    }
  });
});

describe('contact details', () => {
  const contact = {name: 'SECRET NAME', email: 'secret@example.org', avoid: 'someone else reads my messages'};

  it('are never in the list, and open one at a time', async () => {
    const id = await send('no', {contact});
    expect(JSON.stringify(await pageOf(''))).not.toContain('SECRET');
    expect((await pageOf('')).submissions[0]?.hasContact).toBe(true);
    const response = await endpoint.inbox(`/${id}/contact`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(contact);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('are recorded each time they are opened, and only then', async () => {
    const id = await send('no', {contact});
    await endpoint.ask(`/v1/inbox/${id}/contact`);
    await endpoint.inbox(`/${id}/contact`);
    await endpoint.inbox(`/${id.toUpperCase()}/contact`);
    const {entries} = await endpoint.dependencies.store.log({submission: id, limit: 10});
    expect(entries).toEqual(Array(2).fill({at: '2026-11-22T12:00:00.000Z', who: 'inbox', what: 'opened-contact', submission: id}));
  });

  it('of an unknown id, of what is no id and of somebody who gave none are 404', async () => {
    const id = await send();
    for (const path of [id, '0197b2c4-7a1e-7cc2-9d0b-ffffffffffff', 'x', '%00', '%ff']) {
      expect((await endpoint.inbox(`/${path}/contact`)).status).toBe(404);
    }
  });
});

describe('other websites', () => {
  it('cannot ask for the inbox, whatever is answered there', async () => {
    const asked = [
      await endpoint.inbox(),
      await endpoint.ask('/v1/inbox', {headers: {Origin: 'https://charity.example'}}),
      await endpoint.ask('/v1/inbox', {method: 'OPTIONS', headers: {Origin: 'https://charity.example', 'Access-Control-Request-Method': 'GET'}}),
      await endpoint.ask('/v1/inbox', {method: 'POST'}),
      await endpoint.ask('/v1/inbox/none/there'),
      await endpoint.ask('/inbox/none'),
    ];
    for (const response of asked) {
      for (const [name] of response.headers) expect(name).not.toMatch(/^access-control/);
      expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(response.headers.get('Cache-Control')).toBe('no-store');
    }
  });
});

describe('a code from the printed link', () => {
  it('opens the inbox once', async () => {
    const {openInboxAccess} = await import('../../../src/endpoint/access/inbox-access.js');
    const access = openInboxAccess('token');
    const code = access.newCode();
    expect(access.oneTimeCodes.redeem('other')).toBe(false);
    expect(access.oneTimeCodes.redeem(code)).toBe(true);
    expect(access.oneTimeCodes.redeem(code)).toBe(false);
  });
});
