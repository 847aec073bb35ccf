import type {Meta} from '@storybook/web-components-vite';
import {cannotBeReached, neverAnswers} from '../example-endpoint.js';
import {narrow, on, onDarkPage} from '../host-page.js';
import type {Person} from '../person.js';
import {formStories, story, type Attributes} from './form.js';
import {dangerHelp} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Quick', args: {...formStories.args, 'question-set': 'quick'}};
export default meta;

async function begin(person: Person): Promise<void> {
  await person.seesHeading('How was the care?');
  await person.reads(dangerHelp);
}
async function fill(person: Person): Promise<void> {
  await begin(person);
  await person.choose('Good');
  await person.choose('No', 'Is anyone being hurt');
  await person.write('What would you like to tell us?', 'Thank you for everything.');
}
async function fillAndSend(person: Person): Promise<void> {
  await fill(person);
  await person.press('Send');
}

export const Plain = story(begin);
export const Error = story(async (person) => {
  await begin(person);
  await person.press('Send');
  await person.seesHeading('There is a problem');
});
export const Sending = story(
  async (person) => {
    await fillAndSend(person);
    await person.seesHeading('We have not got this yet. It is kept on this device.');
    await person.hears('Sending …');
  },
  {endpoint: {submissions: neverAnswers}},
);
export const Failed = story(
  async (person) => {
    await fillAndSend(person);
    await person.reads('We have not got this yet');
  },
  {endpoint: {submissions: cannotBeReached}},
);
export const Sent = story(async (person) => {
  await fillAndSend(person);
  await person.arrivesAt('Thank you.');
  await person.reads('K7MQ-4TRD-9X2P-H6WC');
  await person.seesHeading('Who can help');
});
export const Narrow = narrow(Error);
export const DarkPage = onDarkPage(Error);
export const PseudoLanguage = on('pseudo-language', Plain);
