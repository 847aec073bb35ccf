import {nothing, type TemplateResult} from 'lit';
import type {Answers} from '../../contract/answers.js';
import type {Question, SetText} from '../../contract/question-set.js';
import {isoText, now} from '../../delivery/client/clock.js';
import type {Words} from '../../locale/words.js';
import {truthOf} from '../../domain/questionnaire/conditions.js';
import {giveFeedbackOpening} from '../../domain/questionnaire/sets/give-feedback-opening.js';
import {giveFeedbackFirstPage} from '../../domain/questionnaire/sets/give-feedback-first-page.js';
import {FeedbackStartedEvent} from './events.js';
import type {Form, FormHost} from './form-host.js';
import {formShell, page} from './form-shell.js';
import {group} from './questions/question-frame.js';
import {option} from './questions/option.js';
import type {StartedForm} from './start-form.js';
import {viewContext, type ViewContext} from './view-context.js';

/**
 * The first page of `give-feedback`, which needs little code: what the form is,
 * and whose care somebody tells about. The whole form takes over as soon as it
 * has come.
 */
export class FirstForm implements Form {
  readonly opening: StartedForm;
  answers: Answers = {};
  /** In RFC 3339 form. */
  startedAt: string | undefined;
  readonly #host: FormHost;
  readonly #complete: () => Promise<Form | undefined>;
  #hold: 'none' | 'waiting' | 'given-up' = 'none';

  /** `complete` fetches the rest of the code, and puts the whole form into the place of this one. */
  constructor(opening: StartedForm, host: FormHost, complete: () => Promise<Form | undefined>) {
    this.opening = opening;
    this.#host = host;
    this.#complete = complete;
  }

  get hasUnsaved(): boolean {
    return this.startedAt !== undefined;
  }

  render(words: Words): TemplateResult {
    const {receiver, about} = this.opening;
    const context = viewContext(receiver, about, words);
    const text = giveFeedbackOpening(words);
    const note = {
      none: '',
      waiting: context.formWords.openingRest,
      'given-up': words.msg('The rest of this form has not come. Your answers are still here. Check your connection, then go on.'),
    }[this.#hold];
    // In the places in which the whole form has them, so that whoever is at one of them stays there when it takes over.
    const questions = giveFeedbackFirstPage.questions.flatMap((question) => [truthOf(question.when, {answers: this.answers}) ? this.#field(question, context, text) : nothing, nothing]);
    return formShell(context, {
      form: this,
      host: this.#host,
      content: page(context, {lang: words.lang, ...text.pages[giveFeedbackFirstPage.id], questions}),
      turn: 0,
      note,
    });
  }

  async submitPage(language: string): Promise<void> {
    if (this.#hold === 'waiting') return;
    this.#wait('waiting');
    const whole = await this.#complete().catch(() => undefined);
    if (whole) await whole.submitPage(language);
    else this.#wait('given-up');
  }

  #field({id, choices, required}: Question, context: ViewContext, {questions}: SetText): TemplateResult {
    const text = questions[id]!;
    const label = required ? text.label : context.formWords.optional(text.label);
    const view = {context, id: `q-${id}`, text, label, isHeading: false};
    return group(view, choices!.map(({value}) => option(view, value, {type: 'radio', isChosen: this.answers[id] === value, choose: () => this.#choose(id, value)})));
  }

  #choose(question: string, value: string): void {
    if (!this.startedAt) this.#host.dispatchEvent(new FeedbackStartedEvent());
    this.startedAt ??= isoText(now());
    this.answers = {...this.answers, [question]: value};
    this.#host.requestUpdate();
  }

  #wait(hold: 'waiting' | 'given-up'): void {
    this.#hold = hold;
    this.#host.requestUpdate();
  }
}
