import {randomBytes} from 'node:crypto';
import {randomCode} from '../../contract/code.js';
import {answersInWords} from '../../domain/questionnaire/words/answers-in-words.js';
import type {Html} from '../html/html.js';
import {checkAnswersPage} from './pages/check-page.js';
import {nothingNamed} from './pages/service-naming.js';
import {plainWords} from '../html/plain-words.js';
import {questionPage} from './pages/question-page.js';
import {answersSoFar} from '../html/answer-summary.js';
import {withSession, type PlainFormSession} from './pages/plain-form-session.js';
import {answerContextOf, type LocalisedSet} from '../html/localised-set.js';
import type {FormSession} from '../../domain/questionnaire/form-session/form-session.js';
import {checkAnswers, currentPage} from '../../domain/questionnaire/journey.js';
import type {Dependencies} from '../dependencies.js';
import {sealSession} from './sealed-session.js';
import {pageResponse} from '../http/page-response.js';
import {searchServices} from './named-services.js';

/** A visit with its session where it has come to, and what its page says beside the question. */
export interface PageState {
  visit: PlainFormSession;
  session: FormSession;
  notices?: readonly string[];
  /** Why an earlier Send did not succeed. */
  trouble?: {heading: string; advice: string};
  /** Whether all answers so far are shown under the question. */
  showsAnswers?: boolean;
  below?: Html;
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

/** The page for where a session stands, with the visit sealed as of now. */
export async function renderPage(state: PageState, form: LocalisedSet, dependencies: Dependencies): Promise<Response> {
  const {session, notices = [], trouble, status = 200, headers = {}} = state;
  const {journey} = session;
  const reached = {...withSession(state.visit, session), issuedAt: dependencies.clock().toISOString()};
  const visit: PlainFormSession = journey.at === checkAnswers && reached.right === undefined ? {...reached, right: randomCode(randomBytes(16))} : reached;
  const carried = sealSession(visit, dependencies.keys.formSigning);
  if (journey.at === checkAnswers) return pageResponse(checkAnswersPage(form, journey, {carried, notices, trouble}), status, headers);

  const asksService = currentPage(journey)?.questions.some(({kind}) => kind === 'service');
  const naming = visit.naming ?? nothingNamed;
  const found = asksService && naming.searched !== undefined ? await searchServices(naming.searched, dependencies.directory) : undefined;
  const below = state.below ?? (state.showsAnswers ? answersSoFar(form, answersInWords(answerContextOf(form, journey.draft), journey.draft), plainWords(form.words).soFar) : undefined);
  return pageResponse(questionPage(form, journey, {carried, notices, below, naming, found, isContactUndecided: visit.isContactUndecided, typedDates: session.typedDates}), status, headers);
}
