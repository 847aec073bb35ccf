import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live.js';
import {askingWords} from '../../../questionnaire/words/asking-words.js';
import {dateFromParts, partsOfDate, type DateParts} from '../../../questionnaire/written-dates.js';
import {checkedNow} from '../moment.js';
import type {Asked} from '../view.js';
import {offered} from './choice.js';
import {group} from './frame.js';
import {radio} from './parts.js';

const boxes = ['day', 'month', 'year'] as const;

/** An approximate date: three boxes, any of which may stay empty but the year, or one of the words that the question takes. */
export function date(asked: Asked): TemplateResult {
  const {question, text, scene, id} = asked;
  const words = askingWords(scene.words);
  const parts = partsIn(asked);
  const answer = scene.told.answers[question.id];
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
    ${chooseable.map((value) => radio(`${id}-${value}`, id, text.choices?.[value]?.label ?? value, answer === value, () => scene.form.answer(question.id, value)))}
  `);
}

// The boxes show what was typed as long as it is the answer: a date made of it
// is in digits, with its zeros filled in, which nobody wants to see while they type.
function partsIn({question, scene: {form}}: Asked): DateParts {
  const answer = form.journey.told.answers[question.id] ?? '';
  const typed = form.typedDates[question.id];
  return typed?.date === answer ? typed.parts : partsOfDate(String(answer));
}

// Read anew each time: what fills in all three boxes does so before anything is drawn.
function write(asked: Asked, box: keyof DateParts, text: string): void {
  const {form} = asked.scene;
  const {id} = asked.question;
  const parts = {...partsIn(asked), [box]: text};
  const languages = [form.element.language(), ...navigator.languages];
  const date = dateFromParts(parts, {latest: checkedNow().latestDate, languages});
  form.typedDates = {...form.typedDates, [id]: {parts, date}};
  form.answer(id, date || undefined);
}
