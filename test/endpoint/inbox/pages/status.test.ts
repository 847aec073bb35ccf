import {beforeEach, describe, expect, it} from 'vitest';
import type {Access} from '../../../../src/endpoint/access/access.js';
import {StoreUnavailable} from '../../../../src/endpoint/store/store.js';
import {openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {readPage} from '../../../support/plain-form/page-reader.js';
import {arrives, leadsTo, memberAt, memberWith, signedIn, wordsOn, type Member} from '../../../support/endpoint/team.js';

let endpoint: TestEndpoint;
let now: string;
let member: Member;
beforeEach(async () => {
  now = '2026-11-22T12:00:00Z';
  endpoint = await openEndpoint({clock: () => new Date(now)});
  member = await signedIn(endpoint);
  return () => endpoint.close();
});

const words = (html: string) => readPage(html).words;
const read = async (path: string, by = member) => (await by.get(path)).text();
const step = (id: string, fields: Record<string, string>, by = member) => by.post(`/inbox/${id}/handling`, fields);
const chosenIn = (html: string) => /<input [^>]*value="(\w+)" checked/.exec(html)?.[1];
const stepsIn = (html: string) => /name="steps" value="(\d+)"/.exec(html)?.[1];
const noteIn = (html: string) => /<textarea id="note"[^>]*>\n([^<]*)<\/textarea>/.exec(html)?.[1]?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const keep = (answers?: Record<string, unknown>, changes?: Record<string, unknown>) => arrives(endpoint, changes, answers);

const memberBy = (access: Partial<Access>) => memberWith(endpoint, access);

describe('the page of one submission', () => {
  it('says that it is seen from the moment that somebody opens it, by whom and when', async () => {
    const id = await keep();
    const html = await read(`/inbox/${id}`);
    expect(words(html)).toMatch(/What the team has done ◎ Seen .*By inbox When 22 November 2026 at 12:00/);
    expect(chosenIn(html)).toBe('seen');
    expect(stepsIn(html)).toBe('1');
  });

  it('takes the next step, and shows all that were taken with who, when and the note', async () => {
    const id = await keep();
    await read(`/inbox/${id}`);
    const anna = await memberBy({name: 'anna', rights: ['read']});
    now = '2026-11-22T15:30:00Z';
    const response = await step(id, {state: 'handling', steps: '1', note: 'Called\r\nthe ward.'}, anna);
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(`/inbox/${id}#handling`);
    const html = await read(`/inbox/${id}`);
    expect(words(html)).toMatch(/What the team has done ◐ Being handled .* ◎ Seen By inbox When 22 November 2026 at 12:00 ◐ Being handled By anna When 22 November 2026 at 15:30 Called the ward\./);
    expect(wordsOn(html)).toContain('Called\nthe ward.');
    expect([chosenIn(html), stepsIn(html), noteIn(html)]).toEqual(['handling', '2', '']);
    for (const [steps, state] of (['closed', 'handling', 'seen'] as const).entries()) expect((await step(id, {state, steps: String(steps + 2), note: '  \r\n'})).status).toBe(303);
    expect(wordsOn(await read(`/inbox/${id}`)).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('shows a note letter for letter, whatever is in it: markup, and letters that run from right to left', async () => {
    const note = '"><script>alert(1)</script><img src=x onerror=alert(1)> قلتُ لهم \u202Eعكس\u202C 👵🏾 &amp;';
    const id = await keep();
    await step(id, {state: 'closed', steps: '0', note});
    const html = await read(`/inbox/${id}`);
    expect(wordsOn(html)).toContain(note);
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toMatch(/<ol class="steps" start="1">[^]*<div class="words" dir="auto">/);
    expect(html).toMatch(/<textarea id="note" name="note" dir="auto"/);
  });

  it('says who changed it meanwhile, when and to what, and lets them decide again with their note as it was', async () => {
    const id = await keep();
    await read(`/inbox/${id}`);
    const anna = await memberBy({name: 'anna', rights: ['read']});
    now = '2026-11-22T12:05:00Z';
    await step(id, {state: 'closed', steps: '1', note: 'Already answered.'}, anna);
    const response = await step(id, {state: 'handling', steps: '1', note: 'I call <them> "now".'});
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(words(html)).toMatch(/^.*Somebody changed this after you looked What you sent was not saved\. These steps are new: ✓ Closed By anna When 22 November 2026 at 12:05 Already answered\. Look at your note again, and decide/);
    expect([chosenIn(html), stepsIn(html), noteIn(html)]).toEqual(['handling', '2', 'I call <them> "now".']);
    expect(html).toContain('href="#note"');
    expect(await endpoint.dependencies.store.steps(id)).toHaveLength(2);
    expect((await step(id, {state: 'handling', steps: '2', note: 'I call <them> "now".'})).status).toBe(303);
    // And what shows the submission again is in the log as any other look at it.
    expect((await endpoint.dependencies.store.log({submission: id, limit: 100})).entries.map(({who, what}) => `${who} ${what}`)).toEqual(['inbox opened', 'anna changed', 'inbox opened', 'inbox changed']);
  });

  it('names a note that is too long, and keeps it in the form', async () => {
    const id = await keep();
    const note = '👵🏾'.repeat(1001);
    const response = await step(id, {state: 'closed', steps: '0', note});
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(words(html)).toMatch(/There is a problem/);
    expect(words(html).split('Write 2,000 characters or fewer in the note. It has 2,002')).toHaveLength(3);
    expect([chosenIn(html), noteIn(html)]).toEqual(['closed', note]);
    expect(html).toContain('aria-describedby="note-hint note-error"');
    expect((await step(id, {state: 'closed', steps: '1', note: '👵🏾'.repeat(1000)})).status).toBe(303);
    expect((await step(id, {state: 'closed', steps: '2', note: 'x'.repeat(600_000)})).status).toBe(413);
  });

  it('takes a note that was copied from Word, without what nobody sees in it', async () => {
    const id = await keep();
    expect((await step(id, {state: 'closed', steps: '0', note: 'Rang\u000bon\u001ecall\u0000'})).status).toBe(303);
    expect((await endpoint.dependencies.store.steps(id)).map(({note}) => note)).toEqual(['Rang\non-call']);
  });

  it('refuses what no form of ours sends, and what another website does', async () => {
    const id = await keep();
    for (const fields of [{}, {state: 'unopened', steps: '0'}, {state: 'seen'}, {state: 'seen', steps: '-1'}, {state: 'seen', steps: 'x'}] as Record<string, string>[]) expect((await step(id, fields)).status).toBe(400);
    const elsewhere = await member.post(`/inbox/${id}/handling`, {state: 'closed', steps: '0'}, {'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example'});
    expect(elsewhere.status).toBe(403);
    for (const nobodys of ['0197b2c4-7a1e-7cc2-9d0b-ffffffffffff', 'nothing']) {
      for (const note of ['', 'x'.repeat(3000)]) expect((await step(nobodys, {state: 'closed', steps: '0', note})).status).toBe(404);
    }
    expect(await memberAt(endpoint).post(`/inbox/${id}/handling`, {state: 'closed', steps: '0'})).toMatchObject({status: 401});
    expect(await endpoint.dependencies.store.steps(id)).toEqual([]);
  });

  it('keeps the note in the form when it cannot be saved, and says so', async () => {
    const id = await keep();
    endpoint.dependencies.store.changeStatus = () => Promise.reject(new StoreUnavailable('the disk is full'));
    const response = await step(id, {state: 'closed', steps: '0', note: 'WORDS'});
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10']);
    const html = await response.text();
    expect(words(html)).toContain('It could not be saved just now. Your note is still in the form');
    expect([chosenIn(html), noteIn(html)]).toEqual(['closed', 'WORDS']);
    expect(endpoint.logged.join()).toContain('the disk is full');
    expect(endpoint.logged.join()).not.toContain('WORDS');
  });

  it('shows the service that somebody wrote about nothing of what the team does', async () => {
    const id = await keep({}, {share: ['service']});
    await step(id, {state: 'handling', steps: '0', note: 'WORDS'});
    const service = await memberBy({scope: {share: 'service', service: ['1-1000000001']}});
    const list = await read('/inbox', service);
    const path = /<h2 id="[^"]*"><a href="(\/inbox\/[^"]*)">/.exec(list)![1]!;
    for (const html of [list, await read(path, service)]) expect(html).not.toMatch(/data-state|Unopened|unopened|Not opened|handling|WORDS/);
    for (const response of [await service.get('/inbox/next'), await service.post(`${path}/handling`, {state: 'closed', steps: '1'})]) expect(response.status).toBe(403);
    expect(await endpoint.dependencies.store.steps(id)).toHaveLength(1);
  });

  it('loses what was noted, and not who did what, once the words of the person are tidied away', async () => {
    const id = await keep();
    await step(id, {state: 'closed', steps: '0', note: 'WORDS'});
    await endpoint.dependencies.store.tidy({storiesBefore: '2027-01-01T00:00:00.000Z', after: 0});
    const html = await read(`/inbox/${id}`);
    expect(html).not.toContain('WORDS');
    expect(words(html)).toContain('✓ Closed By inbox When');
  });
});

describe('the list', () => {
  it('shows how far each has come, in words and shapes, and makes those stand out that nobody has opened', async () => {
    const [closed, handling, seen] = [await keep(), await keep(), await keep(), await keep()];
    await step(closed!, {state: 'closed', steps: '0'});
    await step(handling!, {state: 'handling', steps: '0'});
    await read(`/inbox/${seen}`);
    const html = await read('/inbox');
    expect(words(html)).toMatch(/● Unopened.*◎ Seen.*◐ Being handled.*✓ Closed/);
    expect([...html.matchAll(/<li data-state="(\w+)">/g)].map(([, state]) => state)).toEqual(['unopened', 'seen', 'handling', 'closed']);
  });

  it('says at the top how many nobody has opened and since when the oldest waits, whatever the order, the filter and the page', async () => {
    const oldest = await keep();
    now = '2026-11-22T13:00:00Z';
    for (let each = 0; each < 30; each += 1) await keep({risk: 'yes'});
    const second = /<a href="([^"]*after=[^"]*)">Next page/.exec(await read('/inbox'))![1]!;
    for (const path of ['/inbox', '/inbox?order=arrived', '/inbox?urgency=concern', second.replaceAll('&amp;', '&')]) {
      const html = await read(path);
      expect(words(html)).toContain('● Not opened by anybody: 31. The oldest has waited since 22 November 2026 at 12:00. Next unopened Open the oldest of all');
      expect(html).toContain(`<a href="/inbox/${oldest}">Open the oldest of all</a>`);
    }
  });

  it('counts what a newer version replaces or what was set apart, and closing one hides no other', async () => {
    const first = await keep();
    const newer = await keep({}, {replaces: first});
    await step(newer, {state: 'closed', steps: '0'});
    const html = await read('/inbox');
    expect(html).toContain(`<a href="/inbox/${first}">Open the oldest of all</a>`);
    expect(words(html)).toContain('Not opened by anybody: 1.');
    await read(`/inbox/${first}`);
    expect(words(await read('/inbox'))).toContain('Nothing is unopened.');
  });
});

describe('the next unopened one', () => {
  it('is the most urgent, and of those the oldest, until nothing is unopened', async () => {
    const [calm, concern, urgent, later, newest] = [await keep(), await keep({risk: 'unsure'}), await keep({risk: 'yes'}), await keep({risk: 'yes'}), await keep()];
    const inTurn: string[] = [];
    for (let each = 0; each < 5; each += 1) {
      const response = await member.get('/inbox/next');
      expect(response.status).toBe(303);
      inTurn.push(leadsTo(response));
      expect(await read(inTurn.at(-1)!)).toContain('<a href="/inbox/next">Next unopened</a>');
    }
    expect(inTurn).toEqual([urgent, later, concern, calm, newest].map((id) => `/inbox/${id}`));
    const response = await member.get('/inbox/next');
    expect(response.status).toBe(200);
    expect(words(await response.text())).toContain('Nothing is unopened Somebody has opened everything that you may see.');
  });

  it('is, for a token that is limited, only what it may see', async () => {
    const source = (partner: string) => ({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner}});
    await keep({risk: 'yes'}, source('other'));
    const mine = await keep({}, source('first'));
    const limited = await memberBy({rights: ['read'], scope: {partner: 'first'}});
    expect(words(await read('/inbox', limited))).toContain('Not opened by anybody: 1.');
    expect(leadsTo(await limited.get('/inbox/next'))).toBe(`/inbox/${mine}`);
    await read(`/inbox/${mine}`, limited);
    expect((await limited.get('/inbox/next')).status).toBe(200);
    expect((await member.get('/inbox/next')).status).toBe(303);
  });

  it('is opened by no link of another website', async () => {
    const id = await keep();
    const from = (site: string) => endpoint.ask('/inbox/next', {headers: {Cookie: member.cookie!, 'Sec-Fetch-Site': site}});
    for (const site of ['cross-site', 'same-site']) expect(leadsTo(await from(site))).toBe('/inbox');
    for (const site of ['same-origin', 'none']) expect(leadsTo(await from(site))).toBe(`/inbox/${id}`);
  });

  it('asks whoever has not signed in to do so', async () => {
    expect((await memberAt(endpoint).get('/inbox/next')).status).toBe(401);
  });
});
