import {Hono} from 'hono';
import {html} from '../html/html.js';
import {ownAddress} from '../html/own-feedback-link.js';
import {ownWords} from '../html/own-words.js';
import {formPath, formStylesheet} from '../html/form-page.js';
import {messagePage} from '../html/message-page.js';
import {openingFrom, usualFormAddress} from './pages/opening.js';
import {plainWords} from '../html/plain-words.js';
import {fieldsFrom, type Fields} from './pages/read-page-fields.js';
import {typedWords} from './pages/typed-words.js';
import type {FormLink, PlainFormSession} from './pages/plain-form-session.js';
import {formStyles} from '../html/page-styles.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {askedLanguage} from '../http/requested-language.js';
import type {Dependencies} from '../dependencies.js';
import type {EndpointContext, EndpointEnvironment} from '../http/environment.js';
import {readForm} from '../http/form-body.js';
import {openSession} from './sealed-session.js';
import {formOf, usualForm} from './current-form.js';
import {keepTyped, submitPage} from './submit-page.js';
import {pageResponse} from '../http/page-response.js';
import {renderPage} from './render-page.js';
import {startPlainFormSession} from './start-session.js';
import {publicOriginOf} from '../http/public-origin.js';
import {isFromElsewhere} from '../http/sending-site.js';
import {StoreUnavailable} from '../store/store.js';

const formBytes = 1024 * 1024;

/** The form as plain pages: usable without script, into the same inbox. */
export const plainFormRoutes = new Hono<EndpointEnvironment>()
  .get(formPath, ({req, env}) => begin(openingFrom(new URL(req.url).searchParams), env))
  .post(formPath, async (context) => {
    const {req, env} = context;
    const body = await readForm(req.raw, formBytes);
    if ('refused' in body) return refuse(body.refused, context);

    const fields = fieldsFrom(body.fields);
    // Another website's would be a visit that somebody there has begun, and whose code they may come to know.
    const carried = isFromElsewhere(req, env) ? undefined : fields.one('_state');
    // A form on somebody's own page may ask the first question and lead here.
    if (carried === undefined) return begin(openingFrom(body.fields), env, fields);
    const opened = openSession(carried, env.keys.formSigning, env.clock());
    if (opened.is === 'lost') return beginAgain(opened.opening, fields, env);
    if (await wasSentBefore(opened.visit, env)) return sentBefore(opened.visit, env);

    const form = await formOf(opened.visit.set, opened.visit.opening.language, env);
    if (!form) return beginAgain(opened.visit.opening, fields, env);
    if (opened.is === 'expired') return showExpired(opened.visit, fields, env);
    return submitPage(opened.visit, fields, form, env, {from: env.from, endpoint: publicOriginOf(req.raw, env)});
  })
  .get(formStylesheet, ({body}) => body(formStyles, 200, {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600'}))
  .onError(unavailablePage);

async function begin(opening: FormLink, dependencies: Dependencies, answered?: Fields): Promise<Response> {
  const form = await formOf({id: opening.questionSet}, opening.language, dependencies);
  if (!form) return noSuchForm(opening, dependencies);
  return renderPage(await startPlainFormSession(opening, form, dependencies, answered && {fields: answered, areOurs: false}), form, dependencies);
}

/** What the page before brought along cannot be read: its own words stay, and the form starts anew with them where they fit. */
async function beginAgain(opening: FormLink, fields: Fields, dependencies: Dependencies): Promise<Response> {
  const form = (await formOf({id: opening.questionSet}, opening.language, dependencies)) ?? (await usualForm(opening.language, dependencies));
  const {lost, typed} = plainWords(form.words);
  const state = await startPlainFormSession(opening, form, dependencies, {fields, areOurs: true});
  return renderPage({...state, notices: [lost, ...(state.notices ?? [])], below: typedWords(form, fields, typed), status: 400}, form, dependencies);
}

async function showExpired(session: PlainFormSession, fields: Fields, dependencies: Dependencies): Promise<Response> {
  const form = (await formOf(session.set, session.opening.language, dependencies)) ?? (await usualForm(session.opening.language, dependencies));
  const state = await keepTyped(session, fields, form, dependencies);
  return renderPage({...state, notices: [endingWords(form.words).expired], showsAnswers: true}, form, dependencies);
}

// Somebody whose connection broke presses Send again; somebody else at the same device comes later.
const repeatsFor = 15 * 60 * 1000;

/** Whether it arrived so long ago that whoever comes back to a page made before should show the code. */
async function wasSentBefore({id}: PlainFormSession, {store, clock}: Dependencies): Promise<boolean> {
  const earlier = await store.received(id);
  return earlier !== undefined && clock().getTime() - Date.parse(earlier.receivedAt) > repeatsFor;
}

async function sentBefore({set, opening: {language}}: PlainFormSession, dependencies: Dependencies): Promise<Response> {
  const form = (await formOf(set, language, dependencies)) ?? (await usualForm(language, dependencies));
  const words = plainWords(form.words);
  return pageResponse(messagePage(form, {heading: words.sentBefore, sentences: [words.sentBeforeAdvice], more: html`<p><a href="${ownAddress(form.words)}">${ownWords(form.words).heading}</a></p>`}));
}

async function noSuchForm(opening: FormLink, dependencies: Dependencies): Promise<Response> {
  const form = await usualForm(opening.language, dependencies);
  const words = plainWords(form.words);
  const more = html`<p><a href="${usualFormAddress(opening)}">${words.usualForm}</a></p>`;
  return pageResponse(messagePage(form, {heading: words.noSuchForm, sentences: [words.noSuchFormAdvice], more}), 404);
}

async function refuse(status: 400 | 413 | 415, {req, env}: EndpointContext): Promise<Response> {
  const form = await usualForm(askedLanguage(req), env);
  const words = plainWords(form.words);
  const page = status === 413 ? {heading: words.tooLong, sentences: [words.tooLongAdvice]} : {heading: words.unreadable, sentences: [words.unreadableAdvice]};
  return pageResponse(messagePage(form, page), status);
}

/** A page where a program would get a problem in JSON: somebody reads this. */
async function unavailablePage(error: Error, {req, env}: EndpointContext): Promise<Response> {
  if (!(error instanceof StoreUnavailable)) throw error;
  const form = await usualForm(askedLanguage(req), env);
  env.log(`${req.method} ${formPath}: the store does not answer: ${error.message}`);
  const words = plainWords(form.words);
  return pageResponse(messagePage(form, {heading: words.unavailable, sentences: [words.unavailableAdvice]}), 503, {'Retry-After': '10'});
}
