import {html, nothing, type TemplateResult} from 'lit';
import type {QuestionFault} from '../../questionnaire/check.js';
import {controlId} from './questions/parts.js';
import {sendingProblem} from './sending-problem.js';
import {faultText, type View} from './view.js';

/** What went wrong on this page: answers that need another look, or a sending that failed. */
export function problems(view: View): TemplateResult | typeof nothing {
  const {faults} = view.form.journey;
  if (faults.length > 0) return faultSummary(view, faults);
  return view.form.delivery.is === 'failed' ? sendingProblem(view, view.form.delivery) : nothing;
}

function faultSummary(view: View, faults: readonly QuestionFault[]): TemplateResult {
  return html`
    <div class="error-summary" role="alert" tabindex="-1">
      <h2>${view.around.thereIsAProblem}</h2>
      <ul>
        ${faults.map((fault) => {
          const control = controlId(fault.question, fault.part);
          return html`<li><a href="#${control}" @click=${(event: Event) => goTo(event, view, control)}>${faultText(fault, view)}</a></li>`;
        })}
      </ul>
    </div>
  `;
}

// A browser looks for the target of a link in the page, not in a shadow root.
function goTo(event: Event, view: View, control: string): void {
  event.preventDefault();
  view.form.attend(`#${control}`);
}
