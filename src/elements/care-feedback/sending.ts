import type {Submission} from '../../contract/submission.js';
import {jsonText} from '../../delivery/json.js';

/**
 * A submission as it goes: from the first Send these bytes are frozen, so that
 * the endpoint knows every copy of them as one.
 */
export interface Letter {
  id: string;
  body: string;
  /** What somebody told in it, to see later whether they changed anything. */
  told: string;
}

/**
 * The letter for what stands in the form now.
 *
 * Nothing changed since the last letter: the same one, byte for byte. Something
 * changed: a new one that replaces it, as nobody can know whether the last one
 * came through.
 *
 * @param newId makes an id; called only when an answer changed after a Send
 */
export function letterFor(last: Letter | undefined, submission: Submission, newId: () => string): Letter {
  const told = toldIn(submission);
  if (last?.told === told) return last;
  const id = last ? newId() : submission.id;
  const whole: Submission = {...submission, id, ...(last && {replaces: last.id})};
  return {id, body: jsonText(whole), told};
}

function toldIn({questionSet, about, answers, share, contact, helper}: Submission): string {
  return jsonText([questionSet, about, answers, share, contact, helper]);
}
