import {html, nothing, type TemplateResult} from 'lit';
import type {Body, Way} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {checkedOn, digitsOf, linkOf, shownValue, shownWays} from '../../../domain/signposting/shown-ways.js';
import {signpostWords} from '../../../domain/signposting/signpost-words.js';
import type {Signpost} from '../../../domain/signposting/who-can-help.js';

interface SignpostListContext {
  words: Words;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The headings' level where it is not the third. */
  level?: 4;
  /** What stands beside a way to reach somebody. */
  beside?: (way: Way, body: Body) => unknown;
  /** What a link to a website says where it opens a new tab; left out where it does not. */
  inNewTab?: (address: string) => string;
}

/** Who can help, in order: why, what they do, and how to reach them. Shows nothing that nobody has checked. */
export function signpostList(signposts: readonly Signpost[], context: SignpostListContext): TemplateResult {
  const {words, today, level} = context;
  const own = signpostWords(words);
  return html`<ol class="signposts">${signposts.map(({body, reason, by}) => {
    const {name, does, doesNot, hours, cost, limits, until} = body;
    const ways = shownWays(body);
    const checked = checkedOn(body);
    const facts = [[own.hours, hours], [own.cost, cost]] as const;
    return html`
      <li>
        ${level ? html`<h4>${name}</h4>` : html`<h3>${name}</h3>`}
        ${reason === does ? nothing : html`<p><strong>${reason}</strong></p>`}
        <p>${does} ${doesNot}</p>
        ${by ? html`<p>${own.by(by, today)}</p>` : limits ? html`<p>${own.limits}: ${limits.words}</p>` : nothing}
        ${until ? html`<p>${own.until(until)}</p>` : nothing}
        ${ways.length > 0 ? html`<ul>${ways.map((way) => html`<li>${own.kinds[way.kind]}: ${reach(way, body, context)} ${way.note} ${context.beside?.(way, body)}</li>`)}</ul>` : nothing}
        ${facts.map(([label, fact]) => (fact?.checked ? html`<p>${label}: ${fact.words}</p>` : nothing))}
        ${checked ? html`<p class="hint">${own.checked(checked)}</p>` : nothing}
      </li>
    `;
  })}</ol>`;
}

/** The same in a line each, with numbers alone: for a moment in which there is no time to read. */
export function briefSignposts(signposts: readonly Signpost[], context: SignpostListContext): TemplateResult {
  return html`<ul class="signposts brief">${signposts.map(({body}) => html`
    <li><strong>${body.name}</strong>${waysInLine(shownWays(body).filter(({kind}) => kind === 'phone' || kind === 'text'), body, context)}</li>
  `)}</ul>`;
}

/** Ways in a line, each with its kind. */
export function waysInLine(ways: readonly Way[], body: Body, context: SignpostListContext): unknown[] {
  const {kinds} = signpostWords(context.words);
  return ways.map((way) => html` <span>${kinds[way.kind]}: ${reach(way, body, context)}</span>`);
}

/** A way as a link where it is one. A number looks as it is written, and is heard digit by digit, with whose it is. Its direction is its own: in a language from right to left its figures would change places. */
function reach(way: Way, {name}: Body, {words, inNewTab}: SignpostListContext): unknown {
  const href = linkOf(way);
  const shown = shownValue(way, words);
  if (!href) return shown;
  const digits = digitsOf(way);
  if (digits) return html`<a href=${href} rel="noopener noreferrer" class="number" dir="auto"><span aria-hidden="true" dir="auto">${shown}</span><span class="unseen">${name}, ${shownValue(way, words, digits)}</span></a>`;
  const isElsewhere = way.kind === 'web' && inNewTab;
  return html`<a href=${href} rel="noopener noreferrer" target=${isElsewhere ? '_blank' : nothing} dir=${isElsewhere ? nothing : 'ltr'}>${isElsewhere ? inNewTab(shown) : shown}</a>`;
}
