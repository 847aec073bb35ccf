import {formWords} from '../../../domain/questionnaire/words/form-words.js';
import {errorSummary, faultLinks} from '../../html/error-summary.js';
import {attributes, html} from '../../html/html.js';
import {inboxPage, signInPath, signInScript, type InboxFrame} from './inbox-frame.js';
import {inboxWords} from './inbox-words.js';

/** What somebody gave that opened nothing, or that too much was given. */
export type SignInFault = 'token' | 'code' | 'braked';

/** Where signing in leads to besides the list: the page of one submission. Anybody can make a form that names another address. */
export function asksForOne(path: string | null): string | undefined {
  return path !== null && /^\/inbox\/[0-9a-f-]{36}$/.test(path) ? path : undefined;
}

/** The page that asks for the token; its script takes the one-time code out of the address and sends it. */
export function signInPage(frame: InboxFrame, {fault, to}: {fault?: SignInFault; to: string | undefined}): string {
  const words = inboxWords(frame.words);
  const {thereIsAProblem, error} = formWords(frame.words);
  const said = fault && {token: words.wrongToken, code: words.wrongCode, braked: words.braked}[fault];
  return inboxPage(frame, {
    isSignedIn: false,
    script: signInScript,
    main: html`${said !== undefined && errorSummary(thereIsAProblem, faultLinks([{control: 'token', words: said}]))}
<h1>${words.title}</h1>
<form method="post" action="${signInPath}">
<div class="field" ${attributes({'data-faulty': said !== undefined})}>
<label class="label" for="token">${words.token}</label>
<div class="hint" id="token-hint">${words.tokenHint}</div>
${said !== undefined && html`<p class="error-message" id="token-error">${error(said)}</p>`}
<input ${attributes({type: 'password', id: 'token', name: 'token', autocomplete: 'current-password', spellcheck: 'false', 'aria-describedby': said === undefined ? 'token-hint' : 'token-hint token-error', 'aria-invalid': said === undefined ? undefined : 'true'})}>
</div>
${to !== undefined && html`<input type="hidden" name="to" value="${to}">`}
<div class="buttons"><button type="submit">${words.signIn}</button></div>
</form>
<form id="with-code" method="post" action="${signInPath}" hidden><input type="hidden" name="code" value=""></form>`,
  });
}

/**
 * The only script of these pages. The code leaves the address before it is sent,
 * so that it stays in no history.
 */
export const signInCode = `const code = new URLSearchParams(location.hash.slice(1)).get('code');
if (code) {
  history.replaceState(null, '', location.pathname);
  const form = document.getElementById('with-code');
  form.elements.code.value = code;
  form.submit();
}
`;
