import {askingWords} from '../../../domain/questionnaire/words/asking-words.js';
import {fillLine} from '../../../domain/questionnaire/words/placeholders.js';
import {partsAsTyped, type TypedDate} from '../../../domain/questionnaire/written-dates.js';
import {attributes, html, type Html} from '../../html/html.js';
import {offeredIn, type QuestionInWords} from '../../html/question-in-words.js';
import {choiceId, controlGroup} from '../../html/form-controls.js';
import {plainWords} from '../../html/plain-words.js';

/** The radio that stands for the boxes; no choice of a set has capitals, so none is called so. */
export const onADate = 'DATE';

/**
 * An approximate date: three boxes, or one of the words that the question takes.
 * The boxes have a radio of their own, since a radio that was chosen can't be
 * let go of again. The boxes show what was typed, as long as that is the answer.
 */
export function dateControl(question: QuestionInWords, typed: TypedDate | undefined): Html {
  const {question: {id}, localised, draft, text, placeholders: blanks} = question;
  const answer = String(draft.answers[id] ?? '');
  const offered = offeredIn(question);
  const isWord = offered.includes(answer);
  const boxes = partsAsTyped(isWord ? '' : answer, typed);
  const words = askingWords(localised.words);
  const isFaulty = question.faults.length > 0;
  const box = (part: 'day' | 'month' | 'year', label: string) => html`<div class="date-box date-box-${part}">
<label for="${id}-${part}">${label}</label>
<input ${attributes({type: 'text', id: `${id}-${part}`, name: `${id}-${part}`, value: boxes[part], inputmode: 'numeric', autocomplete: 'off', 'aria-invalid': isFaulty && 'true', 'aria-describedby': isFaulty && `${id}-error`})}>
</div>`;
  const three = html`<div class="date-boxes">${box('day', words.day)}${box('month', words.month)}${box('year', words.year)}</div>`;
  if (offered.length === 0) return controlGroup(question, three);
  return controlGroup(question, html`
${radio({id, control: id, value: onADate, label: plainWords(localised.words).onADate, isChosen: answer !== '' && !isWord})}
${three}
${offered.map((value) => radio({id, control: choiceId(id, value, 1), value, label: fillLine(text.choices?.[value]?.label, blanks) || value, isChosen: answer === value}))}`);
}

function radio({id, control, value, label, isChosen}: {id: string; control: string; value: string; label: string; isChosen: boolean}): Html {
  return html`<div class="option"><input ${attributes({type: 'radio', id: control, name: id, value, checked: isChosen})}>
<label for="${control}">${label}</label></div>`;
}
