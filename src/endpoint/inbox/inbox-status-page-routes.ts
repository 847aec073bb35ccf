import {charactersIn, isWritten, withoutUnseen} from '../../contract/characters.js';
import {Handled, noteLength} from '../../contract/handling.js';
import {detailPage} from './pages/detail-page.js';
import {addressOf, inboxMessage, inboxPath} from './pages/inbox-frame.js';
import {nextPath, type UnsavedStep} from './pages/status-form.js';
import {statusWords} from './pages/status-words.js';
import {changeStatusFor} from './change-status.js';
import {mayHandle} from '../access/authorise.js';
import {openFor} from './read-submissions.js';
import type {Principal} from '../access/authenticate.js';
import type {Dependencies} from '../dependencies.js';
import {readForm} from '../http/form-body.js';
import {detailFor} from './submission-detail.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {withSignedInReader, frameOf, notFound, refused, withoutRight} from './require-sign-in.js';
import {redirectTo, inboxResponse} from './inbox-response.js';
import {isCrossSiteRequest} from './is-cross-site-request.js';
import type {RouteRequest, Route} from '../http/route.js';
import {StoreUnavailable} from '../store/store.js';

// Whoever pastes a whole report gets it back, to shorten it.
const mostBytes = 512 * 1024;
const statuses: Readonly<Record<UnsavedStep['because'], number>> = {changed: 409, 'too-long': 422, unavailable: 503};

const next: Route = {
  method: 'GET',
  path: nextPath,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async ({access}) => {
    if (!mayHandle(access)) return withoutRight(dependencies);
    // No other website's link opens what nobody has asked for by its id, and so ends its alert.
    if (['cross-site', 'same-site'].includes(routeRequest.request.headers.get('Sec-Fetch-Site') ?? '')) return redirectTo(inboxPath);
    const id = await dependencies.store.nextUnopened(access.scope);
    if (id !== undefined) return redirectTo(addressOf(id));
    const {nothingUnopened, nothingUnopenedAdvice} = statusWords(dependencies.words.team);
    return inboxResponse(inboxMessage(frameOf(dependencies), nothingUnopened, nothingUnopenedAdvice));
  }),
};

const advance: Route = {
  method: 'POST',
  path: `${inboxPath}/:id/handling`,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    if (isCrossSiteRequest(principal, routeRequest.request, routeRequest.url)) return refused(dependencies);
    if (!mayHandle(principal.access)) return withoutRight(dependencies);
    const body = await readForm(routeRequest.request, mostBytes);
    if ('refused' in body) return body.refused === 413 ? farTooLong(dependencies) : notRead(dependencies, body.refused);
    const sent = stepIn(body.fields);
    if (!sent) return notRead(dependencies, 400);
    const because = noteFault(sent.note);
    return because ? again({...sent, because}, routeRequest, principal, dependencies) : take(sent, routeRequest, principal, dependencies);
  }),
};

/** `next` stands before the inbox's `:id`. */
export const inboxStatusPageRoutes: readonly Route[] = [next, advance];

type SentStep = Omit<UnsavedStep, 'because'>;

async function take(sent: SentStep, routeRequest: RouteRequest, principal: Principal, dependencies: Dependencies): Promise<Response> {
  const id = submissionIdIn(routeRequest.parameters);
  if (id === undefined) return notFound(dependencies);
  const {state, note, seen: steps} = sent;
  try {
    const advanced = await changeStatusFor(principal, id, {state, steps, ...(isWritten(note) && {note})}, dependencies);
    if (!advanced) return notFound(dependencies);
    return advanced.result === 'changed' ? await again({...sent, because: 'changed'}, routeRequest, principal, dependencies) : redirectTo(`${addressOf(id)}#handling`);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    dependencies.log(`POST ${inboxPath}/:id/handling: the store does not answer: ${error.message}`);
    return again({...sent, because: 'unavailable'}, routeRequest, principal, dependencies);
  }
}

/** The submission's page once more, with what was typed. It opens it as any other way to it does. */
async function again(unsaved: UnsavedStep, routeRequest: RouteRequest, principal: Principal, dependencies: Dependencies): Promise<Response> {
  const id = submissionIdIn(routeRequest.parameters);
  const submission = id === undefined ? undefined : await openFor(principal, id, routeRequest.request, dependencies);
  if (!submission) return notFound(dependencies);
  const {handling, ...detail} = await detailFor(submission, principal, dependencies);
  return inboxResponse(detailPage(frameOf(dependencies), {...detail, ...(handling && {handling: {...handling, unsaved}})}), statuses[unsaved.because], unsaved.because === 'unavailable' ? {'Retry-After': '10'} : {});
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
