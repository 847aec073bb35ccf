import {Hono} from 'hono';
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
import type {EndpointContext, EndpointEnvironment} from '../http/environment.js';
import {readForm} from '../http/form-body.js';
import {correct} from './correct.js';
import {storedSubmissionOf} from './stored-submission.js';
import {submissionForCode, referenceToErase, type Proven} from './check-code.js';
import {readTicket, ticketFor} from '../access/receipt-ticket.js';
import {formOf, usualForm} from '../plain-form/current-form.js';
import {pageResponse} from '../http/page-response.js';
import {londonDay} from '../../locale/london-day.js';
import {spreadRetryAfterSeconds} from '../http/problem-response.js';
import {isFromElsewhere} from '../http/sending-site.js';
import {StoreUnavailable} from '../store/store.js';

const fieldsBytes = 16 * 1024;

/** The rights of those who wrote, by their receipt alone. */
export const ownFeedbackRoutes = new Hono<EndpointEnvironment>()
  .get(ownPath, async ({req, env}) => pageResponse(askPage(await usualForm(askedLanguage(req), env))))
  .post(ownPath, async ({req, env}) => {
    const usual = await usualForm(askedLanguage(req), env);
    const body = await readForm(req.raw, fieldsBytes);
    const fields = 'fields' in body ? body.fields : new URLSearchParams();
    const ticket = fields.get('ticket');
    // `token` is what the pages called the code before.
    const typed = {reference: fields.get('reference') ?? '', code: fields.get('code') ?? fields.get('token') ?? ''};
    const receipt = ticket === null ? typed : readTicket(ticket, env);
    // Nobody is led to somebody else's by another website, to write on there; and a ticket that is over is no wrong code.
    if (receipt === undefined || isFromElsewhere(req, env)) return pageResponse(askPage(usual), 403);
    const found = await submissionForCode(receipt, env);
    // Only now: whoever tries codes must keep nobody behind the same address from what they sent.
    const seconds = found === undefined ? env.rateLimiter.waitAfterWrongCode(env.from) : env.rateLimiter.waitToComeBack(env.from, found.id);
    if (seconds !== undefined) return tooOften(usual, seconds);
    if (found === undefined) return pageResponse(askPage(usual, {isWrong: true}), 403);

    const entry = await env.store.submission(found.id);
    const {gone, goneAdvice} = ownWords(usual.words);
    if (!entry) return pageResponse(messagePage(usual, {heading: gone, sentences: [goneAdvice]}));
    const form = (entry.questionSet && (await formOf(entry.questionSet, entry.language ?? sourceLanguage, env))) ?? usual;
    const deed = fields.get('_do');
    if (deed === 'withdraw') return pageResponse(surePage(form, ticketFor(receipt, env)));
    if (deed === 'erase') return withdraw(entry, found, form, env);
    const kept = await storedSubmissionOf(entry, form, env);
    if (deed === 'correct' && kept.canCorrect) return correct(kept, found.byOlderReceipt ? undefined : readCode(receipt.code), form, env);
    return pageResponse(keptSubmissionPage(form, kept, ticketFor(receipt, env)));
  })
  .onError(unavailablePage);

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
async function unavailablePage(error: Error, {req, env}: EndpointContext): Promise<Response> {
  if (!(error instanceof StoreUnavailable)) throw error;
  const usual = await usualForm(askedLanguage(req), env);
  env.log(`${req.method} ${ownPath}: the store does not answer: ${error.message}`);
  return pageResponse(messagePage(usual, {heading: plainWords(usual.words).unavailable, sentences: [ownWords(usual.words).tooOftenAdvice]}), 503, {'Retry-After': '10'});
}
