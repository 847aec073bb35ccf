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
import {emergencyFirst} from '../../signposting/emergency-first.js';
import {endingSignposts} from '../../signposting/ending.js';
import {withKnownOnly} from '../../signposting/known-numbers.js';
import {isStory, occasionOf, occasionWords, signpostsOn, type Occasion} from '../../signposting/occasions.js';
import type {Signpost} from '../../signposting/who-can-help.js';
import {signpostList} from '../signpost-list/signpost-list.js';
import {signpostListStyles} from '../signpost-list/signpost-list-styles.js';
import {today} from '../signpost-list/today.js';

/** What it must know of a form. */
interface Telling {
  /** Without answers to questions that do not apply. */
  told: Told;
  words: Words;
  receiver: Receiver;
}

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

  /** What stands under a question: help in danger where people tell, and whoever fits what was answered. */
  under(question: Question, telling: Telling): unknown {
    if (isStory(question)) return this.#unfolding(telling, false);
    const occasion = occasionOf(question.id, telling.told.answers[question.id]);
    if (question.id === 'risk') return occasion ? this.#unfolding(telling, true) : nothing;
    const title = occasion ? html`<p class="inset">${occasionWords(telling.words)[occasion]}</p>` : nothing;
    // Only the line over the list is read aloud by itself: the list may be long.
    return html`<div aria-live="polite">${title}</div>${occasion ? this.#on(occasion, telling) : nothing}`;
  }

  /** What stands on a page that only informs. */
  on(page: string | undefined, telling: Telling): unknown {
    return page === 'protection' ? html`<h3>${occasionWords(telling.words).staff}</h3>${this.#on('staff', telling)}` : nothing;
  }

  /** The two or three who fit, for the receipt. */
  ending({told, words, receiver}: Telling): unknown {
    const signposts = endingSignposts(situationOf(told), receiver.role, (situation) => this.#find(situation, words));
    return html`<h3>${occasionWords(words).ending}</h3>${this.#list(signposts, words)}`;
  }

  #unfolding(telling: Telling, isOpen: boolean): TemplateResult {
    return html`<details ?open=${isOpen}><summary>${occasionWords(telling.words).danger}</summary>${this.#on('danger', telling)}</details>`;
  }

  #on(occasion: Occasion, {told, words}: Telling): TemplateResult {
    return this.#list(signpostsOn(occasion, situationOf(told), (situation) => this.#find(situation, words)), words);
  }

  #find(situation: Situation, words: Words): Signpost[] {
    return emergencyFirst(this.#local, bundledEngland(words), situation, today());
  }

  #list(signposts: readonly Signpost[], words: Words): TemplateResult {
    return signpostList(signposts, {words, today: today()});
  }
}
