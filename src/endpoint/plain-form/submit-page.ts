import type {Submission} from '../../contract/submission.js';
import {trapField} from './pages/check-page.js';
import {isContactUndecided, stepFrom, type Fields} from './pages/read-page-fields.js';
import {sessionOf, type PlainFormSession} from './pages/plain-form-session.js';
import {receiptPageHtml} from './pages/receipt-page.js';
import {plainWords} from '../html/plain-words.js';
import type {LocalisedSet} from '../html/localised-set.js';
import type {FormSession} from '../../domain/questionnaire/form-session/form-session.js';
import type {SessionStep} from '../../domain/questionnaire/form-session/session-steps.js';
import {takeStep} from '../../domain/questionnaire/form-session/take-step.js';
import {checkAnswers, currentPage, pagesToShow} from '../../domain/questionnaire/journey.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import type {Arrival} from '../submissions/accept-submission.js';
import type {Dependencies} from '../dependencies.js';
import {ticketFor} from '../access/receipt-ticket.js';
import {spreadRetryAfterSeconds} from '../http/problem-response.js';
import {StoreUnavailable} from '../store/store.js';
import {afterSteps, sessionContext} from './current-form.js';
import {nameService, type ServiceDeed} from './name-service.js';
import {pageResponse} from '../http/page-response.js';
import {detailsOf, sendSubmission, type CheckedSession} from './send-submission.js';
import {kindsOf, lookUpIn} from './named-services.js';
import {renderPage, type PageState} from './render-page.js';

/** How a page came back: from which address, where that is known, and to which origin. */
interface CameBack {
  from: string | undefined;
  endpoint: string;
}

/** Goes on from a page that came back, by the button that was pressed. */
export async function submitPage(visit: PlainFormSession, fields: Fields, form: LocalisedSet, dependencies: Dependencies, {from, endpoint}: CameBack): Promise<Response> {
  const session = await comeBack(visit, form, dependencies);
  if (session.journey.at !== checkAnswers) return renderPage(await leavePage(visit, session, fields, dependencies), form, dependencies);

  const change = fields.one('_change');
  if (change !== undefined && pagesToShow(session.journey).some(({page}) => page.id === change)) return renderPage({visit, session: afterSteps(session, [{do: 'change', page: change}], dependencies)}, form, dependencies);
  if (fields.one('_do') === 'back') return renderPage({visit, session: afterSteps(session, [{do: 'back'}], dependencies)}, form, dependencies);
  const {right} = visit;
  // Who comes to the check since their page is asked no more has not seen it yet, and it makes the right.
  if (fields.one('_do') !== 'send' || right === undefined) return renderPage({visit, session}, form, dependencies);
  const arrival = {from, ...((fields.one(trapField) ?? '') !== '' && {suspicion: 'trap' as const})};
  return trySending({visit: {...visit, right}, session, endpoint}, form, dependencies, arrival);
}

/** The page that came back with what was typed on it, as it stood when it was too old to go on from. */
export async function keepTyped(visit: PlainFormSession, fields: Fields, form: LocalisedSet, dependencies: Dependencies): Promise<PageState> {
  const session = await comeBack(visit, form, dependencies);
  return session.journey.at === checkAnswers ? {visit, session} : typed(visit, session, fields, dependencies);
}

async function comeBack(session: PlainFormSession, form: LocalisedSet, dependencies: Dependencies): Promise<FormSession> {
  const kinds = await kindsOf(session.told.about, lookUpIn(dependencies.directory));
  return afterSteps(sessionOf(session, form.set, kinds), [{do: 'come-back'}], dependencies);
}

async function leavePage(visit: PlainFormSession, session: FormSession, fields: Fields, dependencies: Dependencies): Promise<PageState> {
  const asked = currentPage(session.journey)?.questions ?? [];
  const service = asked.find(({kind}) => kind === 'service');
  if (service) {
    const named = await nameService(service, {fields, deed: serviceDeed(fields), before: visit.naming, session}, dependencies);
    return {visit: {...visit, naming: named.naming}, session: named.session};
  }
  const state = await typed(visit, session, fields, dependencies);
  const undecided = asked.find(({kind}) => kind === 'contact' && state.visit.isContactUndecided);
  const then = (): SessionStep => {
    if (fields.one('_do') === 'back') return {do: 'back'};
    return undecided ? {do: 'find-fault', fault: {question: undecided.id, kind: 'required'}} : {do: 'continue'};
  };
  return {...state, session: afterSteps(state.session, [then()], dependencies)};
}

async function typed(visit: PlainFormSession, session: FormSession, fields: Fields, dependencies: Dependencies): Promise<PageState> {
  const {journey} = session;
  const asked = currentPage(journey)?.questions ?? [];
  const service = asked.find(({kind}) => kind === 'service');
  if (service) {
    const {naming} = await nameService(service, {fields, deed: {is: 'back'}, before: visit.naming, session}, dependencies);
    return {visit: {...visit, naming}, session};
  }
  // A page that is asked no more said nothing of what stands on the one in its place, but for its own question.
  const answered = visit.at === journey.at ? asked : asked.filter(({id}) => id === visit.at);
  const steps = answered.map((question) => stepFrom(question, fields, journey.draft, [visit.opening.language])).filter((step) => step !== undefined);
  const contact = asked.find(({kind}) => kind === 'contact');
  const isUndecided = contact ? isContactUndecided(contact, fields) : visit.isContactUndecided;
  return {visit: {...visit, isContactUndecided: isUndecided || undefined}, session: afterSteps(session, steps, dependencies)};
}

function serviceDeed(fields: Fields): ServiceDeed {
  const position = fields.one('_remove');
  if (position !== undefined) return {is: 'remove', position: Number(position)};
  const pressed = fields.one('_do');
  return pressed === 'back' || pressed === 'search' || pressed === 'add' ? {is: pressed} : {is: 'continue'};
}

async function trySending({visit, session, endpoint}: {visit: CheckedSession; session: FormSession; endpoint: string}, form: LocalisedSet, dependencies: Dependencies, arrival: Arrival): Promise<Response> {
  const {notSent, notTaken} = endingWords(form.words);
  const {stillHere} = plainWords(form.words);
  try {
    const [sending, effects] = takeStep({do: 'send', details: detailsOf(visit, form, dependencies), nextId: visit.id}, await asStored(session, dependencies), sessionContext(dependencies));
    const submitted = effects.find((effect) => effect.do === 'submit');
    // Something is missing, and the session has gone to where.
    if (!submitted) return renderPage({visit, session: sending}, form, dependencies);

    const sent = await sendSubmission(JSON.parse(submitted.submission.body) as Submission, visit, dependencies, arrival);
    if (sent.is === 'too-many') return renderPage({visit, session, trouble: {heading: notSent, advice: stillHere}, status: 429, headers: {'Retry-After': String(spreadRetryAfterSeconds(sent.seconds))}}, form, dependencies);
    if (sent.is === 'received') return pageResponse(receiptPageHtml(form, sending.journey.draft, {...sent, ticket: ticketFor({code: sent.code ?? '', reference: ''}, dependencies), opening: visit.opening, endpoint}));
    // What this form asks should fit what is taken; where it does not, somebody should hear of it.
    dependencies.log(`POST /feedback: what the plain form made of the set ${form.set.id} was refused at ${sent.pointers.join(', ')}`);
    return renderPage({visit, session, trouble: {heading: notSent, advice: notTaken}, status: 422}, form, dependencies);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    dependencies.log(`POST /feedback: the store does not answer: ${error.message}`);
    return renderPage({visit, session, trouble: {heading: notSent, advice: stillHere}, status: 503, headers: {'Retry-After': '10'}}, form, dependencies);
  }
}

/** With what the store knows that the services do, for it decides what is taken. */
async function asStored(session: FormSession, {store}: Dependencies): Promise<FormSession> {
  const {journey} = session;
  const kinds = (await kindsOf(journey.draft.about, (id) => store.service(id))) ?? [];
  return {...session, journey: {...journey, draft: {...journey.draft, kinds}}};
}
