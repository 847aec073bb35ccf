import {describe, expect, it} from 'vitest';
import {isEarlier, nextRating, outranks} from '../../../src/domain/ratings/row-precedence.js';
import {exampleRating} from '../../support/store/submission-examples.js';

const good = {rating: 'good', label: 'Good', published: '2020-12-01'} as const;
const caring = {question: 'caring', ...good} as const;
const safe = {question: 'safe', ...good} as const;

describe('What comes beside what is kept', () => {
  it('never takes the place of CQC’s own as an example, and gives way to it', () => {
    expect(outranks('import', 'example')).toBe(true);
    expect([outranks('example', 'import'), outranks('import', 'import'), outranks('example', 'example')]).toEqual([false, false, false]);
  });

  it('stays behind what holds for a later day, and counts on the same day', () => {
    expect(isEarlier({asOf: '2026-10-31'}, {asOf: '2026-11-01'})).toBe(true);
    expect([isEarlier({asOf: '2026-11-01'}, {asOf: '2026-11-01'}), isEarlier({asOf: '2026-11-02'}, {asOf: '2026-11-01'})]).toEqual([false, false]);
  });
});

describe('Two rows of one service in one import', () => {
  const first = exampleRating({overall: null, keyQuestions: [caring]});
  const second = exampleRating({keyQuestions: [safe]});

  it('are parts of one rating where a list of one day has both', () => {
    expect(nextRating({rating: second, source: 'latest-ratings'}, first)).toMatchObject({overall: good, keyQuestions: [safe, caring]});
  });

  it('are not put together when they are of two days, or records', () => {
    expect(nextRating({rating: second, source: 'latest-ratings'}, {...first, asOf: '2026-10-01'})).toBe(second);
    expect(nextRating({rating: second, source: 'record'}, first)).toBe(second);
    expect(nextRating({rating: second, source: 'latest-ratings'}, undefined)).toBe(second);
  });
});
