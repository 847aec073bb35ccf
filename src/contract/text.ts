import * as z from 'zod/mini';
import {charactersIn, isKeepable, isWritten} from './characters.js';

/** Text of any length whose characters can all be kept. */
export const Prose = z.string().check(
  z.refine(isKeepable, {error: 'holds a character that cannot be kept: U+0000, another control character or half of a surrogate pair'}),
);

/** Text of at most `maximum` characters (code points), not blank. */
export function shortText(maximum: number) {
  return Prose.check(
    z.refine(isWritten, {error: 'is empty'}),
    z.refine((text) => charactersIn(text) <= maximum, {error: `is longer than ${maximum} characters`}),
  ).register(z.globalRegistry, {minLength: 1, maxLength: maximum});
}
