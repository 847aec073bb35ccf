import * as z from 'zod/mini';
import {Slug} from './identifiers.js';
import {Prose} from './text.js';

/** What somebody answered to one question: a text, a choice's value, a date, or a list of choices' values. */
export const Answer = z.union([Prose, z.array(Prose).check(z.maxLength(64))]);
export type Answer = z.infer<typeof Answer>;

/** A question's id to its answer. */
export const Answers = z.record(Slug, Answer);
export type Answers = Readonly<Record<string, Answer>>;
