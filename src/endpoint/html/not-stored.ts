import {html} from './html.js';

/**
 * Belongs into every form with which a person sends their own words or their code.
 *
 * Chromium writes what a form has sent into the file from which it opens its tabs again, with
 * all that the person told on the pages before, unless the form had a password that is not
 * empty (seen in Chromium 156's `Sessions`; Firefox writes none of it). Going back and
 * reloading go on as they were. `one-time-code` keeps both from offering to save it.
 */
export const notStored = html`<input type="password" name="_not-stored" value="-" autocomplete="one-time-code" hidden>`;
