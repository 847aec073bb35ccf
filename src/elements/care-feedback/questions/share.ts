import {html, nothing, type TemplateResult} from 'lit';
import type {Share} from '../../../contract/submission.js';
import {receiverLanguage} from '../../../questionnaire/words/receiver-language.js';
import {prose} from '../prose.js';
import type {Asked} from '../view.js';
import {offered} from './choice.js';
import {group} from './frame.js';
import {live} from './live.js';

/** Who else may see it: ticks for the bodies that the receiver names, none of them ticked. */
export function share(asked: Asked): TemplateResult {
  const {scene, text, id} = asked;
  const bodies = offered(asked) as Share[];
  const chosen = scene.told.share ?? [];
  const {lang, dir} = receiverLanguage(scene.receiver);
  return group(asked, bodies.map((value) => {
    const body = scene.receiver.share?.[value];
    const hint = text.choices?.[value]?.hint;
    return html`
      <div class="option">
        <input
          id="${id}-${value}" type="checkbox" .checked=${live(chosen.includes(value))} aria-describedby="${id}-${value}-hint"
          @change=${(event: Event) => tick(asked, value, (event.target as HTMLInputElement).checked)}>
        <label for="${id}-${value}" lang=${lang} dir=${dir}>${body?.name}</label>
      </div>
      <div id="${id}-${value}-hint" class="hint of-option"><p lang=${lang} dir=${dir}>${body?.words}</p>${hint ? prose([hint], scene) : nothing}</div>
    `;
  }));
}

function tick({question, scene}: Asked, value: Share, isTicked: boolean): void {
  const others = (scene.form.journey.told.share ?? []).filter((each) => each !== value);
  const chosen = isTicked ? [...others, value] : others;
  const inOrder = (question.choices ?? []).map((each) => each.value as Share).filter((each) => chosen.includes(each));
  scene.form.say({do: 'share', with: inOrder});
}
