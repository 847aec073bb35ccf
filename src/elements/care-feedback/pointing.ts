import {html, nothing, type TemplateResult} from 'lit';
import type {Question} from '../../contract/question-set.js';
import type {Receiver} from '../../contract/receiver.js';
import type {Situation} from '../../contract/situation.js';
import type {SignpostDirectory} from '../../contract/signposts.js';
import {fetchSignposts} from '../../delivery/signposts.js';
import type {Words} from '../../locale/words.js';
import {situationOf} from '../../questionnaire/situation.js';
import type {Told} from '../../questionnaire/told.js';
import {bundledEngland} from '../../signposting/bundled.js';
import {endingSignposts} from '../../signposting/ending.js';
import {withKnownOnly} from '../../signposting/known-numbers.js';
import {whoCanHelp, type Signpost} from '../../signposting/who-can-help.js';
import {signpostList} from '../signpost-list/signpost-list.js';
import {signpostListStyles} from '../signpost-list/signpost-list-styles.js';
import {today} from '../signpost-list/today.js';
import {pointingWords} from './pointing-words.js';

/** What it must know of a form. */
interface Telling {
  /** Without answers to questions that do not apply. */
  told: Told;
  words: Words;
  receiver: Receiver;
}

/** Who has it already, by the role of who receives the form. */
const receivers: Readonly<Record<string, readonly string[]>> = {regulator: ['cqc', 'cqc-staff'], healthwatch: ['local-healthwatch']};

/**
 * Who can help, within a form. It comes after the rest of the form, whatever
 * anybody answers, and knows the endpoint's own bodies once they have come.
 */
export class Pointing {
  static readonly styles = signpostListStyles;

  #local: SignpostDirectory | undefined;

  /** Asks the endpoint for its own bodies; without them, those that the form carries hold. */
  async learn(endpoint: URL, language: string): Promise<void> {
    this.#local = await fetchSignposts(endpoint, {nation: 'england', language}).then(withKnownOnly, () => undefined);
  }

  /** What stands under a question, for what was answered to it. */
  under({id, kind}: Question, view: Telling): unknown {
    const {told: {answers}, words} = view;
    const own = pointingWords(words);
    const age = situationOf(view.told).age;
    switch (id) {
      case 'risk': return this.#unfolding(own.danger, answers[id] === 'yes' || answers[id] === 'unsure' ? this.#danger(view) : [], view, true);
      case 'told-service': return this.#section(own.complaint, answers[id] === 'complaint' ? this.#for({...situationOf(view.told), danger: 'no'}, view).slice(1, 8) : [], view);
      case 'detained': return this.#section(own.detained, answers[id] === 'yes' ? this.#for({detained: 'yes', danger: 'no'}, view).slice(1, 3) : [], view);
      case 'died': return this.#section(own.died, answers[id] === 'yes' ? this.#for({died: 'yes', danger: 'no'}, view).slice(1, 4) : [], view);
      case 'under-18': return this.#section(own.child, age === 'child' ? this.#for({age}, view).slice(0, 2).reverse() : [], view);
      case 'story':
      case 'comment': return kind === 'long-text' ? this.#unfolding(own.danger, this.#danger(view), view, false) : nothing;
      default: return nothing;
    }
  }

  /** What stands on a page that only informs. */
  on(page: string | undefined, view: Telling): unknown {
    if (page !== 'protection') return nothing;
    return this.#section(pointingWords(view.words).staff, this.#for({wants: 'report-as-staff', danger: 'no'}, view).slice(1, 5), view);
  }

  /** The two or three who fit, for the receipt. */
  ending(view: Telling): unknown {
    const situation = situationOf(view.told);
    const told = receivers[view.receiver.role] ?? [];
    return html`
      <h3>${pointingWords(view.words).ending}</h3>
      ${this.#list(endingSignposts(this.#for(situation, view), situation, told), view.words)}
    `;
  }

  #danger(view: Telling): Signpost[] {
    const {age} = situationOf(view.told);
    return this.#for({danger: 'now', ...(age && {age})}, view).slice(0, 6);
  }

  #for(situation: Situation, {words}: Telling): Signpost[] {
    return whoCanHelp(this.#local ?? bundledEngland(words), situation, today());
  }

  // Only the line over the list is read aloud by itself: the list may be long.
  #section(title: string, signposts: readonly Signpost[], {words}: Telling): TemplateResult {
    return html`<div aria-live="polite">${signposts.length > 0 ? html`<p class="inset">${title}</p>` : nothing}</div>${signposts.length > 0 ? this.#list(signposts, words) : nothing}`;
  }

  #unfolding(title: string, signposts: readonly Signpost[], {words}: Telling, isOpen: boolean): unknown {
    return signposts.length > 0 ? html`<details ?open=${isOpen}><summary>${title}</summary>${this.#list(signposts, words)}</details>` : nothing;
  }

  #list(signposts: readonly Signpost[], words: Words): TemplateResult {
    return signpostList(signposts, {words, today: today()});
  }
}
