import * as z from 'zod/mini';
import {situationValues} from './situation-values.js';
import {shortText} from './text.js';

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => z.optional(z.enum(values));

/** What somebody needs help with. Every key may be left out; what is left out is not known. */
export const Situation = z.strictObject({
  nation: oneOf(situationValues.nation),
  danger: oneOf(situationValues.danger),
  wants: oneOf(situationValues.wants),
  age: oneOf(situationValues.age),
  care: oneOf(situationValues.care),
  pays: oneOf(situationValues.pays),
  service: oneOf(situationValues.service),
  profession: oneOf(situationValues.profession),
  complained: oneOf(situationValues.complained),
  /** `YYYY-MM`. */
  happened: z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, {error: 'is not a month as YYYY-MM'}))),
  detained: oneOf(situationValues.detained),
  died: oneOf(situationValues.died),
  /** A council's code or name. */
  area: z.optional(shortText(100)),
});
export type Situation = z.infer<typeof Situation>;

const someOf = <const Values extends readonly [string, ...string[]]>(values: Values) => z.optional(z.array(z.enum(['unknown', ...values])).check(z.minLength(1)));

/**
 * A condition on a situation, as data: every key that it names must be one of
 * the values. `unknown` stands for a key that the situation leaves out. `{}` always holds.
 */
export const SituationWhen = z.strictObject({
  nation: someOf(situationValues.nation),
  danger: someOf(situationValues.danger),
  wants: someOf(situationValues.wants),
  age: someOf(situationValues.age),
  care: someOf(situationValues.care),
  pays: someOf(situationValues.pays),
  service: someOf(situationValues.service),
  profession: someOf(situationValues.profession),
  complained: someOf(situationValues.complained),
  detained: someOf(situationValues.detained),
  died: someOf(situationValues.died),
});
export type SituationWhen = z.infer<typeof SituationWhen>;
