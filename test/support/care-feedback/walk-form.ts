import {fixture, html} from '@open-wc/testing';
import '../../../src/define/care-feedback.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {ownAddress} from './example-endpoint.js';
import {eventually} from '../eventually.js';
import {arrives, choose, press, read, sees, write} from './form-person.js';

/** The headings of `give-feedback` about a known service, in order, for somebody in no danger. */
export const pages = {
  whose: 'Tell us what care was like',
  experience: 'What has the care been like?',
  risk: 'Is anyone being hurt, neglected or in danger, now or soon?',
  when: 'When did it happen?',
  story: 'What happened? (optional)',
  told: 'Have you told the service?',
  share: 'Who else may see it?',
  contact: 'May we contact you? (optional)',
  check: 'Check your answers',
} as const;

type Place = keyof typeof pages;

/** What somebody answers on each page; left out, nothing. */
const answers: Partial<Record<Place, (form: CareFeedback) => Promise<void>>> = {
  whose: (form) => choose(form, 'Someone I care for'),
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
  await sees(form, pages.whose);
  return form;
}

/** A form that asks a set of the endpoint's own, once it says `heading`. */
export async function openOwnSet(set: {id: string}, heading: string): Promise<CareFeedback> {
  const network = globalThis.fetch;
  const answering: typeof fetch = async (input, init) => (new Request(input, init).url === `${ownAddress()}/v1/question-sets/${set.id}` ? Response.json(set) : network(input, init));
  globalThis.fetch = answering.bind(undefined);
  const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${ownAddress()} service="1-1000000001" question-set=${set.id}></care-feedback>`);
  await sees(form, heading).finally(() => (globalThis.fetch = network));
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

/** What somebody under 18 answers on the first page. */
export async function tellsAsChild(form: CareFeedback): Promise<void> {
  await choose(form, 'Someone I care for');
  await choose(form, 'Yes', 'Are you under 18?');
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
