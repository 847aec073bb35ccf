import * as z from 'zod/mini';
import {Slug} from '../../contract/identifiers.js';

/** Below it a colour would say more about single people than about a service. No file can lower it. */
export const minimumPeople = 3;

const mostDays = 730;
const people = (fewest: number) => z.int().check(z.minimum(fewest, {error: `is fewer than ${fewest}`}), z.maximum(1000, {error: 'is more than 1000'}));

/** Questions and the answers to them that count. */
const Given = z.record(Slug, z.array(Slug).check(z.minLength(1)));

const ConcernRule = z.strictObject({
  colour: z.enum(['red', 'amber']),
  /** How many different people it takes. */
  people: people(1),
  /** In how many days up to now. */
  days: z.int().check(z.minimum(1, {error: 'is fewer than 1'}), z.maximum(mostDays, {error: `is more than ${mostDays}`})),
  /** Counts for each of these answers apart; left out, whatever they are about. */
  each: z.optional(Given),
});
export type ConcernRule = z.infer<typeof ConcernRule>;

/** When a service is raised. The owner's file replaces it whole. */
export const ConcernRules = z.strictObject({
  /** With fewer different people than this there is no colour, whatever the rules say. */
  fewestPeople: people(minimumPeople),
  /** The answers that tell of care that was not good: only who gave one of them counts for a rule. */
  concern: Given.check(z.refine((given) => Object.keys(given).length > 0, {error: 'names no question'})),
  /** The worst colour whose rule holds is shown; where none does, green. */
  rules: z.array(ConcernRule).check(z.minLength(1), z.maxLength(50)),
});
export type ConcernRules = z.infer<typeof ConcernRules>;

/** The rules where the owner has no file of their own. */
export const defaultConcernRules: ConcernRules = {
  fewestPeople: minimumPeople,
  concern: {experience: ['poor', 'mixed'], overall: ['poor', 'very-poor']},
  rules: [
    {colour: 'red', people: 6, days: 90},
    {colour: 'red', people: 2, days: 30, each: {topics: ['safe', 'rights']}},
    {colour: 'amber', people: 3, days: 90},
  ],
};

/** Over how many days the rules look back at most. */
export function windowDays({rules}: ConcernRules): number {
  return Math.max(...rules.map(({days}) => days));
}
