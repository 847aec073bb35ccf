import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openFormEndpoint, type FormEndpoint} from './example.js';
import {follow, postFields, toCheckAnswers, type Person} from './person.js';

const house = '/feedback?service=1-1000000001&partner=example-charity';
const expired = 'This page was open for more than 24 hours. Check your answers, then go on.';
const lost = 'We could not read your earlier answers';
let endpoint: FormEndpoint;

beforeAll(async () => {
  endpoint = await openFormEndpoint();
});
afterAll(() => endpoint.close());

const later = (hours: number) => {
  endpoint.now = new Date(endpoint.now.getTime() + hours * 60 * 60 * 1000);
};

async function atStory(): Promise<Person> {
  const check = await toCheckAnswers(endpoint, house, 'The story so far.');
  return check.press('Change your answer: What happened?');
}

describe('a page that stood open', () => {
  it('for less than a day goes on as ever', async () => {
    const page = await atStory();
    later(23.9);
    expect((await page.write(/^What happened\?/, 'More.').press('Continue')).page.heading).toMatch(/^Check your answers/);
  });

  it('for more than a day keeps all words on the screen and goes on from there', async () => {
    const page = await atStory();
    later(24.1);
    const shown = await page.write(/^What happened\?/, 'Written over night.').press('Continue');
    expect(shown.page.words).toContain(expired);
    expect(shown.page.controls.find(({tag}) => tag === 'textarea')?.value).toBe('Written over night.');
    expect(shown.page.words).toContain('Your answers so far What you are telling us about Example House, Exampleton Whose care do you want to tell us about? Someone I care for');
    const check = await shown.press('Continue');
    expect(check.page.heading).toMatch(/^Check your answers/);
    await check.press('Send');
    expect((await endpoint.arrived()).at(-1)?.answers['story']).toBe('Written over night.');
  });

  it('for more than a day is not sent by a press on Send, but shown', async () => {
    const check = await toCheckAnswers(endpoint, house, 'Not yet sent.');
    const before = (await endpoint.arrived()).length;
    later(25);
    const shown = await check.press('Send');
    expect(shown.page.words).toContain(expired);
    expect(shown.page.words).toContain('Not yet sent.');
    expect(await endpoint.arrived()).toHaveLength(before);
    expect((await shown.press('Send')).page.heading).toBe('Thank you. We have got what you sent.');
  });
});

describe('a page whose carried answers this endpoint did not sign', () => {
  const broken: readonly [string, (state: string) => string][] = [
    ['one letter of which was changed', (state) => `${state.slice(0, 40)}${state[40] === 'A' ? 'B' : 'A'}${state.slice(41)}`],
    ['whose signature was changed', (state) => `${state.slice(0, -1)}${state.endsWith('A') ? 'E' : 'A'}`],
    ['without a signature', (state) => state.split('.')[0]!],
    ['that are empty', () => ''],
    ['that are no text of ours', () => 'bnVsbA.AAAA'],
    ['with another visit in the place of the signed one', (state) => `${Buffer.from('{"shape":1,"told":{}}').toString('base64url')}.${state.split('.')[1]}`],
  ];

  it.each(broken)('%s keeps the words of that page, says so and starts again', async (_, change) => {
    const page = await atStory();
    const fields = page.write(/^What happened\?/, 'Typed <just> now.\nTwo lines.').fields('Continue');
    fields.set('_state', change(fields.get('_state')!));
    const again = await postFields(endpoint, fields);
    expect(again.response.status).toBe(400);
    expect(again.page.words).toContain(lost);
    expect(again.page.words).toContain('What you wrote on the last page Typed <just> now. Two lines.');
    expect(again.page.html).not.toContain('The story so far.');

    let person = again;
    for (let pages = 0; pages < 20 && !person.page.controls.some(({tag}) => tag === 'textarea'); pages += 1) {
      const choices = person.page.controls.filter(({type}) => type === 'radio');
      if (choices[0]) person.choose(choices.find(({label}) => label === 'No')?.label ?? choices[0].label);
      if (person.page.controls.some(({label}) => label === 'Year')) person.write('Year', '2026');
      if (person.page.controls.some(({label}) => label.startsWith('Name, town'))) person.write(/^Name, town/, 'Somewhere');
      person = await person.press('Continue');
    }
    expect(person.page.controls.find(({tag}) => tag === 'textarea')?.value).toBe('Typed <just> now.\nTwo lines.');
  });

  it('signed with another endpoint’s key remembers what its link said, and no answer', async () => {
    const other = await openFormEndpoint();
    const page = await (await (await follow(other, house)).press('Continue')).choose('Someone I care for').press('Continue');
    const again = await postFields(endpoint, page.fields('Continue'));
    await other.close();
    expect(again.page.words).toContain('You are telling us about Example House, Exampleton.');
    const next = await again.press('Continue');
    expect(next.page.controls.filter(({checked}) => checked)).toEqual([]);
  });
});

describe('a form on somebody’s own page that asks the first question', () => {
  it('leads here with the answer kept', async () => {
    const first = await postFields(endpoint, new URLSearchParams({service: '1-1000000001', partner: 'example-charity', relationship: 'relative'}));
    expect(first.response.status).toBe(200);
    expect(first.page.words).not.toContain(lost);
    const next = await first.press('Continue');
    expect(next.page.controls.find(({checked}) => checked)?.label).toBe('A relative or friend');
  });
});

describe('what is no page of ours', () => {
  const post = (body: string, type: string) => endpoint.ask('/feedback', {method: 'POST', headers: {'Content-Type': type}, body});

  it.each([
    ['JSON', '{}', 'application/json', 415],
    ['a form of another kind', '--x--', 'multipart/form-data; boundary=x', 415],
    ['no type at all', 'a=b', '', 415],
    ['more than 1 MiB', `story=${'x'.repeat(1024 * 1024)}`, 'application/x-www-form-urlencoded', 413],
  ])('%s gets a page that says what to do', async (_, body, type, status) => {
    const response = await post(body, type);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('Nothing was sent.');
  });

  it('is refused before it is read to its end, whatever length it claims', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(120));
      },
    });
    const response = await endpoint.ask('/feedback', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '5'}, body: endless, duplex: 'half'} as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(30);
  });

  it('takes the longest story that can be told, in the script with the longest letters', async () => {
    const story = '𓀀'.repeat(20_000);
    const check = await toCheckAnswers(endpoint, house, story);
    await check.press('Send');
    expect((await endpoint.arrived()).at(-1)?.answers['story']).toBe(story);
  });

  it('may hold anything and ends in a page: nothing an attacker posts fails', async () => {
    const page = await atStory();
    const state = page.fields('Continue').get('_state')!;
    const strange = ['\u0000', '%', '\ud800', '__proto__', '../..', '🙂'.repeat(100), '-1', 'constructor'];
    for (const value of strange) {
      for (const name of ['_do', '_change', '_remove', 'story', '__proto__', 'service-pick']) {
        const response = await postFields(endpoint, new URLSearchParams([['_state', state], [name, value]]));
        expect(response.response.status).toBe(200);
      }
    }
    const nul = await page.write(/^What happened\?/, 'a\u0000b').press('Continue');
    expect(nul.page.errors).toEqual(['There is a character in this text that cannot be sent. Delete it, or write the text again']);
    expect(endpoint.logged).toEqual([]);
  });
});

describe('a link', () => {
  it('to a set that is not there says so, with the usual form for the same service', async () => {
    const person = await follow(endpoint, '/feedback?question-set=nothing&service=1-1000000001&partner=p');
    expect(person.response.status).toBe(404);
    expect(person.page.html).toContain('<a href="/feedback?partner=p&amp;service=1-1000000001">Go to our usual form</a>');
  });

  it.each(['%00', 'constructor', '__proto__', 'a'.repeat(500), '<script>'])('with %j for everything still leads to a page', async (value) => {
    const query = ['service', 'place', 'topic', 'partner', 'campaign', 'lang'].map((name) => `${name}=${value}`).join('&');
    const person = await follow(endpoint, `/feedback?${query}`);
    expect(person.response.status).toBe(200);
    expect(person.page.html).not.toContain('<script');
    expect((await follow(endpoint, `/feedback?question-set=${value}`)).response.status).toBe(404);
  });

  it('to a topic or a place asks for no service', async () => {
    for (const [query, about] of [['place=Exampleshire', 'Exampleshire'], ['topic=Waiting%20times', 'Waiting times']]) {
      const check = await toCheckAnswers(endpoint, `/feedback?${query}`, 'x');
      expect(check.page.words).toContain(`What you are telling us about ${about}`);
      expect((await check.press('Send')).page.heading).toBe('Thank you. We have got what you sent.');
    }
    expect((await endpoint.arrived()).at(-1)?.about).toEqual({kind: 'topic', topic: 'Waiting times'});
  });
});
