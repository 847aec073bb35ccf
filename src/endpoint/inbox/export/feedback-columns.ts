import type {InboxEntry, OpenedContact} from '../../../contract/inbox.js';
import type {NamedService} from '../../../contract/submission.js';
import {exportedAnswers, isCoded, type ExportedSet} from './answers-for-export.js';

/** One row to be: a submission with its set, where it is known, and its contact details, where they were opened. */
export interface ExportedSubmission {
  entry: InboxEntry;
  set: ExportedSet | undefined;
  contact?: OpenedContact | undefined;
}

/** The names of a file's columns, and the cells of a row under them. */
export interface Columns {
  names: readonly string[];
  cellsOf(taken: ExportedSubmission): string[];
}

type Fixed = readonly (readonly [name: string, cell: (entry: InboxEntry) => string | boolean | undefined])[];

const before: Fixed = [
  ['id', ({id}) => id],
  ['received_at', ({receivedAt}) => receivedAt],
  ['urgency', ({urgency}) => urgency],
  ['state', ({state}) => state],
  ['replaces', ({replaces}) => replaces],
  ['replaces_proven', ({replaces, isReplacementProven}) => (replaces === undefined ? undefined : isReplacementProven ?? false)],
  ['replaced_by', ({replacedBy}) => replacedBy],
  ['set_apart', ({quarantine}) => quarantine],
  ['about', ({about}) => about?.kind],
  ['service_ids', (entry) => servicesOf(entry).map(({id}) => id ?? '').join('; ')],
  ['service_names', (entry) => servicesOf(entry).map(({name}) => name).join('; ')],
  ['service_towns', (entry) => servicesOf(entry).map(({town}) => town ?? '').join('; ')],
  ['place_id', ({about}) => (about?.kind === 'place' ? about.place.id : undefined)],
  ['place', ({about}) => (about?.kind === 'place' ? about.place.name : undefined)],
  ['topic', ({about}) => (about?.kind === 'topic' ? about.topic : undefined)],
  ['share', ({share}) => share?.join('; ')],
  ['language', ({language}) => language],
  ['question_set', ({questionSet}) => questionSet?.id],
  ['question_set_version', ({questionSet}) => questionSet?.version],
];

const after: Fixed = [
  ['started_at', ({startedAt}) => startedAt],
  ['finished_at', ({finishedAt}) => finishedAt],
  ['mode', ({source}) => source?.mode],
  ['partner', ({source}) => source?.partner],
  ['campaign', ({source}) => source?.campaign],
  ['site', ({source}) => source?.site],
  ['element', ({source}) => source && `${source.element} ${source.version}`],
  ['notice', ({consent}) => consent?.notice],
  ['notice_version', ({consent}) => consent?.version],
  ['helper', ({helper}) => helper?.kind],
  ['helper_agreed', ({helper}) => helper?.agreed],
  ['extensions', ({extensions}) => extensions && JSON.stringify(extensions)],
  ['faults', ({faults}) => faults && JSON.stringify(faults)],
  ['as_it_came', (entry) => ('whole' in entry ? entry.whole : undefined)],
  ['has_contact', ({hasContact}) => hasContact],
];

const contactParts = ['name', 'email', 'phone', 'address', 'by', 'avoid', 'for', 'formats', 'language', 'sealed', 'whole'] as const;

/** One column for each question of `sets`, with one in words beside it where its answers are codes. What no column is for stands in `other_answers`. */
export function columnsFor(sets: readonly ExportedSet[], withContact: boolean): Columns {
  const questions = new Map<string, boolean>();
  for (const set of sets) for (const [id, question] of set.questions) questions.set(id, isCoded(question) || (questions.get(id) ?? false));
  const names = [...questions].flatMap(([id, coded]) => (coded ? [`answer_${id}`, `answer_${id}_in_words`] : [`answer_${id}`]));

  return {
    names: [...before.map(([name]) => name), ...names, 'other_answers', ...after.map(([name]) => name), ...(withContact ? contactParts.map((part) => `contact_${part}`) : [])],
    cellsOf({entry, set, contact}) {
      const words = set ? exportedAnswers(entry, set) : {};
      const answer = (id: string) => (Object.hasOwn(entry.answers, id) ? [entry.answers[id] ?? ''].flat().join('; ') : '');
      const answers = [...questions].flatMap(([id, coded]) => (coded ? [answer(id), words[id] ?? ''] : [answer(id)]));
      const others = Object.entries(entry.answers).filter(([id]) => !questions.has(id));
      return [...fixed(before, entry), ...answers, others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : '', ...fixed(after, entry), ...(withContact ? contactCells(contact) : [])];
    },
  };
}

function fixed(columns: Fixed, entry: InboxEntry): string[] {
  return columns.map(([, cell]) => String(cell(entry) ?? ''));
}

function contactCells(contact: OpenedContact | undefined): string[] {
  const parts = (contact ?? {}) as Partial<Record<(typeof contactParts)[number], string | readonly string[]>>;
  return contactParts.map((part) => [parts[part] ?? ''].flat().join('; '));
}

function servicesOf({about}: InboxEntry): readonly NamedService[] {
  return about?.kind === 'service' || about?.kind === 'pathway' ? about.services : [];
}
