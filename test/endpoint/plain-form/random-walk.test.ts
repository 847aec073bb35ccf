import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {builtInSet} from '../../../src/domain/questionnaire/sets/built-in-sets.js';
import {checkSubmission} from '../../../src/domain/questionnaire/check-submission.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {follow, type Person} from '../../support/plain-form/page-person.js';
import {headingFaults} from '../../support/plain-form/page-reader.js';

let endpoint: FormEndpoint;
beforeAll(async () => {
  endpoint = await openFormEndpoint();
});
afterAll(() => endpoint.close());

const thanks = 'Thank you. We have got what you sent.';
const links = ['/feedback', '/feedback?service=1-1000000001', '/feedback?service=1-1000000007', '/feedback?place=Exampleshire', '/feedback?question-set=quick', '/feedback?question-set=quick&service=1-1000000007'];
const written = fc.oneof(fc.constantFrom('', '2026', '3', 'example', 'me@a.example', '31', 'zzzz', ' '), fc.string({unit: 'grapheme', maxLength: 40}).filter((text) => !/[^\P{Cc}\t\n\r]/u.test(text)));

type Choose = <T>(from: fc.Arbitrary<T>) => T;

/** Answers some of a page at random, as somebody who is not careful. */
function scribble(person: Person, choose: Choose): void {
  for (const control of person.page.controls) {
    if (choose(fc.integer({min: 0, max: 2})) === 0) continue;
    if (control.type === 'radio' || control.type === 'checkbox') {
      if (choose(fc.boolean())) person.choose(control.label, control.name);
    } else if (control.tag !== 'button' && control.type !== 'hidden') person.write(control.label, choose(written));
  }
}

/** Answers all that a page needs, so that every walk can end. */
function answer(person: Person, choose: Choose): void {
  const {controls, heading} = person.page;
  if (controls.some(({name}) => name === 'service-kind')) return void person.choose('One service').write(/^Name, town/, 'zzzz');
  const options = controls.filter(({type}) => type === 'radio' || type === 'checkbox');
  for (const group of new Set(options.map(({name}) => name))) person.choose(choose(fc.constantFrom(...options.filter(({name}) => name === group))).label, group);
  if (controls.some(({name}) => name === 'when-year')) person.choose('I do not know', 'when');
  if (/^What happened\?/.test(heading)) person.write(/^What happened\?/, 'A story.');
  if (heading === 'How can we reach you?') person.choose('Email', 'contact-by').write('Email', 'me@a.example');
}

async function walk(link: string, choose: Choose): Promise<{pages: number}> {
  let person = await follow(endpoint, link);
  for (let pages = 1; pages < 300; pages += 1) {
    expect(person.response.status, person.page.heading).toBe(200);
    expect(headingFaults(person.page.html), person.page.heading).toEqual([]);
    if (person.page.heading === thanks) return {pages};
    const buttons = person.page.controls.filter(({tag}) => tag === 'button').map(({label}) => label);
    const goOn = buttons.includes('Send') ? 'Send' : 'Continue';
    expect(buttons, person.page.heading).toContain(goOn);
    const isCareful = pages > 60 || choose(fc.boolean());
    if (isCareful) answer(person, choose);
    else scribble(person, choose);
    const wanders = pages < 120 && choose(fc.integer({min: 0, max: 4})) === 0;
    person = await person.press(wanders ? choose(fc.constantFrom(...buttons)) : goOn);
  }
  throw new Error(`No end in sight, at “${person.page.heading}”: ${person.page.errors.join()}`);
}

describe('any way through the plain form', () => {
  it('ends with a receipt, and what was taken is what the rules take', async () => {
    let walks = 0;
    await fc.assert(fc.asyncProperty(fc.constantFrom(...links), fc.gen(), async (link, choose) => {
      await walk(link, (from) => choose(() => from));
      walks += 1;
    }), {numRuns: 60, endOnFailure: true});

    const arrived = await endpoint.arrived();
    expect(arrived).toHaveLength(walks);
    for (const submission of arrived) {
      const services = 'services' in submission.about ? submission.about.services : [];
      const known = await Promise.all(services.map(async ({id}) => id && (await endpoint.dependencies.store.service(id))?.kinds));
      const kinds = known.some((each) => !each) ? undefined : known.flatMap((each) => each || []);
      const set = builtInSet(submission.questionSet.id)!;
      expect(checkSubmission({...submission, language: submission.language!}, set, {latestDate: '2026-11-23', kinds})).toEqual([]);
    }
  });
});
