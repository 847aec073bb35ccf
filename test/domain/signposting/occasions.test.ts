import {describe, expect, it} from 'vitest';
import type {Situation} from '../../../src/contract/situation.js';
import {words} from '../../../src/locale/words.js';
import {giveFeedback} from '../../../src/domain/questionnaire/sets/give-feedback.js';
import {quick} from '../../../src/domain/questionnaire/sets/quick.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {isStory, occasionOf, occasionWords, signpostsOn, type Occasion} from '../../../src/domain/signposting/occasions.js';
import {whoCanHelp} from '../../../src/domain/signposting/who-can-help.js';

const directory = builtInSignposts(words('en'));
const find = (situation: Situation) => whoCanHelp(directory, situation, '2026-11-24');
const teller: Situation = {nation: 'england', wants: 'tell'};
const on = (occasion: Occasion, situation: Situation = teller) => signpostsOn(occasion, situation, find).map(({body}) => body.id).join(' ');

describe('an answer for which a form points to somebody', () => {
  const occasions: Record<string, Occasion> = {
    'risk yes': 'danger', 'risk unsure': 'danger', 'told-service complaint': 'complaint', 'detained yes': 'detained', 'died yes': 'died', 'under-18 yes': 'child',
  };

  it('is one of six, of all that the built-in sets offer', () => {
    const given = [giveFeedback, quick].flatMap(({pages}) => pages.flatMap(({questions}) => questions.flatMap(({id, choices = []}) => choices.map(({value}) => [id, value] as const))));
    const found = Object.fromEntries(given.flatMap(([id, value]) => {
      const occasion = occasionOf(id, value);
      return occasion ? [[`${id} ${value}`, occasion]] : [];
    }));
    expect(found).toEqual(occasions);
  });

  it('is none where nothing was answered, or something else that looks like it', () => {
    for (const [id, value] of [['risk', undefined], ['risk', ''], ['story', 'risk yes'], ['risk', ['yes', 'no']], ['constructor', 'yes']] as const) expect(occasionOf(id, value as string)).toBeUndefined();
  });
});

it('help in danger stands where people tell: at the story and at the comment, and at no other question', () => {
  const stories = [giveFeedback, quick].map(({pages}) => pages.flatMap(({questions}) => questions.filter(isStory).map(({id}) => id)));
  expect(stories).toEqual([['story'], ['comment']]);
  expect(isStory({id: 'story', kind: 'text'})).toBe(false);
});

describe('who can help', () => {
  it.each<[string, Occasion, Situation, string]>([
    ['in danger: 999, then whoever listens now', 'danger', teller, '999 nhs-111 samaritans shout council-safeguarding police-101'],
    ['in danger, whatever else somebody told', 'danger', {...teller, wants: 'complain', detained: 'yes', died: 'yes', service: 'gp', danger: 'no'}, '999 nhs-111 samaritans shout council-safeguarding police-101'],
    ['a child in danger', 'danger', {...teller, age: 'child'}, '999 childline nspcc childrens-services nhs-111 police-101'],
    ['a complaint about a care home', 'complaint', {...teller, wants: 'complain', complained: 'waiting', service: 'care-home'}, 'provider independent-advocacy lgsco eass'],
    ['a complaint about a GP', 'complaint', {...teller, wants: 'complain', complained: 'waiting', service: 'gp'}, 'provider nhs-complaints-advocacy phso eass'],
    ['a child’s complaint about a grandparent’s care home, which is the regulator’s as any is', 'complaint', {...teller, wants: 'complain', complained: 'waiting', service: 'care-home', age: 'child'}, 'provider independent-advocacy lgsco eass'],
    ['people who are detained, whoever pays', 'detained', {...teller, service: 'hospital', pays: 'insurer'}, 'cqc-mental-health-act imha'],
    ['after a death', 'died', {...teller, service: 'care-home'}, 'medical-examiner coroner bereavement-support'],
    ['a child: Childline, then 999', 'child', {...teller, age: 'child', wants: 'complain'}, 'childline 999'],
    ['staff', 'staff', {...teller, wants: 'report-as-staff', service: 'gp'}, 'cqc-staff protect council-safeguarding speak-up-direct'],
  ])('%s', (_name, occasion, situation, expected) => {
    expect(on(occasion, situation)).toBe(expected);
  });

  it('is said in a line over each list', () => {
    const lines = Object.values(occasionWords(words('en')));
    expect(new Set(lines).size).toBe(lines.length);
    for (const line of lines) expect(line).toMatch(/^\p{Lu}/u);
  });
});
