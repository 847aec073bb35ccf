import {trapField} from '../../pages/plain-form/check-page.js';
import {isContactUndecided, stepFrom, typedDateFrom, type Fields} from '../../pages/plain-form/read-fields.js';
import {journeyOf, type Visit} from '../../pages/plain-form/visit.js';
import {receiptPage} from '../../pages/plain-form/receipt-page.js';
import {plainWords} from '../../pages/plain-form/plain-words.js';
import type {SpokenSet} from '../../pages/spoken-set.js';
import {checkAnswers, currentPage, faultsBeforeSending, pagesToShow, take, type Journey} from '../../questionnaire/journey.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import type {Arrival} from '../accept-submission.js';
import type {Dependencies} from '../dependencies.js';
import {ticketFor} from '../own-feedback/ticket.js';
import {laterThan} from '../problem.js';
import {StoreUnavailable} from '../store/store.js';
import {checkedAt, dateReading} from './current-form.js';
import {nameService, type ServiceDeed} from './name-service.js';
import {reply} from './replies.js';
import {send, type CheckedVisit} from './send.js';
import {kindsOf, lookUpIn} from './services.js';
import {show, type Standing} from './show.js';

/** How a page came back: from which address, where that is known, and to which origin. */
interface CameBack {
  from: string | undefined;
  endpoint: string;
}

/** Goes on from a page that came back, by the button that was pressed. */
export async function goOn(visit: Visit, fields: Fields, form: SpokenSet, dependencies: Dependencies, {from, endpoint}: CameBack): Promise<Response> {
  const journey = stillThere(await journeyNow(visit, form, dependencies), dependencies);
  if (journey.at !== checkAnswers) return show(await leavePage(visit, journey, fields, dependencies), form, dependencies);

  const change = fields.one('_change');
  const at = checkedAt(dependencies);
  if (change !== undefined && pagesToShow(journey).some(({page}) => page.id === change)) return show({visit, journey: take({do: 'change', page: change}, journey, at)}, form, dependencies);
  if (fields.one('_do') === 'back') return show({visit, journey: take({do: 'back'}, journey, at)}, form, dependencies);
  const {right} = visit;
  // Who comes to the check since their page is asked no more has not seen it yet, and it makes the right.
  if (fields.one('_do') !== 'send' || right === undefined) return show({visit, journey}, form, dependencies);
  const arrival = {from, ...((fields.one(trapField) ?? '') !== '' && {suspicion: 'trap' as const})};
  return trySending({visit: {...visit, right}, journey, endpoint}, form, dependencies, arrival);
}

/** The page that came back with what was typed on it, as it stood when it was too old to go on from. */
export async function keepTyped(visit: Visit, fields: Fields, form: SpokenSet, dependencies: Dependencies): Promise<Standing> {
  const journey = stillThere(await journeyNow(visit, form, dependencies), dependencies);
  return journey.at === checkAnswers ? {visit, journey} : typed(visit, journey, fields, dependencies);
}

async function journeyNow(visit: Visit, form: SpokenSet, {directory}: Dependencies): Promise<Journey> {
  return journeyOf(visit, form.set, await kindsOf(visit.told.about, lookUpIn(directory)));
}

/** Where the page that came back is asked no more: the one that asks its question now, or else the first that is missing something. */
function stillThere(journey: Journey, dependencies: Dependencies): Journey {
  if (journey.at === checkAnswers || currentPage(journey)) return journey;
  const asksItNow = pagesToShow(journey).find(({questions}) => questions.some(({id}) => id === journey.at));
  if (asksItNow) return {...journey, at: asksItNow.page.id};
  const missing = pagesToShow(journey).find(({page}) => !journey.passed.includes(page.id));
  return missing ? take({do: 'change', page: missing.page.id}, journey, checkedAt(dependencies)) : {...journey, at: checkAnswers};
}

async function leavePage(visit: Visit, journey: Journey, fields: Fields, dependencies: Dependencies): Promise<Standing> {
  const asked = currentPage(journey)?.questions ?? [];
  const service = asked.find(({kind}) => kind === 'service');
  if (service) {
    const named = await nameService(service, {fields, deed: serviceDeed(fields), before: visit.naming, journey}, dependencies);
    return {visit: {...visit, naming: named.naming}, journey: named.journey};
  }
  const standing = await typed(visit, journey, fields, dependencies);
  if (fields.one('_do') === 'back') return {...standing, journey: take({do: 'back'}, standing.journey, checkedAt(dependencies))};
  const undecided = asked.find(({kind}) => kind === 'contact' && standing.visit.isContactUndecided);
  if (undecided) return {...standing, journey: {...standing.journey, faults: [{question: undecided.id, kind: 'required'}]}};
  return {...standing, journey: take({do: 'continue'}, standing.journey, checkedAt(dependencies))};
}

async function typed(visit: Visit, journey: Journey, fields: Fields, dependencies: Dependencies): Promise<Standing> {
  const asked = currentPage(journey)?.questions ?? [];
  const service = asked.find(({kind}) => kind === 'service');
  if (service) {
    const {naming} = await nameService(service, {fields, deed: {is: 'back'}, before: visit.naming, journey}, dependencies);
    return {visit: {...visit, naming}, journey};
  }
  const reading = dateReading(visit.opening, dependencies);
  // A page that is asked no more said nothing of what stands on the one in its place, but for its own question.
  const answered = visit.at === journey.at ? asked : asked.filter(({id}) => id === visit.at);
  const steps = answered.map((question) => stepFrom(question, fields, journey.told, reading)).filter((step) => step !== undefined);
  const contact = asked.find(({kind}) => kind === 'contact');
  const isUndecided = contact ? isContactUndecided(contact, fields) : visit.isContactUndecided;
  const dates = answered.filter(({kind}) => kind === 'date').map(({id}) => [id, typedDateFrom(id, fields, reading)] as const);
  const typedDates = dates.length > 0 ? {...visit.typedDates, ...Object.fromEntries(dates)} : visit.typedDates;
  return {visit: {...visit, isContactUndecided: isUndecided || undefined, typedDates}, journey: steps.reduce((before, step) => take(step, before, checkedAt(dependencies)), journey)};
}

function serviceDeed(fields: Fields): ServiceDeed {
  const position = fields.one('_remove');
  if (position !== undefined) return {is: 'remove', position: Number(position)};
  const pressed = fields.one('_do');
  return pressed === 'back' || pressed === 'search' || pressed === 'add' ? {is: pressed} : {is: 'continue'};
}

async function trySending({visit, journey, endpoint}: {visit: CheckedVisit; journey: Journey; endpoint: string}, form: SpokenSet, dependencies: Dependencies, arrival: Arrival): Promise<Response> {
  const {notSent, notTaken} = endingWords(form.words);
  const {stillHere} = plainWords(form.words);
  try {
    // As the store sees the services, for it decides what is taken.
    const kinds = (await kindsOf(journey.told.about, (id) => dependencies.store.service(id))) ?? [];
    const now = {...journey, told: {...journey.told, kinds}};
    const [fault] = faultsBeforeSending(now, checkedAt(dependencies));
    if (fault) return show({visit, journey: atFault(now, fault.question, dependencies)}, form, dependencies);

    const sent = await send(visit, now, form, dependencies, arrival);
    if (sent.is === 'too-many') return show({visit, journey, trouble: {heading: notSent, advice: stillHere}, status: 429, headers: {'Retry-After': String(laterThan(sent.seconds))}}, form, dependencies);
    if (sent.is === 'received') return reply(receiptPage(form, now.told, {...sent, ticket: ticketFor({code: sent.code ?? '', reference: ''}, dependencies), opening: visit.opening, endpoint}));
    // What this form asks should fit what is taken; where it does not, somebody should hear of it.
    dependencies.log(`POST /feedback: what the plain form made of the set ${form.set.id} was refused at ${sent.pointers.join(', ')}`);
    return show({visit, journey, trouble: {heading: notSent, advice: notTaken}, status: 422}, form, dependencies);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    dependencies.log(`POST /feedback: the store does not answer: ${error.message}`);
    return show({visit, journey, trouble: {heading: notSent, advice: stillHere}, status: 503, headers: {'Retry-After': '10'}}, form, dependencies);
  }
}

/** At the page of a question that is at fault, with its faults. */
function atFault(journey: Journey, question: string, dependencies: Dependencies): Journey {
  const page = pagesToShow(journey).find(({questions}) => questions.some(({id}) => id === question));
  const there = page ? take({do: 'change', page: page.page.id}, journey, checkedAt(dependencies)) : journey;
  return take({do: 'continue'}, there, checkedAt(dependencies));
}
