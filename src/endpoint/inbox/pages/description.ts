import {charactersIn} from '../../../contract/characters.js';
import type {InboxEntry} from '../../../contract/inbox.js';
import type {Words} from '../../../locale/words.js';
import {isKeptFromService} from '../../../domain/questionnaire/kept-from-service.js';
import type {DraftResponse} from '../../../domain/questionnaire/draft-response.js';
import {nameOf} from '../../../domain/questionnaire/words/placeholder-values.js';
import {answersInWords, choiceLabel, type AnswerInWords} from '../../../domain/questionnaire/words/answers-in-words.js';
import {dateInWords, momentInWords} from '../../../locale/dates-in-words.js';
import {answerContextOf, type LocalisedSet} from '../../html/localised-set.js';
import {inboxWords, type InboxWords} from './inbox-words.js';

/** A submission with the set that it answers, where the endpoint knows it. */
export interface ShownSubmission {
  submission: InboxEntry;
  localised: LocalisedSet | undefined;
  /** Whether it is what the service itself sees: moments are cut to their months, and what it does not see is not said to be missing. */
  isForService: boolean;
}

/** A moment of a submission, as exactly as this reader sees it. */
export function momentOf({isForService}: Pick<ShownSubmission, 'isForService'>, moment: string, {lang}: Words): string {
  return isForService ? dateInWords(moment.slice(0, 7), lang) : momentInWords(moment, lang);
}

/** A fact about a submission: what it is called, and what it is. */
export type Fact = readonly [string, string];

/** What it is about, by name. */
export function subject({about}: InboxEntry, words: InboxWords): string {
  return about ? (nameOf(about) ?? about.kind) : words.unreadSubject;
}

/** The facts that a reader picks from in the list; what is not known is left out. */
export function facts(shown: ShownSubmission, locale: Words): Fact[] {
  const {submission} = shown;
  const words = inboxWords(locale);
  const each: (readonly [string, string | undefined])[] = [
    [words.received, momentOf(shown, submission.receivedAt, locale)],
    [words.experience, answerIn(shown, 'experience') ?? answerIn(shown, 'overall')],
    [words.relationship, answerIn(shown, 'relationship')],
    [words.language, languageName(submission.language, locale.lang)],
    [words.partner, submission.source?.partner],
    [words.campaign, submission.source?.campaign],
  ];
  return each.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** The answers in words, but for the contact; and those to questions that nobody here knows, by their ids. */
export function shownAnswersOf({submission, localised: spoken, isForService}: ShownSubmission): {known: AnswerInWords[]; unknown: AnswerInWords[]} {
  const known = spoken ? askedIn(submission, spoken).filter(({question}) => isShown(question, spoken, isForService)) : [];
  const asked = new Set(known.map(({question}) => question));
  const unknown = Object.entries(submission.answers).filter(([id]) => !asked.has(id)).map(([id, answer]) => ({
    question: id,
    label: id,
    lines: typeof answer === 'string' ? [answer] : answer,
  }));
  return {known, unknown};
}

/** Every question that was answered, or that was asked for certain: what hangs on the kind of a service may not have been. */
function askedIn(submission: InboxEntry, localised: LocalisedSet): AnswerInWords[] {
  const draft = toldBy(submission);
  const reading = answerContextOf(localised, draft);
  const certain = new Set(answersInWords(reading, {...draft, kinds: []}).map(({question}) => question));
  return answersInWords(reading, draft).filter(({question, lines}) => lines.length > 0 || certain.has(question));
}

/** The words that somebody wrote most of: the answer to the set's first long question, or the longest answer. */
export function storyOf({submission, localised: spoken}: ShownSubmission): string | undefined {
  const texts = (spoken?.set.pages ?? []).flatMap((page) => page.questions).filter(({kind}) => kind === 'long-text').map(({id}) => submission.answers[id]);
  const story = texts.find((text) => typeof text === 'string');
  if (story !== undefined || spoken) return story;
  return Object.values(submission.answers).filter((answer) => typeof answer === 'string').sort((one, other) => charactersIn(other) - charactersIn(one))[0];
}

/** A language's name, or its tag where it has none. */
export function languageName(tag: string | undefined, inLanguage: string): string | undefined {
  if (tag === undefined) return undefined;
  return new Intl.DisplayNames([inLanguage], {type: 'language', fallback: 'code'}).of(tag) ?? tag;
}

function answerIn({submission, localised: spoken}: ShownSubmission, question: string): string | undefined {
  const answer = Object.hasOwn(submission.answers, question) ? submission.answers[question] : undefined;
  if (typeof answer !== 'string') return undefined;
  const draft = toldBy(submission);
  return spoken ? choiceLabel(question, answer, answerContextOf(spoken, draft), draft) : answer;
}

function toldBy({answers, about, share}: InboxEntry): DraftResponse {
  return {answers, ...(about && {about}), aboutIsGiven: true, ...(share && {share})};
}

function isShown(id: string, {set}: LocalisedSet, isForService: boolean): boolean {
  const question = set.pages.flatMap((page) => page.questions).find((each) => each.id === id);
  return question === undefined || !(question.kind === 'contact' || (isForService && isKeptFromService(question)));
}
