import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {chooseSomewhere, follow, toCheckAnswers, type Person} from '../../support/plain-form/page-person.js';
import {wordsOf} from '../../support/plain-form/page-reader.js';

const house = '/feedback?service=1-1000000001&partner=example-charity&campaign=winter';
let endpoint: FormEndpoint;

const chosen = ({page}: Person) => page.controls.filter(({checked}) => checked).map(({label}) => label);
/** What is asked and said on a page, as its headings say it, without what is said of help. */
const headingsOf = ({page}: Person) => [...(/<main>([^]*?)<div class="buttons">/.exec(page.html)?.[1] ?? '').matchAll(/<(h\d)[^>]*>([^]*?)<\/\1>/g)].map(([, level, words]) => `${level} ${wordsOf(words!)}`);
/** The questions that unfold. */
const foldsOf = ({page}: Person) => [...page.html.matchAll(/<details class="folded" ?(open)?><summary>([^<]*)<\/summary>/g)].map(([, open, words]) => ({is: open ? 'open' : 'folded up', words}));
const contactOf = (id: string) => endpoint.dependencies.store.openContact(id, {label: 'test', openedAt: '2026-11-22T12:00:00Z'});

beforeAll(async () => {
  endpoint = await openFormEndpoint();
});
afterAll(() => endpoint.close());

describe('somebody whose browser runs no script', () => {
  it('tells what care was like, and it arrives letter for letter with a receipt', async () => {
    const story = '  ਮੇਰੀ ਮਾਂ\r\n\r\nكانت الرعاية <b>جيدة</b> & "more"\n\tنهاية e\u0301 👩🏽‍⚕️\u200f ';
    const check = await toCheckAnswers(endpoint, house, story);
    expect(check.page.heading).toBe('Check your answers');
    const receipt = await check.press('Send');
    expect(receipt.response.status).toBe(200);
    expect(receipt.page.heading).toBe('Thank you. We have got what you sent.');
    expect(receipt.page.words).toContain('A copy that you save has your words and your code in it.');
    expect(receipt.page.words).toMatch(/Your reference ([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/);

    const kept = (await endpoint.arrived()).at(-1)!;
    expect(kept).toMatchObject({
      questionSet: {id: 'give-feedback', version: '2'},
      language: 'en',
      about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}]},
      answers: {relationship: 'carer', experience: 'mixed', risk: 'no', when: '2026', story: story.replaceAll('\r\n', '\n'), 'told-service': 'no'},
      consent: {notice: 'https://healthwatch.example/privacy', version: '2026-11'},
      source: {element: 'care-feedback', version: '0.1.0', mode: 'plain', partner: 'example-charity', campaign: 'winter'},
    });
    expect(kept.source).not.toHaveProperty('site');
  });

  it('leaves no trace before Send', async () => {
    const before = await endpoint.arrived();
    await toCheckAnswers(endpoint, house, 'Not sent.');
    expect(await endpoint.arrived()).toEqual(before);
    expect(endpoint.logged).toEqual([]);
  });

  it('finds each answer again after going back, also what was typed on the page that was left by Back', async () => {
    let person = await (await follow(endpoint, house)).choose('Someone I care for').choose('No').press('Continue');
    person = await person.press('Back');
    expect(person.page.heading).toBe('Tell us what care was like');
    expect(chosen(person)).toEqual(['Someone I care for', 'No']);
    person = await person.choose('My own').press('Continue');
    person = await person.choose('Good').press('Back');
    expect(chosen(person)).toEqual(['My own', 'No']);
    person = await person.press('Continue');
    expect(chosen(person)).toEqual(['Good']);
  });

  it('is asked on one page whose care it is and whether they are under 18, and told what is wrong at the question that it is wrong with', async () => {
    let person = await follow(endpoint, house);
    expect(headingsOf(person)).toEqual(['h1 Tell us what care was like', 'h2 Whose care is it?', 'h2 Are you under 18? (optional)']);
    person = await person.choose('Yes').press('Continue');
    expect(person.page.html).toMatch(/<li><a href="#relationship">Choose whose care it is<\/a><\/li>/);
    expect(person.page.controls.find(({id}) => id === 'relationship')).toMatchObject({type: 'radio', label: 'My own'});
    expect(chosen(person)).toEqual(['Yes']);
    person = await person.choose('A relative or friend').press('Continue');
    expect(person.page.heading).toBe('Has the person died? (optional)');
    expect((await person.press('Continue')).page.heading).toBe('What has the care been like?');
  });

  it.each([['Good', true], ['Poor', false], ['Some good, some poor', false]])('is asked for the story, what to change, where and what about on one page; after “%s” it is %s that the last is folded up', async (experience, isFolded) => {
    let person = await (await follow(endpoint, house)).choose('My own').press('Continue');
    person = await person.choose(experience).press('Continue');
    if (!person.page.heading.startsWith('Is anyone')) person = await person.press('Continue');
    person = await person.choose('No').press('Continue');
    person = await person.choose('I do not know').press('Continue');
    expect(headingsOf(person)).toEqual(['h1 What happened? (optional)', 'h2 What should they keep or change? (optional)', 'h2 Where did it happen, such as which ward? (optional)', 'h2 What is it about? (optional)']);
    expect(foldsOf(person)).toEqual(isFolded ? [{is: 'folded up', words: 'What is it about? (optional)'}] : []);

    person = await person.write(/^What happened/, 'A').write(/^What should/, 'B').write(/^Where/, 'C').choose('Medicines').press('Back');
    person = await person.press('Continue');
    expect(person.page.controls.filter(({tag, type}) => tag === 'textarea' || type === 'text').map(({value}) => value)).toEqual(['A', 'B', 'C']);
    expect(chosen(person)).toEqual(['Medicines']);
    // What was answered is not hidden from whoever comes back to it.
    expect(foldsOf(person)).toEqual(isFolded ? [{is: 'open', words: 'What is it about? (optional)'}] : []);

    person = await person.write(/^What should/, 'x'.repeat(5001)).write(/^Where/, 'y'.repeat(501)).press('Continue');
    expect(person.page.html).toContain('<li><a href="#change">Write 5,000 characters or fewer</a></li>');
    expect(person.page.html).toContain('<li><a href="#where">Write 500 characters or fewer</a></li>');
    for (const id of ['change', 'where']) expect(person.page.html).toMatch(new RegExp(`id="${id}-error"[^]* id="${id}"[^>]* aria-describedby="[^"]*${id}-error`));
    expect(person.page.html).not.toContain('id="story-error"');
  });

  it('changes an answer from check answers and is asked only what the change makes new', async () => {
    let person = await toCheckAnswers(endpoint, house, 'Cold food.');
    person = await person.press('Change your answer: What happened?');
    expect(person.page.controls.find(({tag}) => tag === 'textarea')?.value).toBe('Cold food.');
    person = await person.write(/^What happened\?/, 'Cold food, late.').press('Continue');
    expect(person.page.heading).toMatch(/^Check your answers/);
    expect(person.page.words).toContain('Cold food, late.');
    person = await (await person.press(/^Change your answer: Is anyone being hurt/)).choose('Yes').press('Continue');
    expect(person.page.heading).toBe('Told the police or council? (optional)');
    expect(person.page.words).toContain('If someone is in danger now, call 999 . Do not wait for this form.');
    expect((await person.press('Continue')).page.heading).toMatch(/^Check your answers/);
  });

  it('is told everything that is wrong at once, first on the page, in focus and in the title', async () => {
    const person = await (await follow(endpoint, house)).press('Continue');
    expect(person.page.isErrorSummaryFirst).toBe(true);
    expect(person.page.title).toBe('Error: Tell us what care was like');
    expect(person.page.errors).toEqual(['Choose whose care it is']);
    expect(person.page.words).toContain('Error: Choose whose care it is');
  });

  it.each([
    ['305', ['Write a real date, such as 27 3 2026, or only the year']],
    ['30', ['Write a date that is not in the future']],
    ['2027', ['Write a date that is not in the future']],
    ['', ['Say roughly when it happened, or choose “I do not know”']],
  ])('with %j for the year hears what to do', async (year, errors) => {
    let person = await toCheckAnswers(endpoint, house, 'x');
    person = await person.press('Change your answer: When did it happen?');
    person = await person.write('Year', year).press('Continue');
    expect(person.page.errors).toEqual(errors);
    expect(person.page.controls.find(({label}) => label === 'Year')?.value).toBe(year);
  });

  it('can write a date after having chosen that they do not know, and the other way round', async () => {
    let person = await toCheckAnswers(endpoint, house, 'x');
    person = await (await person.press('Change your answer: When did it happen?')).choose('I do not know').press('Continue');
    expect(person.page.words).toContain('When did it happen? I do not know');
    person = await (await person.press('Change your answer: When did it happen?')).write('Year', '2025').write('Month', '3').press('Continue');
    expect(person.page.words).toContain('When did it happen? March 2025');
    person = await (await person.press('Change your answer: When did it happen?')).choose('It is still happening').press('Continue');
    expect(person.page.words).toContain('When did it happen? It is still happening');
  });

  it('counts characters as people do, and keeps a story that is too long on the page', async () => {
    let person = await toCheckAnswers(endpoint, house, 'x');
    person = await person.press('Change your answer: What happened?');
    const long = '👩🏽'.repeat(10_001);
    person = await person.write(/^What happened\?/, long).press('Continue');
    expect(person.page.errors).toEqual(['Write 20,000 characters or fewer']);
    expect(person.page.words).toContain('You have 2 characters too many.');
    expect(person.page.controls.find(({tag}) => tag === 'textarea')?.value).toBe(long);
    person = await person.write(/^What happened\?/, '👩🏽\n'.repeat(6666)).press('Continue');
    expect(person.page.heading).toMatch(/^Check your answers/);
  });

  it('keeps the line breaks before and after a story, from page to page', async () => {
    const story = '\n\n  The food was cold.\n\n';
    let person = await (await toCheckAnswers(endpoint, house, story)).press('Change your answer: What happened?');
    for (let times = 0; times < 3; times += 1) {
      expect(person.page.controls.find(({tag}) => tag === 'textarea')?.value).toBe(story);
      person = await (await person.press('Continue')).press('Change your answer: What happened?');
    }
  });

  it('ticks who else may see it, and the service is not offered to its own staff', async () => {
    let person = await toCheckAnswers(endpoint, house, 'x');
    person = await (await person.press('Change your answer: Who else may see it?')).choose('The service itself').press('Continue');
    expect(person.page.words).toContain('Who else may see it? The service itself');
    person = await (await person.press('Change your answer: Do you work or volunteer for this service, or did you use to?')).choose('Yes').press('Continue');
    expect(person.page.heading).toBe('Before you go on: speaking up as a worker');
    person = await person.press('Continue');
    const share = await person.press('Change your answer: Who else may see it?');
    expect(share.page.controls.filter(({type}) => type === 'checkbox').map(({label}) => label)).toEqual(['Example Regulator']);
    await person.press('Send');
    expect((await endpoint.arrived()).at(-1)).not.toHaveProperty('share');
  });

  it('gives contact details that count only with yes', async () => {
    const change = 'Change your answer: May we contact you?';
    let person = await (await (await toCheckAnswers(endpoint, house, 'x')).press(change)).choose('Yes').press('Continue');
    expect(person.page.heading).toBe('Is it safe for us to reply?');
    expect((await person.press('Continue')).page.errors).toEqual(['Say if it is safe for us to reply, or choose that we may not contact you']);
    person = await person.choose('I am not sure').press('Continue');
    expect(person.page.heading).toBe('How can we reach you?');
    expect((await person.press('Continue')).page.html).toMatch(/<li><a href="#contact-email">[^<]+<\/a><\/li>/);
    person = await person.write('Email', 'me@a.example').write('Full name', 'ਅਮਨ').choose('Large print').press('Continue');
    expect(person.page.words).toContain('Email: me@a.example');

    const no = await (await person.press(change)).choose('No').press('Continue');
    expect(no.page.words).toContain('May we contact you? No Change');
    expect(no.page.words).not.toContain('me@a.example');
    person = await (await no.press(change)).choose('Yes').press('Continue');
    expect(person.page.words).toContain('Email: me@a.example');
    await person.press('Send');
    const kept = (await endpoint.arrived()).at(-1)!;
    expect(kept).toMatchObject({hasContact: true, answers: {'may-contact': 'yes', 'safe-reply': 'unsure'}});
    expect(await contactOf(kept.id)).toEqual({name: 'ਅਮਨ', email: 'me@a.example', formats: ['large-print']});
  });

  it('to whom a reply is not safe is asked for no way to reach them, and sends none that they gave before', async () => {
    const change = /^Change your answer: Is it safe/;
    let person = await (await (await toCheckAnswers(endpoint, house, 'x')).press('Change your answer: May we contact you?')).choose('Yes').press('Continue');
    expect((await person.choose('No').press('Continue')).page.heading).toBe('Check your answers');
    person = await (await person.choose('Yes').press('Continue')).write('Email', 'me@a.example').press('Continue');
    const unsafe = await (await person.press(change)).choose('No').press('Continue');
    expect(unsafe.page.heading).toBe('Check your answers');
    expect(unsafe.page.words).toContain('Then we do not ask how to reach you, so that nobody else finds our reply. You can still send this.');
    expect(unsafe.page.html).not.toContain('me@a.example');
    await unsafe.press('Send');
    const kept = (await endpoint.arrived()).at(-1)!;
    expect(kept).toMatchObject({hasContact: false, answers: {'may-contact': 'yes', 'safe-reply': 'no'}});
    expect(await contactOf(kept.id)).toBeUndefined();
  });
});

describe('every page of the form', () => {
  it('ends with the same help, says no answer in its title, and is kept by nobody', async () => {
    let person = await follow(endpoint, house);
    for (let pages = 0; pages < 6; pages += 1) {
      const {page, response} = person;
      expect(page.words).toMatch(/In danger now\? Call 999 \. Other ways to tell us: phone Phone 01632 960000/);
      expect(page.html).toContain('<a href="tel:999">999</a>');
      expect(page.title).not.toMatch(/Example House|carer|Someone/);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        'referrer-policy': 'same-origin',
        'content-type': 'text/html; charset=utf-8',
      });
      expect(response.headers.has('set-cookie')).toBe(false);
      expect(page.html).not.toMatch(/<script|style=|\son[a-z]+=/);
      person = await chooseSomewhere(person).press('Continue');
    }
  });

  it('names the service that the link names', async () => {
    const person = await follow(endpoint, '/feedback?question-set=quick&service=1-1000000001');
    expect(headingsOf(person).slice(0, 2)).toEqual(['h1 How was the care?', 'h2 Overall, how was it?']);
    expect(person.page.words).toContain('Example House, Exampleton');
  });

  it('is written from right to left where its language is', async () => {
    const {htmlPage: page} = await import('../../../src/endpoint/html/layout.js');
    expect(page({language: 'ur', title: 't', stylesheet: '/s', banner: 'b', main: 'm'})).toContain('<html lang="ur" dir="rtl">');
    expect(page({language: 'pa-Arab', title: 't', stylesheet: '/s', banner: 'b', main: 'm'})).toContain('dir="rtl"');
    expect(page({language: 'pa', title: 't', stylesheet: '/s', banner: 'b', main: 'm'})).toContain('dir="ltr"');
  });
});

describe('the quick form', () => {
  it('asks all its questions on one page, shows what was answered before anything is sent, and arrives as the set quick', async () => {
    const before = await endpoint.arrived();
    let person = await follow(endpoint, '/feedback?question-set=quick&service=1-1000000001');
    expect((await person.press('Continue')).page.errors).toEqual(['Choose how the care was', 'Say if anyone is in danger of being hurt']);
    person = await person.choose('Very good').choose('No').write(/^What would you like to tell us\?/, 'Thank you.\nReally.').press('Continue');
    expect(person.page.heading).toBe('Check your answers');
    expect(person.page.words).toContain('Overall, how was it? Very good');
    expect(await endpoint.arrived()).toEqual(before);
    person = await (await (await person.press('Change your answer: Overall, how was it?')).choose('Good').press('Continue')).press('Send');
    expect(person.page.heading).toBe('Thank you. We have got what you sent.');
    expect((await endpoint.arrived()).at(-1)).toMatchObject({questionSet: {id: 'quick', version: '1'}, answers: {overall: 'good', risk: 'no', comment: 'Thank you.\nReally.'}});
  });

  it('leads to a new form for another service, with a number of its own', async () => {
    const link = '/feedback?question-set=quick&service=1-1000000001&partner=p';
    const read = (html: string) => /<a href="(\/feedback[^"]*)">Tell us about another service/.exec(html)?.[1];
    let person = await follow(endpoint, link);
    person = await person.choose('Good').choose('No').press('Continue');
    const receipt = await person.press('Send');
    const another = read(receipt.page.html);
    expect(another).toBe('/feedback?question-set=quick&amp;partner=p');
    expect((await follow(endpoint, another!.replace('&amp;', '&'))).page.heading).toBe('Which service was it?');
  });
});
