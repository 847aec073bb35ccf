import {attributes, html, type Html, type HtmlPart} from './html.js';

// Without script nothing else can bring the focus to what is wrong.
const inFocus = attributes({tabindex: -1, autofocus: true});

/** What is wrong on a page: first on it and in focus. */
export function errorSummary(heading: string, content: HtmlPart): Html {
  return html`<div class="error-summary" role="group" aria-labelledby="error-summary-title" ${inFocus}>
<h2 id="error-summary-title">${heading}</h2>
${content}
</div>`;
}

/** Each fault as a link to the control to mend. */
export function faultLinks(faults: readonly {control: string; words: string}[]): Html {
  return html`<ul>${faults.map(({control, words}) => html`<li><a href="#${control}">${words}</a></li>`)}</ul>`;
}
