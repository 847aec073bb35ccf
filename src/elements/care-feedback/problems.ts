import {html, nothing, type TemplateResult} from 'lit';
import type {QuestionFault} from '../../domain/questionnaire/check.js';
import {controlId} from './questions/field-parts.js';
import {sendingProblem} from './sending-problem.js';
import {faultText, type RenderContext} from './render-context.js';

/** What went wrong on this page: answers that need another look, or a sending that failed. */
export function problems(context: RenderContext): TemplateResult | typeof nothing {
  const {journey: {faults}, delivery} = context.session;
  if (faults.length > 0) return faultSummary(context, faults);
  return delivery.is === 'failed' ? sendingProblem(context, delivery) : nothing;
}

function faultSummary(context: RenderContext, faults: readonly QuestionFault[]): TemplateResult {
  return html`
    <div class="error-summary" role="alert" tabindex="-1">
      <h2>${context.formWords.thereIsAProblem}</h2>
      <ul>
        ${faults.map((fault) => {
          const goTo = (event: Event) => {
            // A browser looks for the target of a link in the page, not in a shadow root.
            event.preventDefault();
            context.focus(fault);
          };
          return html`<li><a href="#${controlId(fault.question, fault.part)}" @click=${goTo}>${faultText(fault, context)}</a></li>`;
        })}
      </ul>
    </div>
  `;
}
