import * as z from 'zod/mini';
import {LanguageTag, Slug} from './identifiers.js';
import {shortText} from './text.js';

/** A condition as data. `service` holds when the service is of one of the kinds. */
export type When =
  | {question: string; in: string[]}
  | {answered: string}
  | {service: string[]}
  | {all: When[]}
  | {any: When[]}
  | {not: When};

export const When: z.ZodMiniType<When> = z.lazy(() =>
  z.union([
    z.strictObject({question: Slug, in: z.array(Slug).check(z.minLength(1))}),
    z.strictObject({answered: Slug}),
    z.strictObject({service: z.array(Slug).check(z.minLength(1))}),
    z.strictObject({all: z.array(When)}),
    z.strictObject({any: z.array(When)}),
    z.strictObject({not: When}),
  ]),
);

/**
 * What a question takes.
 *
 * `service`, `share` and `contact` fill the submission's `about`, `share` and
 * `contact`; the others fill `answers`. A `date` takes `YYYY`, `YYYY-MM` or
 * `YYYY-MM-DD`, and its `choices` are the words that it takes instead.
 */
export const QuestionKind = z.enum(['choice', 'choices', 'text', 'long-text', 'date', 'service', 'share', 'contact']);
export type QuestionKind = z.infer<typeof QuestionKind>;

export const Question = z.strictObject({
  id: Slug,
  kind: QuestionKind,
  when: z.optional(When),
  /** Of a `contact` question: whether it asks for the details at once, as another question has asked whether somebody wants to be reached. */
  required: z.union([z.boolean(), When]),
  /** Whether its controls are folded away under its words until somebody opens them: for what most people pass over. */
  folded: z.optional(z.union([z.boolean(), When])),
  /** In characters (code points). */
  maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(20_000))),
  choices: z.optional(z.array(z.strictObject({value: Slug, when: z.optional(When)})).check(z.minLength(1))),
});
export type Question = z.infer<typeof Question>;

/** A page without questions only informs. */
export const Page = z.strictObject({id: Slug, when: z.optional(When), questions: z.array(Question)});
export type Page = z.infer<typeof Page>;

const words = shortText(4000);

const ChoiceText = z.strictObject({
  label: words,
  hint: z.optional(words),
  /** Paragraphs that appear at once when this is chosen. */
  then: z.optional(z.array(words)),
});

const QuestionText = z.strictObject({
  label: words,
  hint: z.optional(words),
  /** Other words under a condition; the first that holds wins, and what it leaves out stays. */
  versions: z.optional(z.array(z.strictObject({when: When, label: z.optional(words), hint: z.optional(words)}))),
  choices: z.optional(z.record(Slug, ChoiceText)),
  /** What to say when it was left out though it is needed. */
  required: z.optional(words),
});
export type QuestionText = z.infer<typeof QuestionText>;

const PageText = z.strictObject({
  /** Left out where the only question is the heading. */
  title: z.optional(words),
  body: z.optional(z.array(words)),
});
export type PageText = z.infer<typeof PageText>;

/**
 * The words of a set in one language. `{receiver}`, `{service}`, `{emergency}`,
 * `{readHours}`, `{replyWithin}`, `{whatHappens}`, `{prescribed}` and `{otherWays}`
 * stand for what only the place of use knows.
 */
export const SetText = z.strictObject({
  title: words,
  pages: z.record(Slug, PageText),
  questions: z.record(Slug, QuestionText),
});
export type SetText = z.infer<typeof SetText>;

/** Questions as data, structure and words apart. A published version never changes. */
export const QuestionSet = z.strictObject({
  id: Slug,
  version: shortText(32),
  pages: z.array(Page).check(z.minLength(1)),
  texts: z.record(LanguageTag, SetText).check(z.refine((texts) => Object.keys(texts).length > 0, {error: 'has no language'})),
});
export type QuestionSet = z.infer<typeof QuestionSet>;

/** A set without its words: all that the rules need. */
export type SetStructure = Pick<QuestionSet, 'id' | 'version' | 'pages'>;
