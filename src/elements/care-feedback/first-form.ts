import {nothing, type TemplateResult} from 'lit';
import type {Answers} from '../../contract/answers.js';
import type {Question, SetText} from '../../contract/question-set.js';
import {now} from '../../delivery/clock.js';
import type {Words} from '../../locale/words.js';
import {truthOf} from '../../questionnaire/conditions.js';
import {giveFeedbackOpening} from '../../questionnaire/sets/give-feedback-opening.js';
import {giveFeedbackFirstPage} from '../../questionnaire/sets/give-feedback-first-page.js';
import {FeedbackStartedEvent} from './events.js';
import type {Around, Form} from './form.js';
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
 * The first page of `give-feedback`, which needs little code: what the form is,
 * and whose care somebody tells about. The whole form takes over as soon as it
 * has come.
 */
export class FirstForm implements Form {
  readonly opening: Opening;
  answers: Answers = {};
  /** In milliseconds since 1970. */
  startedAt: number | undefined;
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
    // In the places in which the whole form has them, so that whoever is at one of them stays there when it takes over.
    const questions = giveFeedbackFirstPage.questions.flatMap((question) => [truthOf(question.when, {answers: this.answers}) ? this.#field(question, scene, text) : nothing, nothing]);
    return surface(scene, {form: this, content: page(scene, {lang: words.lang, ...text.pages[giveFeedbackFirstPage.id], questions}), turn: 0, note});
  }

  async goOn(language: string): Promise<void> {
    if (this.#hold === 'waiting') return;
    this.#wait('waiting');
    const whole = await this.element.complete().catch(() => undefined);
    if (whole) await whole.goOn(language);
    else this.#wait('given-up');
  }

  #field({id, choices, required}: Question, scene: Scene, {questions}: SetText): TemplateResult {
    const text = questions[id]!;
    const label = required ? text.label : scene.around.optional(text.label);
    const drawn = {scene, id: `q-${id}`, text, label, isHeading: false};
    return group(drawn, choices!.map(({value}) => option(drawn, value, {type: 'radio', isChosen: this.answers[id] === value, choose: () => this.#choose(id, value)})));
  }

  #choose(question: string, value: string): void {
    if (!this.startedAt) this.element.fire(new FeedbackStartedEvent());
    this.startedAt ??= now();
    this.answers = {...this.answers, [question]: value};
    this.element.redraw();
  }

  #wait(hold: 'waiting' | 'given-up'): void {
    this.#hold = hold;
    this.element.redraw();
  }
}
