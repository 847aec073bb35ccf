import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live-value.js';
import {dateParts} from '../../../domain/questionnaire/form-session/answering.js';
import {askingWords} from '../../../domain/questionnaire/words/asking-words.js';
import type {QuestionContext} from '../render-context.js';
import {offered} from './choice-question.js';
import {group} from './question-frame.js';
import {radio} from './field-parts.js';

const boxes = ['day', 'month', 'year'] as const;

/** An approximate date: three boxes, any of which may stay empty but the year, or one of the words that the question takes. */
export function date(asked: QuestionContext): TemplateResult {
  const {question, text, context, id} = asked;
  const words = askingWords(context.words);
  const parts = dateParts(context.session, question.id);
  const answer = context.draft.answers[question.id];
  const chooseable = offered(asked);
  return group(asked, html`
    <div class="dates">
      ${boxes.map((box) => html`
        <div>
          <label for="${id}-${box}">${words[box]}</label>
          <input
            id="${id}-${box}" class=${box} type="text" inputmode="numeric" .value=${live(parts[box])}
            aria-invalid=${asked.error ? 'true' : nothing} aria-describedby=${asked.error ? `${id}-error` : nothing}
            @input=${(event: Event) => write(asked, box, (event.target as HTMLInputElement).value)}>
        </div>
      `)}
    </div>
    ${chooseable.length > 0 ? html`<p>${words.or}</p>` : nothing}
    ${chooseable.map((value) => radio(`${id}-${value}`, id, text.choices?.[value]?.label ?? value, answer === value, () => context.step({do: 'answer', question: question.id, with: value})))}
  `);
}

function write({context, question}: QuestionContext, box: (typeof boxes)[number], text: string): void {
  context.step({do: 'write-date', question: question.id, parts: {[box]: text}, languages: context.languages()});
}
