import type {QuestionSet, SetStructure, SetText} from '../../contract/question-set.js';
import type {Receiver} from '../../contract/receiver.js';
import type {Words} from '../../locale/words.js';
import {withOfferedShares} from '../../domain/questionnaire/offered-shares.js';
import {serviceText} from '../../domain/questionnaire/sets/shared-words.js';
import {staticPages} from '../../domain/questionnaire/static-pages.js';
import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import type {AnswerContext} from '../../domain/questionnaire/words/answers-in-words.js';
import {placeholdersFor} from '../../domain/questionnaire/words/placeholder-values.js';
import {fillLine, type Placeholders} from '../../domain/questionnaire/words/placeholders.js';
import {questionText} from '../../domain/questionnaire/words/question-text.js';
import type {SignpostContext} from './signpost-list-html.js';
import {firstWays} from '../../domain/signposting/first-ways.js';

/** A question set in one language, for one receiver. */
export interface LocalisedSet {
  set: SetStructure;
  text: SetText;
  words: Words;
  receiver: Receiver;
  /** Whom its pages can point to. */
  signposts?: SignpostContext;
}

/** A set in the language of its texts that is nearest to the one asked for; `wordsOf` has the words of a language. */
export function localiseSet(set: QuestionSet, language: string, receiver: Receiver, wordsOf: (language: string) => Words): LocalisedSet {
  const [first = 'en'] = Object.keys(set.texts);
  const nearest = [language, language.toLowerCase(), language.split('-')[0] ?? '', 'en'].find((tag) => Object.hasOwn(set.texts, tag)) ?? first;
  const text = set.texts[nearest] ?? {title: set.id, pages: {}, questions: {}};
  return {set, text, words: {...wordsOf(nearest), lang: nearest}, receiver};
}

/** The same as the plain pages ask it: without questions that appear by an answer beside them, what it is about for certain, and only what the receiver offers. */
export function asPlainPages(localised: LocalisedSet): LocalisedSet {
  const {set, text} = asksAbout(localised.set) ? localised : withServiceFirst(localised);
  return {...localised, text, set: staticPages(withOfferedShares(set, localised.receiver.share))};
}

/** Whether the set asks everybody which service, whom nobody has told it. */
function asksAbout({pages}: SetStructure): boolean {
  return pages.some((page) => !page.when && page.questions.some(({kind, when, required}) => kind === 'service' && !when && required === true));
}

/** A set of somebody's own may count on the page around it; a link need not say what it is about. */
function withServiceFirst({set, text, words: words}: LocalisedSet): Pick<LocalisedSet, 'set' | 'text'> {
  const others = set.pages.map((page) => ({...page, questions: page.questions.filter(({kind}) => kind !== 'service')}));
  const kept = others.filter((page, place) => page.questions.length > 0 || set.pages[place]?.questions.length === 0);
  const ids = kept.flatMap((page) => [page.id, ...page.questions.map((question) => question.id)]);
  const id = ids.includes('service') ? 'which-service' : 'service';
  return {
    set: {...set, pages: [{id, questions: [{id, kind: 'service', required: true}]}, ...kept]},
    text: {...text, questions: {...text.questions, [id]: serviceText(words)}},
  };
}

/** What the set's words leave open, for what was told so far. */
export function placeholdersOf({receiver, words}: LocalisedSet, draft: Pick<DraftResponse, 'about'>): Placeholders {
  return placeholdersFor(receiver, draft.about, firstWays, words);
}

/** The set with its blanks filled, as answers are put into words. */
export function answerContextOf(localised: LocalisedSet, draft: DraftResponse): AnswerContext {
  return {...localised, placeholders: placeholdersOf(localised, draft)};
}

/** What a page asks, as its heading: its title, or its first question. */
export function headingOf(localised: LocalisedSet, page: string, question: string | undefined, draft: DraftResponse): string {
  const {title} = localised.text.pages[page] ?? {};
  const heading = title === undefined && question !== undefined ? questionText(localised.text, question, draft).label : title;
  return fillLine(heading, placeholdersOf(localised, draft)) || localised.text.title;
}
