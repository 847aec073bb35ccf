import {html, nothing, type TemplateResult} from 'lit';
import {truthOf} from '../../../questionnaire/conditions.js';
import {line} from '../../../questionnaire/words/fill.js';
import {prose} from '../prose.js';
import type {Asked} from '../view.js';
import {group} from './frame.js';

/** One choice, or several: radios or ticks. */
export function choice(asked: Asked): TemplateResult {
  const {question, view} = asked;
  const offered = (question.choices ?? []).filter(({when}) => truthOf(when, view.told) !== false);
  return group(asked, offered.map(({value}) => option(asked, value)));
}

function option(asked: Asked, value: string): TemplateResult {
  const {question, text, view, id} = asked;
  const {label = value, hint, then} = text.choices?.[value] ?? {};
  const isChosen = chosenIn(asked).includes(value);
  return html`
    <div class="option">
      <input
        id="${id}-${value}" name=${id} type=${question.kind === 'choice' ? 'radio' : 'checkbox'} .checked=${isChosen}
        aria-describedby=${hint ? `${id}-${value}-hint` : nothing}
        @change=${(event: Event) => choose(asked, value, (event.target as HTMLInputElement).checked)}>
      <label for="${id}-${value}">${line(label, view.blanks)}</label>
    </div>
    ${hint ? html`<span id="${id}-${value}-hint" class="hint of-option">${line(hint, view.blanks)}</span>` : nothing}
    ${then ? html`<div class="then" aria-live="polite">${isChosen ? html`<div class="inset">${prose(then, view)}</div>` : nothing}</div>` : nothing}
  `;
}

function chosenIn({question, view}: Asked): readonly string[] {
  const answer = view.told.answers[question.id] ?? [];
  return typeof answer === 'string' ? [answer] : answer;
}

// Ticks keep the order of the question, whatever the order of ticking.
function choose(asked: Asked, value: string, isChosen: boolean): void {
  const {question, view} = asked;
  if (question.kind === 'choice') return view.form.say({do: 'answer', question: question.id, with: value});
  const chosen = new Set(chosenIn(asked));
  if (isChosen) chosen.add(value);
  else chosen.delete(value);
  const inOrder = (question.choices ?? []).map((each) => each.value).filter((each) => chosen.has(each));
  view.form.say({do: 'answer', question: question.id, with: inOrder});
}
