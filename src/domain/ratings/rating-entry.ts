import type {Result} from '../../contract/rating.js';
import {dayFrom} from './day-from.js';
import {keyQuestionNamed, type KeyQuestionAnswer} from './key-questions.js';
import {jsonRecordsIn, type JsonRecord} from './json-record.js';
import {reportAddress, resultOf} from './result.js';

/** One rating as a record holds it: the word, and what is said of the key questions with it. */
export interface RatingEntry {
  result: Result | undefined;
  answers: KeyQuestionAnswer[];
  /** Whose rating it is, where the record names an organisation. */
  organisation: unknown;
}

/** A rating of the older shape; each key question has a day of its own, or none. */
export function inspected(rating: JsonRecord): RatingEntry {
  const published = dayFrom(rating['reportDate']);
  return {
    result: resultOf(rating['rating'], published, reportAddress(rating['reportLinkId'])),
    answers: answersIn(rating, (each) => ({own: dayFrom(each['reportDate']), comparedBy: dayFrom(each['reportDate']) ?? published})),
    organisation: rating['organisationId'],
  };
}

/** A rating of the newer shape, all of which was published on one day. */
export function assessed(rating: JsonRecord, published: string | undefined): RatingEntry {
  const current = {...rating, keyQuestionRatings: jsonRecordsIn(rating['keyQuestionRatings']).filter((each) => !isPast(each['status']))};
  return {
    result: resultOf(rating['rating'], published, reportAddress(rating['reportLinkId'])),
    answers: answersIn(current, () => ({own: published, comparedBy: published})),
    organisation: rating['organisationId'],
  };
}

/** Whether a status of the newer shape says that the rating no longer holds. */
export function isPast(status: unknown): boolean {
  return typeof status === 'string' && /^\s*(archived?|historic(al)?|superseded|inactive|previous|withdrawn|cancelled|closed|draft)\s*$/i.test(status);
}

function answersIn(rating: JsonRecord, dayOf: (question: JsonRecord) => {own: string | undefined; comparedBy: string | undefined}): KeyQuestionAnswer[] {
  return jsonRecordsIn(rating['keyQuestionRatings']).flatMap((each) => {
    const question = keyQuestionNamed(each['name']);
    const {own, comparedBy} = dayOf(each);
    const result = resultOf(each['rating'], own, reportAddress(each['reportLinkId']));
    return question && result ? [{answer: {question, ...result}, comparedBy: comparedBy ?? ''}] : [];
  });
}
