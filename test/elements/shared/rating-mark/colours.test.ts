import {describe, expect, it} from 'vitest';
import {ratingWords} from '../../../../src/contract/rating-words.js';
import {ratingMarkStyles} from '../../../../src/elements/shared/rating-mark/rating-mark-styles.js';
import {shapes} from '../../../../src/elements/shared/rating-mark/rating-mark.js';
import {tokens} from '../../../../src/theme/tokens.js';
import {contrast} from '../../../support/theme/contrast.js';

const [, onLight, onDark] = /--care-colour-background, light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/.exec(tokens.cssText)!;

describe.each(ratingWords)('the colour of %s', (word) => {
  const [, plain, light, dark] = new RegExp(`'${word}'\\] \\{\\s+color: (#[0-9a-f]{6});\\s+color: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(ratingMarkStyles.cssText)!;

  it('can be read on a light and on a dark page', () => {
    expect(contrast(light!, onLight!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark!, onDark!)).toBeGreaterThanOrEqual(4.5);
  });

  it('is the light one in browsers that know no other', () => {
    expect(plain).toBe(light);
  });
});

it('nobody has to tell ratings apart by colour: each has a shape of its own', () => {
  expect(new Set(ratingWords.map((word) => shapes[word])).size).toBe(4);
});
