import type {FocusTarget} from '../../domain/questionnaire/form-session/session-steps.js';
import {controlId} from './questions/field-parts.js';

const places = {heading: '.title', problems: '.error-summary', code: '#code', copy: '#copy'};

/** Where in the form a target stands. */
export function focusSelector(target: FocusTarget): string {
  return typeof target === 'string' ? places[target] : `#${controlId(target.question, target.part)}`;
}
