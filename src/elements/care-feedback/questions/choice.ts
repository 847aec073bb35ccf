import type {TemplateResult} from 'lit';
import {truthOf} from '../../../questionnaire/conditions.js';
import type {Told} from '../../../questionnaire/told.js';
import type {Asked} from '../view.js';
import {group} from './frame.js';
import {option} from './option.js';

/** One choice, as radios. */
export function choice(asked: Asked): TemplateResult {
  const {question, scene} = asked;
  const chosen = scene.told.answers[question.id];
  return group(asked, offered(asked).map((value) =>
    option(asked, value, {type: 'radio', isChosen: chosen === value, choose: () => scene.form.answer(question.id, value)}),
  ));
}

/** Several choices, as ticks. They keep the order of the question, whatever the order of ticking. */
export function choices(asked: Asked): TemplateResult {
  const {question, scene} = asked;
  const chosenIn = ({answers}: Told): readonly string[] => [answers[question.id] ?? []].flat();
  const chosen = chosenIn(scene.told);
  const values = offered(asked);
  // What was told by now, not when this was drawn: a tool may tick several before anything is drawn again.
  const tick = (value: string, isTicked: boolean) =>
    scene.form.answer(question.id, values.filter((each) => (each === value ? isTicked : chosenIn(scene.form.journey.told).includes(each))));
  return group(asked, values.map((value) =>
    option(asked, value, {type: 'checkbox', isChosen: chosen.includes(value), choose: ({target}) => tick(value, (target as HTMLInputElement).checked)}),
  ));
}

/** The values of a question that apply to what was told. */
export function offered({question, scene}: Asked): string[] {
  return (question.choices ?? []).filter(({when}) => truthOf(when, scene.told) !== false).map(({value}) => value);
}
