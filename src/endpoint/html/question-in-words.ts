import type {Question, QuestionText} from '../../contract/question-set.js';
import type {QuestionFault} from '../../domain/questionnaire/check.js';
import {truthOf} from '../../domain/questionnaire/conditions.js';
import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import {faultWords} from '../../domain/questionnaire/words/fault-words.js';
import {fillLine, type Placeholders} from '../../domain/questionnaire/words/placeholders.js';
import {formWords} from '../../domain/questionnaire/words/form-words.js';
import {questionText} from '../../domain/questionnaire/words/question-text.js';
import {placeholdersOf, type LocalisedSet} from './localised-set.js';
import {plainWords} from './plain-words.js';

/** A fault as a person reads it. */
export interface FaultInWords {
  /** The id of the control to mend. */
  control: string;
  /** The field, where the question has several. */
  part: string | undefined;
  words: string;
}

/** One question as its page draws it. */
export interface QuestionInWords {
  localised: LocalisedSet;
  question: Question;
  text: QuestionText;
  /** With its blanks filled, and "(optional)" where it is. */
  label: string;
  /** Whether the question is its page's heading. */
  isHeading: boolean;
  draft: DraftResponse;
  placeholders: Placeholders;
  faults: readonly FaultInWords[];
}

/** A question with the words that hold for what was told. `faults` are those of the page. */
export function putInWords(question: Question, {spoken, told, faults, isHeading}: {spoken: LocalisedSet; told: DraftResponse; faults: readonly QuestionFault[]; isHeading: boolean}): QuestionInWords {
  const text = questionText(spoken.text, question.id, told);
  const blanks = placeholdersOf(spoken, told);
  const label = fillLine(text.label, blanks);
  const said = question.kind === 'contact' ? {...text, required: plainWords(spoken.words).sayYesOrNo} : text;
  return {
    localised: spoken, question, text, draft: told, placeholders: blanks, isHeading,
    label: isOptional(question, told) ? formWords(spoken.words).optional(label) : label,
    faults: faults.filter((fault) => fault.question === question.id).map((fault) => ({control: controlOf(fault, question), part: fault.part, words: faultWords(fault, said, spoken.words)})),
  };
}

/** The choices that are offered for what was told. */
export function offeredIn({question, draft}: QuestionInWords): readonly string[] {
  return (question.choices ?? []).filter(({when}) => truthOf(when, draft) !== false).map(({value}) => value);
}

function isOptional({required, kind}: Question, draft: DraftResponse): boolean {
  if (kind === 'share' || kind === 'contact') return false;
  return required === false || (typeof required === 'object' && truthOf(required, draft) === false);
}

function controlOf({kind, part}: QuestionFault, {id, kind: asks}: Question): string {
  if (asks === 'date') return kind === 'not-a-date' || kind === 'too-late' ? `${id}-day` : id;
  if (asks !== 'service') return part ? `${id}-${part}` : id;
  const field = part?.replace(/-\d+$/, '');
  return field === undefined || field === 'kind' ? id : `${id}-${field}`;
}
