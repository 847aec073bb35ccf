import {fixture, html} from '@open-wc/testing';
import '../../../src/define/care-feedback.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {ownAddress} from './example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {arrives, choose, press, read, sees, write} from './person.js';

/** The headings of `give-feedback` about a known service, in order, for somebody in no danger. */
export const pages = {
  information: 'Tell us what care was like',
  relationship: 'Whose care do you want to tell us about?',
  experience: 'What has the care been like?',
  risk: 'Is anyone being hurt, or in danger of being hurt, now or soon?',
  when: 'When and where',
  story: 'Tell us about it',
  topics: 'What is it about?',
  told: 'Have you told the service?',
  share: 'Who else may see it?',
  young: 'Are you under 18? (optional)',
  contact: 'May we contact you?',
  check: 'Check your answers before you send them',
} as const;

type Place = keyof typeof pages;

/** What somebody answers on each page; left out, nothing. */
const answers: Partial<Record<Place, (form: CareFeedback) => Promise<void>>> = {
  relationship: (form) => choose(form, 'Someone I care for'),
  experience: (form) => choose(form, 'Some good, some poor'),
  risk: (form) => choose(form, 'No'),
  when: (form) => choose(form, 'It is still happening'),
  story: (form) => write(form, 'What happened? (optional)', 'They were kind.'),
  told: (form) => choose(form, 'No'),
};

/** A form about a known service, at its first page. */
export async function openForm(): Promise<CareFeedback> {
  const form = await fixture<CareFeedback>(html`
    <care-feedback endpoint=${ownAddress()} service="1-1000000001" partner="example-charity"><a href="https://endpoint.example/feedback">Tell us</a></care-feedback>
  `);
  await sees(form, pages.information);
  return form;
}

/** Goes on from the first page to `place`, with the answers above or others. */
export async function goTo(form: CareFeedback, place: Place, others: typeof answers = {}): Promise<void> {
  for (;;) {
    const here = await eventually(() => (Object.keys(pages) as Place[]).find((each) => headingIn(form) === pages[each]), 'a page of the set');
    if (here === place) return;
    await (others[here] ?? answers[here])?.(form);
    await press(form, 'Continue');
    await eventually(() => headingIn(form) !== pages[here], () => `a page after “${pages[here]}”; there is: ${read(form)}`);
  }
}

/** A new form, filled in and sent, once it says `heading`. */
export async function sendTo(heading: string, others: typeof answers = {}): Promise<CareFeedback> {
  const form = await openForm();
  await goTo(form, 'check', others);
  await press(form, 'Send');
  await arrives(form, heading);
  return form;
}

const headingIn = (form: CareFeedback) => form.shadowRoot!.querySelector<HTMLElement>('.title')?.innerText.trim();
