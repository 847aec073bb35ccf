import type {QuestionFault} from '../../../questionnaire/check.js';
import type {Asked} from '../view.js';

/** The id of a question's control, or of one part of it. */
export function controlId(question: string, part?: string): string {
  return part ? `q-${question}-${part}` : `q-${question}`;
}

/** The fault in one part of a question. */
export function faultIn({view, question}: Asked, part: string): QuestionFault | undefined {
  return view.form.journey.faults.find((fault) => fault.question === question.id && fault.part === part);
}
