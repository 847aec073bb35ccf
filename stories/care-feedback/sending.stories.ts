import type {Meta} from '@storybook/web-components-vite';
import {withClipboard} from '../clipboard.js';
import {answersWithAPage, answersWithProblem, cannotBeReached, neverAnswers} from '../example-endpoint.js';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {send} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Sending'};
export default meta;

const refused = answersWithProblem(422, 'The submission does not match the contract', [{pointer: '/answers/story', detail: 'is longer than 20,000 characters'}]);

export const Sending = story(
  async (person) => {
    await send(person);
    await person.seesHeading('We have not got this yet. It is kept on this device.');
    await person.hears('Sending …');
  },
  {endpoint: {submissions: neverAnswers}},
);
export const Failed = story(
  async (person) => {
    await send(person);
    await person.reads('We have not got this yet');
  },
  {endpoint: {submissions: cannotBeReached}},
);
export const FailedWithWordsToCopy = withClipboard(
  undefined,
  story(
    async (person) => {
      await send(person);
      await person.press('Copy your words');
      await person.seesHeading('Your words. Select them all and copy them.');
    },
    {endpoint: {submissions: cannotBeReached}},
  ),
);
export const APageInsteadOfAReceipt = story(
  async (person) => {
    await send(person);
    await person.reads('We have not got this yet');
  },
  {endpoint: {submissions: answersWithAPage}},
);
export const NotTaken = story(
  async (person) => {
    await send(person);
    await person.reads('We could not take this as it is.');
  },
  {endpoint: {submissions: refused}},
);
export const NotSetUpRight = story(
  async (person) => {
    await send(person);
    await person.reads('This website has a fault, so this may take long.');
  },
  {endpoint: {submissions: answersWithProblem(404, 'There is nothing here')}},
);
export const SendingNarrow = narrow(Sending);
export const FailedNarrow = narrow(Failed);
export const SendingDarkPage = onDarkPage(Sending);
export const FailedDarkPage = onDarkPage(Failed);
