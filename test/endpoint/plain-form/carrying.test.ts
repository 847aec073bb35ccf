import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {sealSession, openSession} from '../../../src/endpoint/plain-form/sealed-session.js';
import {giveFeedback} from '../../../src/domain/questionnaire/sets/give-feedback.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {chooseSomewhere, follow, fromFirstPage, postFields, toCheckAnswers, type Person} from '../../support/plain-form/page-person.js';
import {readPage} from '../../support/plain-form/page-reader.js';

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
    expect(shown.page.words).toContain('Your answers so far About Example House, Exampleton Whose care is it? Someone I care for');
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
    ['whose signature was changed', (state) => `${state.slice(0, -5)}${state.at(-5) === 'A' ? 'E' : 'A'}${state.slice(-4)}`],
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
      chooseSomewhere(person);
      if (person.page.controls.some(({label}) => label === 'Year')) person.write('Year', '2026');
      if (person.page.controls.some(({label}) => label.startsWith('Name, town'))) person.write(/^Name, town/, 'Somewhere');
      person = await person.press('Continue');
    }
    expect(person.page.controls.find(({tag}) => tag === 'textarea')?.value).toBe('Typed <just> now.\nTwo lines.');
  });

  it('signed with another endpoint’s key remembers what its link said, and no answer', async () => {
    const other = await openFormEndpoint();
    const page = await (await follow(other, house)).choose('Someone I care for').press('Continue');
    const again = await postFields(endpoint, page.fields('Continue'));
    await other.close();
    expect(again.page.words).toContain('You are telling us about Example House, Exampleton.');
    expect(again.page.heading).toBe((await follow(endpoint, house)).page.heading);
    expect(again.page.controls.filter(({checked}) => checked)).toEqual([]);
  });
});

describe('a page that somebody else has begun', () => {
  const thanks = 'Thank you. We have got what you sent.';
  const codeOn = ({page}: Person) => /<code class="reference"[^>]*>([^<]+)<\/code>/.exec(page.html)?.[1];
  const opens = async (code: string | undefined) => (await endpoint.ask('/feedback/sent', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: new URLSearchParams({code: code ?? '', _do: 'show'}).toString()})).text();

  it('leads nobody on from another website, whose visit it would be', async () => {
    const trap = await follow(endpoint, house);
    for (const [name, value] of [['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Site', 'same-site'], ['Origin', 'https://evil.example'], ['Origin', 'null']] as const) {
      const fields = trap.choose('Someone I care for').fields('Continue');
      const response = await endpoint.ask('/feedback', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded', [name]: value}, body: fields.toString()});
      const html = await response.text();
      expect(html).not.toContain(fields.get('_state'));
      expect(readPage(html).heading).toBe((await follow(endpoint, '/feedback')).page.heading);
    }
  });

  it.each(['before', 'after'])('and has sent %s, gives them no right over what another writes there', async (when) => {
    const first = await follow(endpoint, house);
    const finish = async (person: Person, story: string) => (await fromFirstPage(person, story)).press('Send');
    // They took down what the first page carries, and left it open for whoever comes next.
    const both = when === 'before' ? [await finish(first, 'Filler.'), await finish(first, 'The writer’s own words.')] : [await finish(first, 'The writer’s own words.'), await finish(first, 'Filler.')].reverse();
    const [theirs, writers] = both as [Person, Person];
    expect([theirs.page.heading, writers.page.heading]).toEqual([thanks, thanks]);
    expect(codeOn(theirs)).not.toBe(codeOn(writers));
    expect(await opens(codeOn(writers))).toContain('The writer’s own words.');
    expect(await opens(codeOn(theirs))).not.toContain('The writer’s own words.');
    const arrived = (await endpoint.arrived()).slice(-2);
    expect(arrived.map(({replacedBy}) => replacedBy)).toEqual([undefined, undefined]);
  });
});

describe('what a page carries', () => {
  it('can be read by nobody who finds it in a file of the browser', async () => {
    const check = await toCheckAnswers(endpoint, house, 'A story that nobody else reads.');
    const state = check.fields('Send').get('_state')!;
    const texts = state.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(texts[0]).toContain('1-1000000001');
    expect(texts.join()).not.toMatch(/story|nobody|carer|mixed/);
  });

  it('from a page that is asked no more leads to the check before anything is sent', async () => {
    const check = await toCheckAnswers(endpoint, house, 'Not checked yet.');
    const {formSigning} = endpoint.dependencies.keys;
    const carried = openSession(check.fields('Send').get('_state')!, formSigning, endpoint.now);
    if (carried.is === 'lost') throw new Error('It cannot be read');
    const {right: _right, ...visit} = carried.visit;
    const before = (await endpoint.arrived()).length;
    const shown = await postFields(endpoint, new URLSearchParams({_state: sealSession({...visit, at: 'asked-no-more'}, formSigning), _do: 'send'}));
    expect(shown.page.heading).toMatch(/^Check your answers/);
    expect(await endpoint.arrived()).toHaveLength(before);
    expect((await shown.press('Send')).page.heading).toBe('Thank you. We have got what you sent.');
  });

  it('from before an upgrade goes on where it was, with dates as they were typed', async () => {
    const {formSigning} = endpoint.dependencies.keys;
    // As the version before wrote it, field by field.
    const before = {
      shape: 2 as const,
      id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11',
      startedAt: endpoint.now.toISOString(),
      issuedAt: endpoint.now.toISOString(),
      opening: {questionSet: 'give-feedback', language: 'en', service: '1-1000000001'},
      set: {id: 'give-feedback', version: giveFeedback.version},
      told: {answers: {relationship: 'carer', experience: 'mixed', risk: 'no', when: '2026-03'}, about: {kind: 'service' as const, services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}]}, aboutIsGiven: true},
      at: 'story',
      trail: ['relationship', 'experience', 'risk', 'when'],
      passed: ['relationship', 'experience', 'risk', 'when'],
      changing: false,
      typedDates: {when: {parts: {day: '', month: 'March', year: '26'}, date: '2026-03'}},
    };
    const back = await postFields(endpoint, new URLSearchParams({_state: sealSession(before, formSigning), story: 'Told before.', _do: 'back'}));
    expect(['Month', 'Year'].map((label) => back.page.controls.find((control) => control.label === label)?.value)).toEqual(['March', '26']);
    const story = await back.press('Continue');
    expect(story.page.controls.find(({tag}) => tag === 'textarea')?.value).toBe('Told before.');
  });

  it('ends after seven days', async () => {
    const check = await toCheckAnswers(endpoint, house, 'A story of last week.');
    later(7 * 24 + 1);
    const again = await check.press('Send');
    expect(again.page.words).toContain(lost);
    expect(again.page.html).not.toContain('A story of last week.');
  });
});

describe('a form on somebody’s own page that asks the first question', () => {
  it('leads here with the answer kept', async () => {
    const first = await postFields(endpoint, new URLSearchParams({service: '1-1000000001', partner: 'example-charity', relationship: 'relative'}));
    expect(first.response.status).toBe(200);
    expect(first.page.words).not.toContain(lost);
    expect(first.page.controls.find(({checked}) => checked)?.label).toBe('A relative or friend');
    expect((await first.press('Continue')).page.heading).toBe('Has the person died? (optional)');
  });

  it('answers nothing else for whoever comes from there', async () => {
    const check = async (fields: Record<string, string>) => {
      let person = await postFields(endpoint, new URLSearchParams({service: '1-1000000001', ...fields}));
      const seen: (string | undefined)[] = [];
      for (let pages = 0; pages < 20 && !person.page.heading.startsWith('Check your answers'); pages += 1) {
        seen.push(...person.page.controls.filter(({checked}) => checked).map(({label}) => label), ...person.page.controls.filter(({type, tag}) => type === 'text' || tag === 'textarea').map(({value}) => value).filter(Boolean));
        chooseSomewhere(person);
        if (person.page.controls.some(({label}) => label === 'Year')) person.write('Year', '2026');
        if (/^What happened/.test(person.page.heading)) person.write(/^What happened\?/, 'Mine.');
        person = await person.press('Continue');
      }
      return seen;
    };
    expect(await check({relationship: 'relative', experience: 'poor', share: 'service', story: 'Theirs.', 'contact-email': 'evil@evil.example'})).toEqual(['A relative or friend']);
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
    expect(nul.page.errors).toEqual([]);
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
      expect(check.page.words).toContain(`About ${about}`);
      expect((await check.press('Send')).page.heading).toBe('Thank you. We have got what you sent.');
    }
    expect((await endpoint.arrived()).at(-1)?.about).toEqual({kind: 'topic', topic: 'Waiting times'});
  });
});
