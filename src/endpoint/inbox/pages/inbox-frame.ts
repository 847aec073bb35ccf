import type {Words} from '../../../locale/words.js';
import {html, type HtmlPart} from '../../html/html.js';
import {htmlPage} from '../../html/layout.js';
import {inboxWords} from './inbox-words.js';

export const inboxPath = '/inbox';
export const signInPath = '/inbox/sign-in';
export const signOutPath = '/inbox/sign-out';
export const signInScript = '/inbox/sign-in.js';
// Outside the cookie's path: a style sheet needs no session.
export const inboxStylesheet = '/inbox.css';

/** What every page of the inbox needs. */
export interface InboxFrame {
  words: Words;
  /** The receiver's name. */
  banner: string;
}

/** One page of the inbox. `kind` tells it from others by its title, which says nothing of what anybody wrote. */
export function inboxPage({words: locale, banner}: InboxFrame, {kind, main, script, isSignedIn = true}: {kind?: string | undefined; main: HtmlPart; script?: string; isSignedIn?: boolean}): string {
  const words = inboxWords(locale);
  return htmlPage({
    language: locale.lang,
    title: [...(kind === undefined ? [] : [kind]), words.title, banner].join(' – '),
    stylesheet: inboxStylesheet,
    ...(script !== undefined && {script}),
    banner,
    main,
    footer: isSignedIn && html`<form method="post" action="${signOutPath}" class="buttons"><button type="submit" class="secondary">${words.signOut}</button> <button type="submit" class="secondary" name="where" value="everywhere">${words.signOutEverywhere}</button></form>`,
  });
}

/** The page of one submission. */
export function addressOf(id: string): string {
  return `${inboxPath}/${id}`;
}

/** A page that says one thing, with the way back to the list. */
export function inboxMessage(frame: InboxFrame, heading: string, advice: string): string {
  const words = inboxWords(frame.words);
  return inboxPage(frame, {kind: heading, main: html`<h1>${heading}</h1><p>${advice}</p><p><a href="${inboxPath}">${words.toList}</a></p>`});
}
