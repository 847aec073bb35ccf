import {readCode} from '../../contract/code.js';
import {dateInWords} from '../../locale/dates-in-words.js';
import {askPage, keptSubmissionPage, surePage, type KeptSubmission} from './own-pages.js';
import {ownPath} from '../html/own-feedback-link.js';
import {ownWords} from '../html/own-words.js';
import {messagePage} from '../html/message-page.js';
import {plainWords} from '../html/plain-words.js';
import type {LocalisedSet} from '../html/localised-set.js';
import {sourceLanguage} from '../../locale/words.js';
import {thePerson} from '../access/access.js';
import {askedLanguage} from '../http/requested-language.js';
import type {Dependencies} from '../dependencies.js';
import {eraseSubmission} from '../retention/erase-submission.js';
import {readForm} from '../http/form-body.js';
import {correct} from './correct.js';
import {storedSubmissionOf} from './stored-submission.js';
import {submissionForCode, referenceToErase, type Proven} from './check-code.js';
import {readTicket, ticketFor} from '../access/receipt-ticket.js';
import {formOf, usualForm} from '../plain-form/current-form.js';
import {pageResponse} from '../http/page-response.js';
import {londonDay} from '../../locale/london-day.js';
import {spreadRetryAfterSeconds} from '../http/problem-response.js';
import type {Route} from '../http/route.js';
import {isFromElsewhere} from '../http/sending-site.js';
import {StoreUnavailable} from '../store/store.js';

const fieldsBytes = 16 * 1024;

const ask: Route = {
  method: 'GET',
  path: ownPath,
  handle: ({url}, dependencies) => inWords('GET', url, dependencies, async (form) => pageResponse(askPage(form))),
};

const act: Route = {
  method: 'POST',
  path: ownPath,
  handle: ({request, url, from}, dependencies) => inWords('POST', url, dependencies, async (usual) => {
    const body = await readForm(request, fieldsBytes);
    const fields = 'fields' in body ? body.fields : new URLSearchParams();
    const ticket = fields.get('ticket');
    // `token` is what the pages called the code before.
    const typed = {reference: fields.get('reference') ?? '', code: fields.get('code') ?? fields.get('token') ?? ''};
    const receipt = ticket === null ? typed : readTicket(ticket, dependencies);
    // Nobody is led to somebody else's by another website, to write on there; and a ticket that is over is no wrong code.
    if (receipt === undefined || isFromElsewhere(request, url, dependencies)) return pageResponse(askPage(usual), 403);
    const found = await submissionForCode(receipt, dependencies);
    // Only now: whoever tries codes must keep nobody behind the same address from what they sent.
    const seconds = found === undefined ? dependencies.rateLimiter.waitAfterWrongCode(from) : dependencies.rateLimiter.waitToComeBack(from, found.id);
    if (seconds !== undefined) return tooOften(usual, seconds);
    if (found === undefined) return pageResponse(askPage(usual, {isWrong: true}), 403);

    const entry = await dependencies.store.submission(found.id);
    const {gone, goneAdvice} = ownWords(usual.words);
    if (!entry) return pageResponse(messagePage(usual, {heading: gone, sentences: [goneAdvice]}));
    const form = (entry.questionSet && (await formOf(entry.questionSet, entry.language ?? sourceLanguage, dependencies))) ?? usual;
    const deed = fields.get('_do');
    if (deed === 'withdraw') return pageResponse(surePage(form, ticketFor(receipt, dependencies)));
    if (deed === 'erase') return withdraw(entry, found, form, dependencies);
    const kept = await storedSubmissionOf(entry, form, dependencies);
    if (deed === 'correct' && kept.canCorrect) return correct(kept, found.byOlderReceipt ? undefined : readCode(receipt.code), form, dependencies);
    return pageResponse(keptSubmissionPage(form, kept, ticketFor(receipt, dependencies)));
  }),
};

/** The rights of those who wrote, by their receipt alone. */
export const ownFeedbackRoutes: readonly Route[] = [ask, act];

function tooOften(form: LocalisedSet, seconds: number): Response {
  const words = ownWords(form.words);
  return pageResponse(messagePage(form, {heading: words.tooOften, sentences: [words.tooOftenAdvice]}), 429, {'Retry-After': String(spreadRetryAfterSeconds(seconds))});
}

async function withdraw(entry: KeptSubmission['entry'], found: Proven, form: LocalisedSet, dependencies: Dependencies): Promise<Response> {
  const words = ownWords(form.words);
  const reference = await referenceToErase(entry, found, dependencies);
  if (reference === undefined) return pageResponse(messagePage(form, {heading: words.notByThis, sentences: [words.notByThisAdvice]}), 409);
  const erased = await eraseSubmission({who: thePerson}, reference, dependencies);
  // The days alone: who of the team took them out is not for everybody.
  const days = [...new Set(erased?.copies.map(({at}) => londonDay(new Date(at))))].map((day) => dateInWords(day, form.words.lang));
  return pageResponse(messagePage(form, {heading: words.withdrawn, sentences: [words.withdrawnAdvice, words.notReached, ...(days.length > 0 ? [words.copiedOn(days.join(', '))] : [])]}));
}

/** A page where a program would get a problem in JSON: somebody reads this. */
async function inWords(method: string, url: URL, dependencies: Dependencies, answer: (usual: LocalisedSet) => Promise<Response>): Promise<Response> {
  const usual = await usualForm(askedLanguage(url), dependencies);
  try {
    return await answer(usual);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    dependencies.log(`${method} ${ownPath}: the store does not answer: ${error.message}`);
    return pageResponse(messagePage(usual, {heading: plainWords(usual.words).unavailable, sentences: [ownWords(usual.words).tooOftenAdvice]}), 503, {'Retry-After': '10'});
  }
}
