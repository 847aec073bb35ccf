import type {Meta} from '@storybook/web-components-vite';
import type {QueuedSubmission} from '../../src/delivery/outbox/queued-submission.js';
import {answersWithProblem, cannotBeReached, exampleAction, exampleOrigin, exampleReceiverAddress, receiverWithoutKey} from '../example-endpoint.js';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {send} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Kept'};
export default meta;

/** Sent so long ago that nothing is sent by itself any more. */
const fromLongAgo: QueuedSubmission = {
  id: 'an-example',
  endpoint: new URL(exampleOrigin).href,
  kind: 'submission',
  body: 'an example of something sealed',
  bodyType: 'application/jose',
  createdAt: Date.UTC(2026, 0, 5, 12),
  tries: 40,
  nextAt: Date.UTC(2026, 0, 6),
};
const waits = 'We have stopped trying.';

export const OnThisDevice = story(
  async (person) => {
    await send(person);
    await person.seesHeading('We have not got this yet. It is kept on this device.');
  },
  {endpoint: {submissions: cannotBeReached}},
);
export const WhereSomebodyIsInDanger = story(
  async (person) => {
    await send(person, {
      async risk(person) {
        await person.choose('Yes');
        await person.press('Continue');
      },
    });
    await person.reads('Do not wait for this form.');
  },
  {endpoint: {submissions: cannotBeReached}},
);
export const InMemoryOnly = story(
  async (person) => {
    await send(person);
    await person.seesHeading('We have not got this yet. It could not be kept on this device.');
  },
  {endpoint: {receiver: receiverWithoutKey, submissions: cannotBeReached}},
);
export const ForAnAction = story(
  async (person) => {
    await send(person);
    await person.seesHeading('We have not got this yet. It is kept on this device.');
  },
  {attributes: {endpoint: undefined, action: exampleAction, receiver: exampleReceiverAddress}, endpoint: {action: cannotBeReached}},
);
export const WaitingForThirtyDays = story(async (person) => person.reads(waits), {waiting: fromLongAgo});
export const WaitingAndStillNotSent = story(
  async (person) => {
    await person.press('Send it now');
    await person.reads('We have not got this yet');
  },
  {waiting: fromLongAgo, endpoint: {submissions: answersWithProblem(503, 'Try again later')}},
);
export const SentLater = story(
  async (person) => {
    await person.press('Send it now');
    await person.hears('We have got it now.');
  },
  {waiting: fromLongAgo},
);
export const Deleted = story(
  async (person) => {
    await person.press('Delete it for good');
    await person.hears('It is deleted.');
  },
  {waiting: fromLongAgo},
);
export const Narrow = narrow(OnThisDevice);
export const WaitingNarrow = narrow(WaitingForThirtyDays);
export const DarkPage = onDarkPage(OnThisDevice);
