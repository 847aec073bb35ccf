import type {KeyQuestionRating} from '../../contract/rating.js';
import {keyQuestionIds, type KeyQuestionId} from '../../contract/rating-words.js';
import {lineIn} from './json-record.js';

const idsByLetters = new Map(keyQuestionIds.map((id) => [lettersOf(id), id]));

/** What was said of one question, and the day to compare it by: its own, or that of the rating it stands in. */
export interface KeyQuestionAnswer {
  answer: KeyQuestionRating;
  comparedBy: string;
}

/** The key question of a name as CQC writes it: "Well-led", "Well-Led", "well led". */
export function keyQuestionNamed(name: unknown): KeyQuestionId | undefined {
  return idsByLetters.get(lettersOf(lineIn(name) ?? ''));
}

/** The newest of each question in CQC's order; of one day the first. */
export function newestOfEach(answers: readonly KeyQuestionAnswer[]): KeyQuestionRating[] {
  return keyQuestionIds.flatMap((id) => {
    const [first, ...others] = answers.filter(({answer}) => answer.question === id);
    return first ? [others.reduce((newest, each) => (each.comparedBy > newest.comparedBy ? each : newest), first).answer] : [];
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
