import type {SignpostDirectory, Way} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';
import {checkedOn, digitsOf, linkOf, shownValue, shownWays} from '../../domain/signposting/shown-ways.js';
import {signpostWords} from '../../domain/signposting/signpost-words.js';
import type {Signpost} from '../../domain/signposting/who-can-help.js';
import {html, type Html} from './html.js';

/** The directory that pages point with, and the day, as `YYYY-MM-DD`. */
export interface SignpostContext {
  directory: SignpostDirectory;
  today: string;
}

/** Who can help, in order: why, what they do, and how to reach them. Shows nothing that nobody has checked. `isUnderHeading` says whether it stands under one of the second level. */
export function signpostListHtml(signposts: readonly Signpost[], words: Words, today: string, isUnderHeading = true): Html {
  const own = signpostWords(words);
  return html`<ol class="signposts">${signposts.map(({body, reason, by}) => {
    const {name, does, doesNot, hours, cost, limits, until} = body;
    const ways = shownWays(body);
    const checked = checkedOn(body);
    return html`<li>
${isUnderHeading ? html`<h3>${name}</h3>` : html`<h2>${name}</h2>`}
${reason !== does && html`<p><strong>${reason}</strong></p>`}
<p>${does} ${doesNot}</p>
${by !== undefined ? html`<p>${own.by(by, today)}</p>` : limits && html`<p>${own.limits}: ${limits.words}</p>`}
${until !== undefined && html`<p>${own.until(until)}</p>`}
${ways.length > 0 && html`<ul>${ways.map((way) => html`<li>${own.kinds[way.kind]}: ${reach(way, name, words)} ${way.note}</li>`)}</ul>`}
${([[own.hours, hours], [own.cost, cost]] as const).map(([label, fact]) => Boolean(fact?.checked) && html`<p>${label}: ${fact?.words}</p>`)}
${checked !== undefined && html`<p class="hint">${own.checked(checked)}</p>`}
</li>`;
  })}</ol>`;
}

/** Ways in a line, each with its kind. */
export function waysInLineHtml(ways: readonly Way[], name: string, words: Words): Html[] {
  const {kinds} = signpostWords(words);
  return ways.map((way) => html` <span>${kinds[way.kind]}: ${reach(way, name, words)}</span>`);
}

/** A way as a link where it is one. A number looks as it is written, and is heard digit by digit, with whose it is. Its direction is its own: in a language from right to left its figures would change places. */
function reach(way: Way, name: string, words: Words): Html {
  const href = linkOf(way);
  const shown = shownValue(way, words);
  if (href === undefined) return html`${shown}`;
  const digits = digitsOf(way);
  return digits === undefined ? html`<a href="${href}" rel="noopener noreferrer" dir="ltr">${shown}</a>` : html`<a href="${href}" rel="noopener noreferrer" class="number" dir="auto"><span aria-hidden="true" dir="auto">${shown}</span><span class="visually-hidden">${name}, ${shownValue(way, words, digits)}</span></a>`;
}
