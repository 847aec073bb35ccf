import {html, nothing, type TemplateResult} from 'lit';
import type {Question} from '../../contract/question-set.js';
import type {Receiver} from '../../contract/receiver.js';
import type {Situation} from '../../contract/situation.js';
import type {SignpostDirectory} from '../../contract/signposts.js';
import {fetchSignposts} from '../../delivery/client/fetch-signposts.js';
import type {Words} from '../../locale/words.js';
import {situationOf} from '../../domain/questionnaire/situation-of.js';
import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import {bundledEngland} from '../../domain/signposting/bundled-england.js';
import {emergencyFirst} from '../../domain/signposting/emergency-first.js';
import {endingSignposts} from '../../domain/signposting/ending-signposts.js';
import {withKnownOnly} from '../../domain/signposting/known-numbers.js';
import {otherEmergencyWays} from '../../domain/signposting/emergency-ways.js';
import {isStory, mayPoint, occasionOf, occasionWords, signpostsOn, type Occasion} from '../../domain/signposting/occasions.js';
import type {Signpost} from '../../domain/signposting/who-can-help.js';
import {briefSignposts, signpostList, waysInLine} from '../shared/signpost-list/signpost-list.js';
import {signpostListStyles} from '../shared/signpost-list/signpost-list-styles.js';
import {today} from '../shared/signpost-list/today.js';
import {opensNewTab} from './prose-template.js';

const mostAtOnce = 2;

/** What it must know of a form. */
interface Telling {
  /** Without answers to questions that do not apply. */
  draft: DraftResponse;
  words: Words;
  receiver: Receiver;
}

/**
 * Who can help, within a form. It comes after the rest of the form, whatever
 * anybody answers, and knows the endpoint's own bodies once they have come.
 */
export class FormSignposts {
  static readonly styles = signpostListStyles;

  readonly #endpoint: URL | undefined;
  readonly #requestUpdate: () => void;
  #language = '';
  #local: SignpostDirectory | undefined;

  /** `endpoint`, where there is one, is asked for its own bodies. */
  constructor(endpoint: URL | undefined, requestUpdate: () => void) {
    this.#endpoint = endpoint;
    this.#requestUpdate = requestUpdate;
  }

  /** Asks the endpoint once for its own bodies in the language that the form is read in; without them, those that the form carries hold. */
  async learn(language: string): Promise<void> {
    if (!this.#endpoint || language === this.#language) return;
    this.#language = language;
    this.#local = undefined;
    const local = await fetchSignposts(this.#endpoint, {nation: 'england', language}).then(withKnownOnly, () => undefined);
    if (language !== this.#language) return;
    this.#local = local;
    this.#requestUpdate();
  }

  /** What stands under a question: help in danger, where people tell and for whom the question is about it. */
  under(question: Question, telling: Telling): unknown {
    if (isStory(question)) return this.#unfolding(telling);
    return question.id === 'risk' && occasion(question, telling) ? html`${this.#atOnce(telling)}${this.#unfolding(telling)}` : nothing;
  }

  /** Whoever fits what was answered on a page, after its questions: the list may be long, and one question asks further of another. */
  after(questions: readonly Question[], telling: Telling): unknown {
    return questions.filter(({id}) => id !== 'risk' && mayPoint(id)).map((question) => {
      const pointed = occasion(question, telling);
      const title = pointed ? html`<p class="inset">${occasionWords(telling.words)[pointed]}</p>` : nothing;
      // Only the line over the list is read aloud by itself.
      return html`<div aria-live="polite">${title}</div>${pointed ? this.#on(pointed, telling) : nothing}`;
    });
  }

  /** How else than by calling 999 is reached, where somebody has checked that. */
  emergency({words}: Pick<Telling, 'words'>): unknown {
    const signposts = this.#find({danger: 'now'}, words);
    const ways = otherEmergencyWays(signposts);
    return ways.length > 0 ? waysInLine(ways, signposts[0]!.body, {words, today: today()}) : nothing;
  }

  /** What stands on a page that only informs. */
  on(page: string | undefined, telling: Telling): unknown {
    return page === 'protection' ? html`<h3>${occasionWords(telling.words).staff}</h3>${this.#on('staff', telling, 4)}` : nothing;
  }

  /** The two or three who fit, for the receipt. */
  ending({draft, words, receiver}: Telling): unknown {
    const signposts = endingSignposts(situationOf(draft), receiver.role, (situation) => this.#find(situation, words));
    return html`<h3>${occasionWords(words).ending}</h3>${this.#list(signposts, words, 4)}`;
  }

  /** The one or two who fit beside 999, which the question names, so short that the next question can be seen beneath. */
  #atOnce({draft, words}: Telling): TemplateResult {
    const first = signpostsOn('danger', situationOf(draft), (situation) => this.#find(situation, words)).filter(({body}) => body.id !== '999').slice(0, mostAtOnce);
    return briefSignposts(first, {words, today: today()});
  }

  #unfolding(telling: Telling): TemplateResult {
    const {danger, dangerWho} = occasionWords(telling.words);
    return html`<details><summary>${danger}</summary><p>${dangerWho}</p>${this.#on('danger', telling)}</details>`;
  }

  #on(occasion: Occasion, {draft, words}: Telling, level?: 4): TemplateResult {
    return this.#list(signpostsOn(occasion, situationOf(draft), (situation) => this.#find(situation, words)), words, level);
  }

  #find(situation: Situation, words: Words): Signpost[] {
    return emergencyFirst(this.#local, bundledEngland(words), situation, today());
  }

  #list(signposts: readonly Signpost[], words: Words, level?: 4): TemplateResult {
    // What somebody has told so far stays where it is.
    return signpostList(signposts, {words, today: today(), level, inNewTab: (name) => opensNewTab(name, words)});
  }
}

const occasion = ({id}: Question, {draft}: Telling) => occasionOf(id, draft.answers[id]);
