import * as z from 'zod/mini';
import {shortText} from './text.js';
import {Moment} from './submission.js';

/** Where the team can take a submission. Nobody can make it unopened again. */
export const Handled = z.enum(['seen', 'handling', 'closed']);
export type Handled = z.infer<typeof Handled>;

/** How far the team has come with a submission. */
export const HandlingState = z.enum(['unopened', ...Handled.options]);
export type HandlingState = z.infer<typeof HandlingState>;

/** One step of the team's, and who took it when. */
export const HandlingStep = z.object({state: Handled, who: z.string(), at: Moment, note: z.optional(z.string())});
export type HandlingStep = z.infer<typeof HandlingStep>;

/** How far it has come, by which steps, in their order. */
export const Handling = z.object({state: HandlingState, steps: z.array(HandlingStep)});
export type Handling = z.infer<typeof Handling>;

/** How many nobody has opened, and of them the one that has waited longest. */
export interface Unopened {
  count: number;
  oldest?: {id: string; receivedAt: string};
}

/** Characters that a note may have at most. */
export const noteLength = 2000;

/** A step to be. `steps` is how many there were when its author looked: had somebody taken another meanwhile, they must know. */
export const NextStep = z.strictObject({state: Handled, note: z.optional(shortText(noteLength)), steps: z.int().check(z.nonnegative())});
export type NextStep = z.infer<typeof NextStep>;
