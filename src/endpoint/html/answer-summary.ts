import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import type {AnswerInWords} from '../../domain/questionnaire/words/answers-in-words.js';
import {html, type Html} from './html.js';
import type {LocalisedSet} from './localised-set.js';

/** Answers as a list, each with a button to change it where `canChange`. */
export function answerSummary(localised: LocalisedSet, answers: readonly AnswerInWords[], canChange: boolean): Html {
  const words = endingWords(localised.words);
  return html`<dl class="summary">${answers.map(({question, page, label, lines}) => html`
<div class="answer" id="answer-${question}">
<dt>${label}</dt>
${lines.length === 0 ? html`<dd class="hint">${words.notAnswered}</dd>` : html`<dd>${lines.map((line) => html`<span class="line" dir="auto">${line}</span>`)}</dd>`}
${canChange && page !== undefined && html`<dd class="change"><button type="submit" class="link" name="_change" value="${page}" aria-label="${words.changeWhat(label)}">${words.change}</button></dd>`}
</div>`)}</dl>`;
}

/** The answers that were given, for a person who has to see them before anything else. */
export function answersSoFar(localised: LocalisedSet, answers: readonly AnswerInWords[], heading: string): Html | undefined {
  const given = answers.filter(({lines}) => lines.length > 0);
  return given.length === 0 ? undefined : html`<h2>${heading}</h2>${answerSummary(localised, given, false)}`;
}
