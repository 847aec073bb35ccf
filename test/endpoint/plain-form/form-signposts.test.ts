import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Service} from '../../../src/contract/service.js';
import {putServices} from '../../support/store/put-services.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {follow, type Person} from '../../support/plain-form/page-person.js';
import {headingFaults, pointedLists, wordsOf, type PointedList} from '../../support/plain-form/page-reader.js';

const example = (id: string, kind: NonNullable<Service['kinds']>[number]): Service => ({id, level: 'location', name: `Example ${kind}`, kinds: [kind], status: {kind: 'registered'}});
const services = [example('1-1000000011', 'hospital'), example('1-1000000012', 'gp'), example('1-1000000013', 'prison')];
const of = {home: '/feedback?service=1-1000000001', ward: '/feedback?service=1-1000000007', hospital: '/feedback?service=1-1000000011', practice: '/feedback?service=1-1000000012', prison: '/feedback?service=1-1000000013'};

let endpoint: FormEndpoint;
beforeAll(async () => {
  endpoint = await openFormEndpoint();
  await putServices(endpoint.dependencies.store, services, 'example');
});
afterAll(() => endpoint.close());

const inDanger = 'In danger: who can help';
const notAComplaint = 'This form is not a complaint, and we cannot resolve one. These are the steps of a complaint.';
const whoToCall = ['Emergency services', 'NHS 111', 'Samaritans', 'Shout', 'Your council’s adult safeguarding team', 'Police'];

/** What somebody chooses, by the question's id. */
type Choices = Record<string, string>;
const usual: Choices = {relationship: 'My own', experience: 'Some good, some poor', risk: 'No', when: 'I do not know', 'told-service': 'No', overall: 'Poor'};
const complained: Choices = {'told-service': 'Yes, I made a formal complaint'};

/** Somebody at the first page whose heading begins so, by way of these answers. */
async function at(heading: string, choices: Choices = {}, link = of.home): Promise<Person> {
  let person = await follow(endpoint, link);
  for (let pages = 0; pages < 25; pages += 1) {
    if (person.page.heading.startsWith(heading)) return person;
    person = await goOn(person, choices);
  }
  throw new Error(`“${heading}” was not reached; the last page was “${person.page.heading}”`);
}

function goOn(person: Person, choices: Choices = {}): Promise<Person> {
  for (const [question, choice] of Object.entries({...usual, ...choices})) if (person.page.controls.some(({name}) => name === question)) person.choose(choice, question);
  return person.press(person.page.heading.startsWith('Check your answers') ? 'Send' : 'Continue');
}

const listsOn = ({page}: Person) => pointedLists(page.html);
const titled = (person: Person, title: string): PointedList | undefined => listsOn(person).find((list) => list.title === title);
const leaveLink = '<p class="leave screen-only"><a href="https://www.bbc.co.uk/weather" rel="noopener noreferrer" referrerpolicy="no-referrer" >Leave this page</a></p>';
const earlyLink = '<a href="https://www.bbc.co.uk/weather" rel="noopener noreferrer" referrerpolicy="no-referrer" class="skip">Leave this page</a>';

describe('whom to call in danger', () => {
  it.each([['the story', 'What happened?', of.home], ['the comment of the quick form', 'How was the care?', `${of.home}&question-set=quick`]])('stands folded up beside %s, for everybody', async (_, heading, link) => {
    expect(listsOn(await at(heading, {}, link))).toMatchObject([{title: inDanger, is: 'folded up', names: whoToCall}]);
  });

  it.each(['Yes', 'I am not sure'])('is open on the page after “%s” to the question of danger, and stands in no way', async (answer) => {
    const after = await at('Told the police', {risk: answer});
    expect(listsOn(after)).toMatchObject([{title: inDanger, is: 'open', names: whoToCall}]);
    expect((await after.press('Continue')).page.heading).toBe('When did it happen?');
  });

  it.each(['Yes', 'I am not sure'])('is there once, open, on the page after the quick form’s one page of questions and “%s”, before anything is sent', async (answer) => {
    const check = await at('Check your answers', {risk: answer}, `${of.home}&question-set=quick`);
    expect(listsOn(check)).toMatchObject([{title: inDanger, is: 'open', names: whoToCall}]);
  });

  it('stands on no other page', async () => {
    let person = await at('Tell us what care');
    for (let pages = 0; pages < 20 && !person.page.heading.startsWith('Check'); pages += 1) {
      if (!person.page.heading.startsWith('What happened?')) expect([person.page.heading, listsOn(person)]).toEqual([person.page.heading, []]);
      person = await goOn(person);
    }
    expect(listsOn(person)).toEqual([]);
  });

  it('can be called and texted from there', async () => {
    const [list] = listsOn(await at('What happened?'));
    for (const link of ['tel:999', 'tel:111', 'tel:116123', 'sms:85258', 'tel:101']) expect(list?.html).toContain(`<a href="${link}" rel="noopener noreferrer" class="number"`);
  });
});

describe('after “I made a formal complaint”', () => {
  const wayFor = async (link: string) => titled(await at('Has the service answered', complained, link), notAComplaint);

  it.each([
    ['a hospital', of.hospital, ['The service itself', 'Patient Advice and Liaison Service (PALS)', 'NHS complaints advocacy', 'Parliamentary and Health Service Ombudsman']],
    ['a GP practice', of.practice, ['The service itself', 'NHS complaints advocacy', 'Parliamentary and Health Service Ombudsman']],
    ['a care home', of.home, ['The service itself', 'Independent advocacy', 'Local Government and Social Care Ombudsman']],
    ['health care in prison', of.prison, ['The service itself', 'NHS complaints advocacy', 'Parliamentary and Health Service Ombudsman', 'Independent Monitoring Board', 'Prisons and Probation Ombudsman']],
  ])('the steps stand on the next page, fitted to %s', async (_, link, steps) => {
    const way = await wayFor(link);
    expect(way?.is).toBe('shown');
    expect(way?.names).toEqual([...steps, 'Equality Advisory and Support Service']);
  });

  it('the last day is said where the month is known', async () => {
    const person = await at('When did it', {}, of.hospital);
    let after = await person.write('Month', '9').write('Year', '2026').press('Continue');
    for (let pages = 0; pages < 6 && !after.page.heading.startsWith('Has the service'); pages += 1) after = await goOn(after, complained);
    expect(wordsOf(titled(after, notAComplaint)?.html ?? '')).toContain('Usually by 30 September 2027. Ask them if you need longer.');
  });

  it('the next step comes first once the service has answered', async () => {
    const after = await at('Who else may see it', {...complained, 'service-answered': 'Yes'}, of.hospital);
    expect(titled(after, notAComplaint)?.names[0]).toBe('Parliamentary and Health Service Ombudsman');
    expect(listsOn(await at('Who else may see it', {...complained, 'service-answered': 'No'}, of.hospital))).toEqual([]);
  });

  it.each(['Yes', 'No', 'I am not sure'])('nothing of it comes for “%s”', async (answer) => {
    const person = await goOn(await at('Have you told the service'), {'told-service': answer});
    expect(listsOn(person)).toEqual([]);
  });
});

describe('whoever may need others than us', () => {
  it('reads of the Mental Health Act’s own complaints and of advocacy once they say that somebody was detained', async () => {
    const person = await goOn(await at('Were you detained', {}, of.ward), {detained: 'Yes'});
    expect(titled(person, 'Who can help people detained under the Mental Health Act')).toMatchObject({is: 'shown', names: ['CQC, about the Mental Health Act', 'Independent mental health advocate (IMHA)']});
  });

  it('reads who helps after a death', async () => {
    const asked = await goOn(await at('Tell us what care'), {relationship: 'A relative or friend'});
    const person = await asked.choose('Yes').press('Continue');
    expect(titled(person, 'Who can help after a death')).toMatchObject({is: 'shown', names: ['Medical examiner', 'Coroner', 'Bereavement support']});
  });

  it.each([['My own', 'What has the care'], ['A relative or friend', 'Has the person died?']])('who is under 18, reads of Childline first, on the page after “%s”', async (relationship, next) => {
    const person = await goOn(await at('Tell us what care'), {'under-18': 'Yes', relationship});
    expect(person.page.heading).toContain(next);
    expect(titled(person, 'Who can help you')).toMatchObject({is: 'shown', names: ['Childline', 'Emergency services']});
  });

  it('who works there, reads whom staff can speak to', async () => {
    const person = await at('Before you go on: speaking up', {relationship: 'I work or volunteer there, or used to'});
    expect(titled(person, 'Who can help people who speak up at work')).toMatchObject({is: 'shown', names: ['CQC, for staff', 'Protect', 'Your council’s adult safeguarding team', 'Speak Up Direct']});
  });

  it('and changes an answer at the end, reads it where they check their answers', async () => {
    const check = await at('Check your answers', complained);
    expect(listsOn(check)).toEqual([]);
    const again = await check.press(/^Change your answer: Is anyone being hurt/);
    const others = await goOn(await again.choose('Yes').press('Continue'));
    expect(others.page.heading).toMatch(/^Check your answers/);
    const unsure = await others.press(/^Change your answer: Is anyone being hurt/);
    const changed = await unsure.choose('I am not sure').press('Continue');
    expect(changed.page.heading).toMatch(/^Check your answers/);
    expect(listsOn(changed)).toMatchObject([{title: inDanger, is: 'open'}]);
    expect((await changed.press('Send')).page.heading).toBe('Thank you. We have got what you sent.');
  });
});

describe('the receipt', () => {
  const receiptAfter = async (choices: Choices, link = of.home) => titled(await at('Thank you', choices, link), 'Who can help');

  it.each([
    ['who told, and the receiver has it already', {}, of.home, ['Care Quality Commission (CQC)', 'Care Opinion', 'The service itself']],
    ['who complained about a hospital', complained, of.hospital, ['The service itself', 'Patient Advice and Liaison Service (PALS)', 'NHS complaints advocacy']],
    ['whose complaint was answered', {...complained, 'service-answered': 'Yes'}, of.hospital, ['Parliamentary and Health Service Ombudsman', 'NHS complaints advocacy', 'Care Quality Commission (CQC)']],
    ['who is in danger', {risk: 'Yes'}, of.home, ['Emergency services', 'NHS 111', 'Samaritans']],
    ['who works there', {relationship: 'I work or volunteer there, or used to'}, of.home, ['CQC, for staff', 'Protect', 'Your council’s adult safeguarding team']],
    ['who was detained', {detained: 'Yes'}, of.ward, ['CQC, about the Mental Health Act', 'Independent mental health advocate (IMHA)', 'Care Quality Commission (CQC)']],
    ['who is under 18', {'under-18': 'Yes'}, of.home, ['Childline', 'Care Quality Commission (CQC)', 'Care Opinion']],
  ])('ends with two or three for somebody %s', async (_, choices, link, names) => {
    expect((await receiptAfter(choices, link))?.names).toEqual(names);
  });
});

describe('a way off the page', () => {
  const offered = (person: Person) => person.page.html.includes(leaveLink);

  it('is there for staff on every page from then on, above the question and before everything else, and says once that the history stays', async () => {
    const staff = {relationship: 'I work or volunteer there, or used to'};
    let person = await at('What has the care', staff);
    for (let pages = 0; pages < 20; pages += 1) {
      expect([person.page.heading, offered(person)]).toEqual([person.page.heading, true]);
      expect(person.page.html.indexOf(leaveLink)).toBeLessThan(person.page.html.indexOf('<h1'));
      expect(/<body[^>]*>\s*<header[^>]*>\s*(<a [^>]*>[^<]*<\/a>)/.exec(person.page.html)?.[1]).toBe(earlyLink);
      expect([person.page.heading, person.page.words.includes('This page stays in your browser’s history.')]).toEqual([person.page.heading, pages === 0]);
      if (person.page.heading.startsWith('Thank you')) return;
      person = await goOn(person, staff);
    }
    throw new Error('The receipt was not reached');
  });

  it.each([
    ['anyone may be in danger', 'When did it', {risk: 'I am not sure'}, of.home],
    ['somebody else reads their messages', 'Check your answers', {'may-contact': 'Yes', 'safe-reply': 'No'}, of.home],
    ['somebody was detained', 'Have you told the service', {detained: 'Yes'}, of.ward],
  ])('is there where %s', async (_, heading, choices, link) => {
    expect(offered(await at(heading, choices, link))).toBe(true);
  });

  it('comes after what is wrong on the page', async () => {
    const wrong = await (await at('When did it', {risk: 'Yes'})).press('Continue');
    expect(wrong.page.isErrorSummaryFirst).toBe(true);
    expect(offered(wrong)).toBe(true);
  });

  it('is not shown to everybody, who might think that they need one', async () => {
    expect(offered(await at('Check your answers'))).toBe(false);
  });
});

describe('on every page that points to somebody', () => {
  const everything: Choices = {...complained, relationship: 'A relative or friend', died: 'Yes', risk: 'Yes', detained: 'Yes', 'under-18': 'Yes', 'service-answered': 'Yes'};

  it('headings come in order, no list holds anything to fill in or press, and everything is sent', async () => {
    let person = await at('Tell us what care', {}, of.ward);
    let lists = 0;
    for (let pages = 0; pages < 30; pages += 1) {
      expect(headingFaults(person.page.html)).toEqual([]);
      for (const {html} of listsOn(person)) expect(html).not.toMatch(/<(input|button|textarea|select|form)\b/);
      lists += listsOn(person).length;
      if (person.page.heading.startsWith('Thank you')) break;
      expect(person.page.errors).toEqual([]);
      person = await goOn(person, everything);
    }
    expect(lists).toBeGreaterThanOrEqual(8);
    expect((await endpoint.arrived()).at(-1)?.answers).toMatchObject({risk: 'yes', died: 'yes', detained: 'yes', 'told-service': 'complaint', 'service-answered': 'yes', 'under-18': 'yes'});
  });

  it('Continue stands before the list, so that a keyboard meets it first', async () => {
    const {html} = (await at('What happened?')).page;
    expect(html.indexOf('value="continue"')).toBeLessThan(html.indexOf('<ol class="signposts">'));
  });

  it('each link is one of the four kinds that we make, and tells the other side nothing', async () => {
    for (const person of [await at('What happened?'), await at('Has the service answered', complained, of.hospital), await at('Thank you')]) {
      const links = listsOn(person).flatMap(({html}) => [...html.matchAll(/<a ([^>]*)>/g)].map(([, written]) => written!));
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) expect(link).toMatch(/^href="(https:\/\/|tel:\+?\d+"|sms:\+?\d+"|mailto:)[^"]*"? rel="noopener noreferrer"(?: class="number" dir="auto"| dir="ltr")$/);
    }
  });
});
