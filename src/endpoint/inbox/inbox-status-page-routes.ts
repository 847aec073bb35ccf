import {Hono} from 'hono';
import {charactersIn, isWritten, withoutUnseen} from '../../contract/characters.js';
import {Handled, noteLength} from '../../contract/handling.js';
import {detailPage} from './pages/detail-page.js';
import {addressOf, inboxMessage, inboxPath} from './pages/inbox-frame.js';
import {nextPath, type UnsavedStep} from './pages/status-form.js';
import {statusWords} from './pages/status-words.js';
import {changeStatusFor} from './change-status.js';
import {mayHandle} from '../access/authorise.js';
import {openFor} from './read-submissions.js';
import type {Dependencies} from '../dependencies.js';
import {readForm} from '../http/form-body.js';
import {detailFor} from './submission-detail.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {frameOf, notFound, requireSignIn, unavailablePage, withoutRight} from './require-sign-in.js';
import {inboxResponse} from './inbox-response.js';
import type {InboxContext, InboxEnvironment, InboxMiddleware} from './inbox-environment.js';
import {StoreUnavailable} from '../store/store.js';

// Whoever pastes a whole report gets it back, to shorten it.
const mostBytes = 512 * 1024;
const statuses: Readonly<Record<UnsavedStep['because'], number>> = {changed: 409, 'too-long': 422, unavailable: 503};

const refuseService: InboxMiddleware = async ({env, var: {principal}}, next) => (mayHandle(principal.access) ? next() : withoutRight(env));

/** `next` stands before the inbox's `:id`. */
export const inboxStatusPageRoutes = new Hono<InboxEnvironment>()
  .get(nextPath, requireSignIn, refuseService, async ({req, env, redirect, var: {principal}}) => {
    // No other website's link opens what nobody has asked for by its id, and so ends its alert.
    if (['cross-site', 'same-site'].includes(req.header('Sec-Fetch-Site') ?? '')) return redirect(inboxPath, 303);
    const id = await env.store.nextUnopened(principal.access.scope);
    if (id !== undefined) return redirect(addressOf(id), 303);
    const {nothingUnopened, nothingUnopenedAdvice} = statusWords(env.words.team);
    return inboxResponse(inboxMessage(frameOf(env), nothingUnopened, nothingUnopenedAdvice));
  })
  .post(`${inboxPath}/:id/handling`, requireSignIn, refuseService, async (context) => {
    const body = await readForm(context.req.raw, mostBytes);
    if ('refused' in body) return body.refused === 413 ? farTooLong(context.env) : notRead(context.env, body.refused);
    const sent = stepIn(body.fields);
    if (!sent) return notRead(context.env, 400);
    const because = noteFault(sent.note);
    const id = submissionIdIn(context.req.param('id'));
    if (id === undefined) return notFound(context.env);
    return because ? again({...sent, because}, id, context) : take(sent, id, context);
  })
  .onError(unavailablePage);

type SentStep = Omit<UnsavedStep, 'because'>;

async function take(sent: SentStep, id: string, context: InboxContext): Promise<Response> {
  const {env, var: {principal}} = context;
  const {state, note, seen: steps} = sent;
  try {
    const advanced = await changeStatusFor(principal, id, {state, steps, ...(isWritten(note) && {note})}, env);
    if (!advanced) return notFound(env);
    return advanced.result === 'changed' ? await again({...sent, because: 'changed'}, id, context) : context.redirect(`${addressOf(id)}#handling`, 303);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    env.log(`POST ${inboxPath}/:id/handling: the store does not answer: ${error.message}`);
    return again({...sent, because: 'unavailable'}, id, context);
  }
}

/** The submission's page once more, with what was typed. It opens it as any other way to it does. */
async function again(unsaved: UnsavedStep, id: string, {req, env, var: {principal}}: InboxContext): Promise<Response> {
  const submission = await openFor(principal, id, req.raw, env);
  if (!submission) return notFound(env);
  const {handling, ...detail} = await detailFor(submission, principal, env);
  return inboxResponse(detailPage(frameOf(env), {...detail, ...(handling && {handling: {...handling, unsaved}})}), statuses[unsaved.because], unsaved.because === 'unavailable' ? {'Retry-After': '10'} : {});
}

/** What a form of ours sends; anything else is none. */
function stepIn(fields: URLSearchParams): SentStep | undefined {
  const state = Handled.safeParse(fields.get('state'));
  const steps = fields.get('steps') ?? '';
  if (!state.success || !/^\d{1,9}$/.test(steps)) return undefined;
  return {state: state.data, seen: Number(steps), note: withoutUnseen(fields.get('note') ?? '')};
}

function noteFault(note: string): 'too-long' | undefined {
  return charactersIn(note) > noteLength ? 'too-long' : undefined;
}

function notRead(dependencies: Dependencies, status: number): Response {
  const {notRead: heading, notReadAdvice} = statusWords(dependencies.words.team);
  return inboxResponse(inboxMessage(frameOf(dependencies), heading, notReadAdvice), status);
}

function farTooLong(dependencies: Dependencies): Response {
  const {farTooLong: heading, farTooLongAdvice} = statusWords(dependencies.words.team);
  return inboxResponse(inboxMessage(frameOf(dependencies), heading, farTooLongAdvice(noteLength)), 413);
}
