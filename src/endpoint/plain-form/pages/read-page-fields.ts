import type {Question} from '../../../contract/question-set.js';
import type {Contact, Share} from '../../../contract/submission.js';
import {isWritten, onOneLine, withoutUnseen} from '../../../contract/characters.js';
import {asksForDetails, contactLists} from '../../../domain/questionnaire/contact.js';
import type {SessionStep} from '../../../domain/questionnaire/form-session/session-steps.js';
import type {DraftResponse} from '../../../domain/questionnaire/draft-response.js';
import type {DateParts} from '../../../domain/questionnaire/written-dates.js';
import {onADate} from './date-control.js';

/** What a page's fields hold, by name. */
export interface Fields {
  one(name: string): string | undefined;
  all(name: string): readonly string[];
  has(name: string): boolean;
  names(): readonly string[];
}

/** The fields of a posted form, without what nobody sees in them. A browser sends each line break as CR and LF; people's words have LF. */
export function fieldsFrom(posted: URLSearchParams): Fields {
  return {
    one: (name) => {
      const value = posted.get(name);
      return value === null ? undefined : withoutUnseen(value);
    },
    all: (name) => posted.getAll(name).map(withoutUnseen),
    has: (name) => posted.has(name),
    names: () => [...new Set(posted.keys())],
  };
}

/** What somebody answered to one question, in pages of these languages; nothing for the question which service, whose page is more than a field. */
export function stepFrom(question: Question, fields: Fields, draft: DraftResponse, languages: readonly string[]): SessionStep | undefined {
  const {id, kind} = question;
  switch (kind) {
    case 'choice': return {do: 'answer', question: id, with: fields.one(id)};
    case 'choices': return {do: 'answer', question: id, with: inOrder(fields.all(id), question)};
    // A field is posted even empty; where it is not, the page had none, and what was written elsewhere stays.
    case 'text': return fields.has(id) ? {do: 'answer', question: id, with: oneLineIn(fields, id)} : undefined;
    case 'long-text': return fields.has(id) ? {do: 'answer', question: id, with: fields.one(id)} : undefined;
    case 'date': return {do: 'write-date', question: id, parts: datePartsFrom(id, fields), chosen: chosenWord(id, fields), languages};
    case 'share': return {do: 'share', with: inOrder(fields.all(id), question) as Share[]};
    case 'contact': return contactStep(question, fields, draft);
    case 'service': return undefined;
  }
}

// Who says nothing has not said no, and finds neither chosen on coming back.
function contactStep(question: Question, fields: Fields, draft: DraftResponse): SessionStep | undefined {
  const {id} = question;
  if (asksForDetails(question)) return {do: 'contact', wanted: true, details: contactFrom(id, fields)};
  if (!draft.contact && !fields.has(id) && !isContactUndecided(question, fields)) return undefined;
  return {do: 'contact', wanted: fields.one(id) === 'yes', details: contactFrom(id, fields)};
}

/** Whether contact details were written though neither yes nor no was chosen. */
export function isContactUndecided(question: Question, fields: Fields): boolean {
  const {id, kind} = question;
  if (kind !== 'contact' || asksForDetails(question) || fields.has(id)) return false;
  return Object.values(contactFrom(id, fields)).some((value) => (typeof value === 'string' ? isWritten(value) : value !== undefined && value.length > 0));
}

/** Whether a form on somebody else's page has asked this question. */
export function isAnsweredIn({id, kind}: Question, fields: Fields): boolean {
  if (kind === 'date') return fields.has(id) || fields.has(`${id}-year`);
  return kind !== 'service' && fields.has(id);
}

// As the question has them, whatever the order of ticking. What is no choice stays, for the check to refuse.
function inOrder(values: readonly string[], {choices = []}: Question): string[] {
  const order = choices.map(({value}) => value);
  return [...order.filter((value) => values.includes(value)), ...values.filter((value) => !order.includes(value))];
}

/** A word that stands in the place of a date. */
function chosenWord(id: string, fields: Fields): string | undefined {
  const chosen = fields.one(id);
  return chosen === onADate ? undefined : chosen;
}

function datePartsFrom(id: string, fields: Fields): DateParts {
  const part = (name: keyof DateParts) => oneLineIn(fields, `${id}-${name}`) ?? '';
  return {day: part('day'), month: part('month'), year: part('year')};
}

/** What was written in a field of one line. */
export function oneLineIn(fields: Fields, name: string): string | undefined {
  const value = fields.one(name);
  return value === undefined ? undefined : onOneLine(value);
}

function contactFrom(id: string, fields: Fields): Contact {
  const text = (part: string) => fields.one(`${id}-${part}`) || undefined;
  const line = (part: string) => oneLineIn(fields, `${id}-${part}`) || undefined;
  const listed = <Value extends string>(part: string, known: readonly Value[]) => {
    const values = fields.all(`${id}-${part}`);
    const chosen = known.filter((value) => values.includes(value));
    return chosen.length > 0 ? chosen : undefined;
  };
  return {
    name: line('name'),
    email: line('email'),
    phone: line('phone'),
    address: text('address'),
    by: listed('by', ['email', 'phone', 'post'] as const)?.[0],
    avoid: text('avoid'),
    for: listed('for', contactLists.for),
    formats: listed('formats', contactLists.formats),
    language: line('language'),
  };
}
