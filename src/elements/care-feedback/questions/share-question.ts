import {html, nothing, type TemplateResult} from 'lit';
import type {Share} from '../../../contract/submission.js';
import {receiverLanguage} from '../../../domain/questionnaire/words/receiver-language.js';
import {prose} from '../prose-template.js';
import type {QuestionContext} from '../render-context.js';
import {offered} from './choice-question.js';
import {group} from './question-frame.js';
import {live} from './live-value.js';

/** Who else may see it: ticks for the bodies that the receiver names, none of them ticked. */
export function share(asked: QuestionContext): TemplateResult {
  const {context, question, text, id} = asked;
  const bodies = offered(asked) as Share[];
  const chosen = context.draft.share ?? [];
  const {lang, dir} = receiverLanguage(context.receiver);
  return group(asked, bodies.map((value) => {
    const body = context.receiver.share?.[value];
    const hint = text.choices?.[value]?.hint;
    return html`
      <div class="option">
        <input
          id="${id}-${value}" type="checkbox" .checked=${live(chosen.includes(value))} aria-describedby="${id}-${value}-hint"
          @change=${(event: Event) => context.step({do: 'tick', question: question.id, value, isTicked: (event.target as HTMLInputElement).checked})}>
        <label for="${id}-${value}" lang=${lang} dir=${dir}>${body?.name}</label>
      </div>
      <div id="${id}-${value}-hint" class="hint of-option"><p lang=${lang} dir=${dir}>${body?.words}</p>${hint ? prose([hint], context) : nothing}</div>
    `;
  }));
}
