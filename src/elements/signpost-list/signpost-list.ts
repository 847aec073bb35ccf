import {html, nothing, type TemplateResult} from 'lit';
import type {Way} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';
import {checkedOn, linkOf, shownWays} from '../../signposting/shown.js';
import {signpostWords} from '../../signposting/signpost-words.js';
import type {Signpost} from '../../signposting/who-can-help.js';

interface Around {
  words: Words;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Puts a number or address onto the clipboard; left out where nothing tells that it was done. */
  copy?: (value: string) => void;
}

type SignpostWords = ReturnType<typeof signpostWords>;

/** Who can help, in order: why, what they do, and how to reach them. Shows nothing that nobody has checked. */
export function signpostList(signposts: readonly Signpost[], {words, today, copy}: Around): TemplateResult {
  const own = signpostWords(words);
  return html`<ol class="signposts">${signposts.map(({body, reason, by}) => {
    const {name, does, doesNot, hours, cost, limits, until} = body;
    const ways = shownWays(body);
    const checked = checkedOn(body);
    const facts = [[own.hours, hours], [own.cost, cost]] as const;
    return html`
      <li>
        <h3>${name}</h3>
        ${reason === does ? nothing : html`<p><strong>${reason}</strong></p>`}
        <p>${does} ${doesNot}</p>
        ${by ? html`<p>${own.by(by, today)}</p>` : limits ? html`<p>${own.limits}: ${limits.words}</p>` : nothing}
        ${until ? html`<p>${own.until(until)}</p>` : nothing}
        ${ways.length > 0 ? html`<ul>${ways.map((way) => html`<li>${own.kinds[way.kind]}: ${reach(way)} ${way.note}${copyButton(way, name, own, copy)}</li>`)}</ul>` : nothing}
        ${facts.map(([label, fact]) => (fact?.checked ? html`<p>${label}: ${fact.words}</p>` : nothing))}
        ${checked ? html`<p class="hint">${own.checked(checked)}</p>` : nothing}
      </li>
    `;
  })}</ol>`;
}

/** A way as a link where it is one. A number is read aloud digit by digit, and looks as it is written. */
function reach(way: Way): unknown {
  const {kind, value} = way;
  const href = linkOf(way);
  const isNumber = kind === 'phone' || kind === 'text' || kind === 'relay';
  const shown = isNumber ? html`<span aria-hidden="true">${value}</span><span class="unseen">${value.replace(/\s/g, '').split('').join(' ')}</span>` : value.replace(/^https:\/\/(www\.)?/, '');
  const link = href ? html`<a href=${href} rel="noopener noreferrer">${shown}</a>` : shown;
  return kind === 'text' && way.message ? html`<b>${way.message}</b> → ${link}` : link;
}

function copyButton({kind, value}: Way, name: string, {copy: label}: SignpostWords, copy: Around['copy']): unknown {
  return copy && kind !== 'bsl' ? html` <button type="button" class="link" @click=${() => copy(value)}>${label}<span class="unseen"> ${name}, ${value}</span></button>` : nothing;
}
