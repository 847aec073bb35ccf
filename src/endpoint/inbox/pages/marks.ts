import type {InboxEntry} from '../../../contract/inbox.js';
import type {Urgency} from '../../../contract/submission.js';
import {html, type Html} from '../../html/html.js';
import type {Fact} from './description.js';
import type {InboxWords} from './inbox-words.js';
import {visibly} from './visible-characters.js';

// A shape beside the word, so that nothing hangs on seeing a colour.
const shapes: Readonly<Record<Urgency, string>> = {immediate: '▲', concern: '◆', none: '○'};

/** How soon somebody must look: a word, a shape and a colour. */
export function urgencyMark(urgency: Urgency, words: InboxWords): Html {
  return html`<p class="urgency" data-urgency="${urgency}"><span aria-hidden="true">${shapes[urgency]}</span> ${words.urgencies[urgency]}</p>`;
}

/** The words that may point to danger, where there are any. */
export function dangerMark({dangerWords = []}: InboxEntry, words: InboxWords): Html | undefined {
  return dangerWords.length === 0 ? undefined : html`<div class="inset"><p>${words.dangerWords}</p><ul>${dangerWords.map((each) => html`<li><bdi>${visibly(each)}</bdi></li>`)}</ul></div>`;
}

/** Why a submission is set apart, where it is. */
export function quarantineMark({quarantine}: InboxEntry, words: InboxWords): Html | undefined {
  if (quarantine === undefined) return undefined;
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return html`<p class="inset">${Object.hasOwn(reasons, quarantine) ? reasons[quarantine] : words.setApart(quarantine)}</p>`;
}

/** What the checks found, place by place. */
export function faultList({faults = []}: InboxEntry, words: InboxWords): Html | undefined {
  return faults.length === 0 ? undefined : html`<h2>${words.faults}</h2><ul>${faults.map(({pointer, detail}) => html`<li><code><bdi>${visibly(pointer || '/')}</bdi></code> ${detail}</li>`)}</ul>`;
}

/** Facts as a list of names and values. */
export function factList(facts: readonly Fact[]): Html {
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${visibly(value)}</bdi></dd></div>`)}</dl>`;
}
