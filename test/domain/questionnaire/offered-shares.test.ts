import {describe, expect, it} from 'vitest';
import type {SetStructure} from '../../../src/contract/question-set.js';
import {withOfferedShares} from '../../../src/domain/questionnaire/offered-shares.js';
import {visiblePages} from '../../../src/domain/questionnaire/visible-pages.js';
import {giveFeedback} from '../../../src/domain/questionnaire/sets/give-feedback.js';

const body = {name: 'Example body', words: 'It reads.'};
const placesFor = (set: SetStructure, answers: Record<string, string> = {}) => visiblePages(set, {answers}).pages.map(({page}) => page.id);

describe('who else may see it', () => {
  it('is only whom the receiver names', () => {
    const set = withOfferedShares(giveFeedback, {local: body});
    const question = set.pages.find(({id}) => id === 'share')?.questions[0];
    expect(question?.choices).toEqual([{value: 'local'}]);
  });

  it('is not asked where the receiver names nobody', () => {
    for (const share of [undefined, {}]) expect(placesFor(withOfferedShares(giveFeedback, share))).not.toContain('share');
  });

  it('is not asked of staff where only their own service is named', () => {
    const set = withOfferedShares(giveFeedback, {service: body});
    expect(placesFor(set, {relationship: 'carer'})).toContain('share');
    expect(placesFor(set, {relationship: 'staff'})).not.toContain('share');
  });

  it('changes no other page', () => {
    const others = (set: SetStructure) => set.pages.filter(({id}) => id !== 'share');
    expect(others(withOfferedShares(giveFeedback, {}))).toEqual(others(giveFeedback));
  });
});
