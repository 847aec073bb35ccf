import type {HandlingStep, NextStep, Unopened} from '../../contract/handling.js';
import type {Scope} from '../access/access.js';

/** A step to be, with who takes it and when. */
export interface StepBy extends NextStep {
  who: string;
  at: string;
}

/** `changed`: there were other steps already, so that nothing was written. `steps` are all that there are now. */
export interface StatusChange {
  result: 'advanced' | 'changed';
  steps: HandlingStep[];
}

/** What the team has done with each submission. What is not within the limits is not there. */
export interface HandlingStore {
  /** Keeps who opened a submission first, and ends what is urgent about it. Nothing where it is not there. */
  markOpened(id: string, opening: {label: string; openedAt: string}): Promise<void>;
  /** Takes a step where there are as many before it as it says, ends what is urgent, and records who changed it, all or nothing. */
  changeStatus(id: string, step: StepBy, scope?: Scope): Promise<StatusChange | undefined>;
  /** In their order; none where nobody has opened it, or it is not there. */
  steps(id: string, scope?: Scope): Promise<HandlingStep[]>;
  /** All that nobody has opened. One that a newer version replaces counts: anybody who knows its id can claim to correct it. */
  unopenedInAll(scope?: Scope): Promise<Unopened>;
  /** The id of the one of them to open first: of the most urgent the oldest. */
  nextUnopened(scope?: Scope): Promise<string | undefined>;
}
