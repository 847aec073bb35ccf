import type {Handled, HandlingStep} from '../../contract/handling.js';

/** A step as a store's tables give it. */
export interface StepRow {
  state: Handled;
  who: string;
  at: string;
  note: string | null;
}

export function handlingStep({note, ...step}: StepRow): HandlingStep {
  return {...step, ...(note !== null && {note})};
}
