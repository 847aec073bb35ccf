import {describe, expect, it} from 'vitest';
import {words} from '../../../src/locale/words.js';
import {questionsFor} from '../../../src/elements/care-signpost/situation-questions.js';

describe('what is asked of somebody who looks for help', () => {
  it.each(['complain', 'tell', 'information'] as const)('is whether a person is detained, next to mental health care: %s', (wants) => {
    const asked = questionsFor({wants, service: 'mental-health'}, {}, words('en')).map(({key}) => key);
    expect(asked).toEqual(['danger', 'wants', 'nation', 'service', 'detained']);
  });
});
