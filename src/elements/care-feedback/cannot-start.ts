import {html, type TemplateResult} from 'lit';
import {directionOf} from '../../locale/direction.js';
import {str, type Words} from '../../locale/words.js';
import {CannotStart} from './start-form.js';

// Rarely needed, so it comes only then.

const reasons: Readonly<Record<string, string>> = {
  'no-endpoint': 'Write the address that the feedback is sent to.',
  'many-origins': 'This page loads the script from more than one place. Write the address that the feedback is sent to.',
  'not-an-address': 'It is not a whole https address, such as https://central.example.',
  'no-receiver': 'With an action, say who receives the feedback: the address of a Receiver in JSON.',
  'not-an-id': 'It is not a CQC id, such as 1-1000000001, nor an ODS code.',
  isolated: 'The receiver wants this service to be written about out of this page’s sight. Add the attribute isolated.',
  script: 'A part of the script could not be fetched.',
};

/** Tells the developer the exact reason; what it returns is the line for everybody else, with what the website's editor can mend. */
export function whyNot(error: unknown): (words: Words) => TemplateResult {
  const {attribute, because} = error instanceof CannotStart ? error : new CannotStart('endpoint', String(error));
  console.error(`<care-feedback>, attribute "${attribute}": ${reasons[because] ?? because}`);
  return ({lang, msg}) => html`
    <div class="surface could-not-start" lang=${lang} dir=${directionOf(lang)}>
      <p>${msg('The feedback form cannot be shown here.')} ${msg(str`For the editor of this website: look at the attribute “${attribute}” of this form.`)}</p>
    </div>
  `;
}
