import type {Question, QuestionText} from '../../contract/question-set.js';
import type {QuestionFault} from '../../questionnaire/check.js';
import {truthOf} from '../../questionnaire/conditions.js';
import type {Told} from '../../questionnaire/told.js';
import {faultWords} from '../../questionnaire/words/fault-words.js';
import {line, type Blanks} from '../../questionnaire/words/fill.js';
import {formWords} from '../../questionnaire/words/form-words.js';
import {questionText} from '../../questionnaire/words/version.js';
import {blanksOf, type SpokenSet} from '../spoken-set.js';
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
export interface Asked {
  spoken: SpokenSet;
  question: Question;
  text: QuestionText;
  /** With its blanks filled, and "(optional)" where it is. */
  label: string;
  /** Whether the question is its page's heading. */
  isHeading: boolean;
  told: Told;
  blanks: Blanks;
  faults: readonly FaultInWords[];
}

/** A question with the words that hold for what was told. `faults` are those of the page. */
export function ask(question: Question, {spoken, told, faults, isHeading}: {spoken: SpokenSet; told: Told; faults: readonly QuestionFault[]; isHeading: boolean}): Asked {
  const text = questionText(spoken.text, question.id, told);
  const blanks = blanksOf(spoken, told);
  const label = line(text.label, blanks);
  const said = question.kind === 'contact' ? {...text, required: plainWords(spoken.words).sayYesOrNo} : text;
  return {
    spoken, question, text, told, blanks, isHeading,
    label: isOptional(question, told) ? formWords(spoken.words).optional(label) : label,
    faults: faults.filter((fault) => fault.question === question.id).map((fault) => ({control: controlOf(fault, question), part: fault.part, words: faultWords(fault, said, spoken.words)})),
  };
}

/** The choices that are offered for what was told. */
export function offeredIn({question, told}: Asked): readonly string[] {
  return (question.choices ?? []).filter(({when}) => truthOf(when, told) !== false).map(({value}) => value);
}

function isOptional({required, kind}: Question, told: Told): boolean {
  if (kind === 'share' || kind === 'contact') return false;
  return required === false || (typeof required === 'object' && truthOf(required, told) === false);
}

function controlOf({kind, part}: QuestionFault, {id, kind: asks}: Question): string {
  if (asks === 'date') return kind === 'not-a-date' || kind === 'too-late' ? `${id}-day` : id;
  if (asks !== 'service') return part ? `${id}-${part}` : id;
  const field = part?.replace(/-\d+$/, '');
  return field === undefined || field === 'kind' ? id : `${id}-${field}`;
}
