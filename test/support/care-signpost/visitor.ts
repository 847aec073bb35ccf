import {fixture} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../../src/define/care-signpost.js';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {eventually} from '../eventually.js';
import {choose, control, read} from '../care-feedback/form-person.js';

// What somebody finds in the panel, by the words that it has for everybody.

const rootOf = (panel: CareSignpost) => panel.shadowRoot!;
const wordsOf = (elements: Iterable<Element>) => [...elements].map(({textContent}) => textContent!.trim());

/** A panel whose questions have come. */
export async function show(tag: TemplateResult): Promise<CareSignpost> {
  const panel = await fixture<CareSignpost>(tag);
  await whole(panel);
  return panel;
}

/** Waits for the questions, which come after the first list. */
export async function whole(panel: CareSignpost): Promise<void> {
  await eventually(() => status(panel) !== undefined, 'the whole panel');
}

/** What is asked now, in order. */
export function asked(panel: CareSignpost): string[] {
  return wordsOf(rootOf(panel).querySelectorAll('form legend, form .label'));
}

/** Who is listed, in order. */
export function listed(panel: CareSignpost): string[] {
  return wordsOf(rootOf(panel).querySelectorAll('.signposts h3'));
}

/** What is said about one of those who are listed. */
export function saidOf(panel: CareSignpost, name: string): string {
  const found = [...rootOf(panel).querySelectorAll('.signposts > li')].find((each) => each.querySelector('h3')!.textContent === name);
  return (found?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits until somebody is listed. */
export async function lists(panel: CareSignpost, name: string): Promise<void> {
  await eventually(() => listed(panel).includes(name), () => `“${name}” in the list; there is: ${read(panel)}`);
}

/** What is said aloud when the list changes; `undefined` while nothing is there to say it. */
export function status(panel: CareSignpost): string | undefined {
  return rootOf(panel).querySelector('form + [role=status], .signposts + [role=status]')?.textContent?.trim();
}

/** Every link of the lists. */
export function links(panel: CareSignpost): HTMLAnchorElement[] {
  return [...rootOf(panel).querySelectorAll<HTMLAnchorElement>('.signposts a')];
}

/** Answers one question, where the keyboard is not what is looked at. */
export async function answer(panel: CareSignpost, question: string, choice: string): Promise<void> {
  const select = [...rootOf(panel).querySelectorAll<HTMLLabelElement>('form .label')].find(({textContent}) => textContent!.trim() === question)?.control;
  if (!(select instanceof HTMLSelectElement)) return choose(panel, choice, question);
  select.value = [...select.options].find(({text}) => text === choice)!.value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await panel.updateComplete;
}

/** The answer that is chosen for a question, in words. */
export async function chosen(panel: CareSignpost, question: string): Promise<string | undefined> {
  const group = [...rootOf(panel).querySelectorAll('fieldset')].find((each) => each.querySelector('legend')!.textContent === question);
  if (group) return group.querySelector<HTMLInputElement>(':checked')?.labels![0]!.textContent!.trim();
  const select = (await control(panel, question)) as unknown as HTMLSelectElement;
  return select.value && select.selectedOptions[0]!.text;
}

export const questions = {
  danger: 'Is anyone in danger now?',
  wants: 'What would you like to do?',
  nation: 'In which nation?',
  service: 'Which kind of service?',
  pays: 'Who pays for the care?',
  complained: 'Have you complained to the service?',
  profession: 'What is their profession?',
  age: 'Is it about somebody under 18?',
  detained: 'Is the person detained under the Mental Health Act?',
} as const;

/** What somebody may want, in words. */
export const wants = {
  tell: 'Tell somebody what care was like',
  complain: 'Complain and get an answer',
  safeguard: 'Get help because somebody is hurt or neglected',
  person: 'Say how one professional behaved',
  staff: 'Speak up as a member of staff',
  records: 'See or correct records',
  information: 'Get information',
} as const;

/** The names of those whom many tests look for. */
export const names = {
  provider: 'The service itself',
  icb: 'Integrated care board (ICB)',
  advocacy: 'NHS complaints advocacy',
  phso: 'Parliamentary and Health Service Ombudsman',
  lgsco: 'Local Government and Social Care Ombudsman',
  cqc: 'Care Quality Commission (CQC)',
  mentalHealthAct: 'CQC, about the Mental Health Act',
  imha: 'Independent mental health advocate (IMHA)',
  safeguarding: 'Your council’s adult safeguarding team',
  healthwatch: 'Local Healthwatch',
  iscas: 'Independent Sector Complaints Adjudication Service (ISCAS)',
} as const;
