import type {TemplateResult} from 'lit';
import type {SetText} from '../../contract/question-set.js';
import type {Words} from '../../locale/words.js';
import {giveFeedbackOpening} from '../../questionnaire/sets/give-feedback-opening.js';
import {FeedbackStartedEvent} from './events.js';
import {heading, type Around, type Form} from './form.js';
import {group} from './questions/frame.js';
import {option} from './questions/option.js';
import {sceneOf, type Scene} from './scene.js';
import type {Opening} from './start.js';
import {page, surface} from './surface.js';

interface AroundFirst extends Around {
  /** Fetches the rest of the code, and puts the whole form into the place of this one. */
  complete: () => Promise<Form | undefined>;
}

/**
 * The first two pages of `give-feedback`, which need little code: what the form
 * is, and whose care somebody tells about. The whole form takes over as soon as
 * it has come, on the page where the person is then.
 */
export class FirstForm implements Form {
  readonly opening: Opening;
  isAsking = false;
  relationship: string | undefined;
  startedAt: Date | undefined;
  turn = 0;
  attention: string | undefined;
  readonly element: AroundFirst;
  #hold: 'none' | 'waiting' | 'given-up' = 'none';

  constructor(opening: Opening, element: AroundFirst) {
    this.opening = opening;
    this.element = element;
  }

  get hasUnsaved(): boolean {
    return this.startedAt !== undefined;
  }

  draw(words: Words): TemplateResult {
    const {receiver, about} = this.opening;
    const scene = sceneOf(receiver, about, words);
    const text = giveFeedbackOpening(words);
    const note = {
      none: '',
      waiting: scene.around.openingRest,
      'given-up': words.msg('The rest of this form has not come. Your answers are still here. Check your connection, then go on.'),
    }[this.#hold];
    return surface(scene, {form: this, content: this.isAsking ? this.#question(scene, text) : information(scene, text), turn: this.turn, note});
  }

  async goOn(language: string): Promise<void> {
    // Which service is asked by the whole form alone.
    if (!this.isAsking && this.opening.about) return this.#turnTo(true);
    if (this.#hold === 'waiting') return;
    this.#wait('waiting');
    const whole = await this.element.complete().catch(() => undefined);
    if (whole) await whole.goOn(language);
    else this.#wait('given-up');
  }

  #question(scene: Scene, {questions}: SetText): TemplateResult {
    const text = questions.relationship!;
    const drawn = {scene, id: 'q-relationship', text, label: text.label, isHeading: true};
    const radios = Object.keys(text.choices!).map((value) =>
      option(drawn, value, {type: 'radio', isChosen: this.relationship === value, choose: () => this.#choose(value)}),
    );
    return page(scene, {back: () => this.#turnTo(false), lang: scene.words.lang, questions: [group(drawn, radios)]});
  }

  #choose(value: string): void {
    if (!this.startedAt) this.element.fire(new FeedbackStartedEvent());
    this.startedAt ??= new Date();
    this.relationship = value;
    this.element.redraw();
  }

  #turnTo(isAsking: boolean): void {
    this.isAsking = isAsking;
    this.turn += 1;
    this.attention = heading;
    this.element.redraw();
  }

  #wait(hold: 'waiting' | 'given-up'): void {
    this.#hold = hold;
    this.element.redraw();
  }
}

function information(scene: Scene, {pages}: SetText): TemplateResult {
  return page(scene, {lang: scene.words.lang, ...pages['about-this-form'], questions: []});
}
