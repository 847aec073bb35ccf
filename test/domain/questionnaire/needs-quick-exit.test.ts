import {describe, expect, it} from 'vitest';
import type {Answers} from '../../../src/contract/answers.js';
import {needsQuickExit} from '../../../src/domain/questionnaire/needs-quick-exit.js';

describe('what somebody could be harmed for telling', () => {
  it.each<Answers>([
    {relationship: 'staff'}, {relationship: 'carer', 'also-staff': 'yes'}, {risk: 'yes'}, {risk: 'unsure'}, {topics: ['safe', 'rights']}, {detained: 'yes'}, {detained: 'unsure'},
    {'safe-reply': 'no'}, {'safe-reply': 'unsure'}, {relationship: 'staff', risk: 'no', experience: 'good'},
  ])('is %j', (answers) => expect(needsQuickExit({answers})).toBe(true));

  it.each<Answers>([
    {}, {relationship: 'carer', 'also-staff': 'no', risk: 'no', topics: ['safe', 'staff'], detained: 'no', 'under-18': 'yes', 'safe-reply': 'yes', story: 'Somebody hit him.'},
  ])('is not %j', (answers) => expect(needsQuickExit({answers, kinds: ['mental-health']})).toBe(false));
});
