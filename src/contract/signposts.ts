import * as z from 'zod/mini';
import {isPhoneNumber} from './addresses.js';
import {LanguageTag, Slug, WebAddress} from './identifiers.js';
import {SituationWhen} from './situation.js';
import {situationValues} from './situation-values.js';
import {shortText} from './text.js';

/** `YYYY-MM-DD`. */
const Day = z.iso.date({error: 'is not a day as YYYY-MM-DD'});
const words = shortText(1000);
const nation = z.optional(z.enum(situationValues.nation));

// Where something was read and when a person last checked it there.
const provenance = {
  /** Left out only in the copy that elements carry. */
  source: z.optional(shortText(500)),
  /** `null` where nobody has yet. */
  checked: z.nullable(Day),
};

const PhoneNumber = z.string().check(z.refine(isPhoneNumber, {error: 'is not a phone number: digits and spaces, and a + before them'}));

const way = {
  ...provenance,
  /** One of the eight numbers that everybody knows: shown without a day. */
  known: z.optional(z.literal(true)),
  /** What to know before using it: "then press 1", or who answers. */
  note: z.optional(shortText(200)),
};

/**
 * One way to reach a body. What is neither `checked` nor `known` must not be
 * shown to the public as a number, text or email address; a web address may.
 */
export const Way = z.discriminatedUnion('kind', [
  z.strictObject({kind: z.literal('phone'), value: PhoneNumber, ...way}),
  /** `message` is what to text to the number. */
  z.strictObject({kind: z.literal('text'), value: PhoneNumber, message: z.optional(shortText(40)), ...way}),
  /** The number to dial on a text phone or in the relay's app. */
  z.strictObject({kind: z.literal('relay'), value: PhoneNumber, ...way}),
  z.strictObject({kind: z.literal('bsl'), value: shortText(500), ...way}),
  z.strictObject({kind: z.literal('web'), value: WebAddress, ...way}),
  z.strictObject({kind: z.literal('email'), value: z.email({error: 'is not an email address'}), ...way}),
  z.strictObject({kind: z.literal('post'), value: shortText(500), ...way}),
]);
export type Way = z.infer<typeof Way>;

const wayKinds = ['phone', 'text', 'relay', 'bsl', 'web', 'email', 'post'] as const satisfies readonly Way['kind'][];

const Fact = z.strictObject({words, ...provenance});

/** Somebody who can help. */
export const Body = z.strictObject({
  id: Slug,
  name: shortText(200),
  /** What it does for people, as a sentence. */
  does: words,
  doesNot: z.optional(words),
  ways: z.array(Way),
  hours: z.optional(Fact),
  cost: z.optional(Fact),
  /** Time limits, in words. */
  limits: z.optional(Fact),
  /** Left out: in every nation of the United Kingdom. */
  nation,
  /** The codes and names of the council area that it is for alone; such a body stands before the general one of the same id. */
  area: z.optional(z.array(shortText(100)).check(z.minLength(1))),
  /** The last day on which it is there. */
  until: z.optional(Day),
  /** The id of the body that takes over after `until`. */
  successor: z.optional(Slug),
  /** When a person last checked that it is there and does this; `null` where nobody has. */
  checked: z.nullable(Day),
});
export type Body = z.infer<typeof Body>;

/**
 * A body that may help, or all the steps of another route. `months` is the time
 * limit from the month in which it happened; `when` narrows the route's own.
 */
export const SignpostStep = z.union([
  z.strictObject({body: Slug, reason: z.optional(words), months: z.optional(z.int().check(z.minimum(1), z.maximum(120))), when: z.optional(SituationWhen)}),
  z.strictObject({route: Slug, when: z.optional(SituationWhen)}),
]);
export type SignpostStep = z.infer<typeof SignpostStep>;

/**
 * Who helps in one kind of situation, in order. Every route whose `when` holds
 * adds its steps, in the directory's order; a body that stands already is not
 * repeated. A route without `when` is only taken through other routes.
 */
export const SignpostRoute = z.strictObject({id: Slug, nation, when: z.optional(SituationWhen), steps: z.array(SignpostStep).check(z.minLength(1))});
export type SignpostRoute = z.infer<typeof SignpostRoute>;

/** Who can help, and in which situation: dated data. Bodies share an id only where their `area` differs. */
export const SignpostDirectory = z.strictObject({
  language: LanguageTag,
  bodies: z.array(Body),
  routes: z.array(SignpostRoute),
});
export type SignpostDirectory = z.infer<typeof SignpostDirectory>;

/** That a person has checked a way of ours. With a `value` it takes the place of ours, or adds a way that was missing. */
const Confirmation = z.strictObject({body: Slug, kind: z.enum(wayKinds), value: z.optional(shortText(500)), checked: Day, source: shortText(500)});

/**
 * What an owner writes beside the built-in directory: ways that somebody has
 * checked, bodies and routes that are added or, by id (and area), replaced.
 */
export const LocalSignposts = z.strictObject({
  confirm: z.optional(z.array(Confirmation)),
  bodies: z.optional(z.array(Body)),
  routes: z.optional(z.array(SignpostRoute)),
});
export type LocalSignposts = z.infer<typeof LocalSignposts>;

/** Who can help in one situation, best first. */
export const SignpostMatches = z.object({
  matches: z.array(z.object({body: Slug, name: shortText(200), reason: words, by: z.optional(Day)})),
});
export type SignpostMatches = z.infer<typeof SignpostMatches>;
