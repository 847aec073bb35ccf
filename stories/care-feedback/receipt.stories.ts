import type {Meta} from '@storybook/web-components-vite';
import {exampleAction, exampleReceiverAddress} from '../example-endpoint.js';
import {formStories, narrow, on, onDarkPage, story, type Attributes} from './form.js';
import {send} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Receipt'};
export default meta;

export const Sent = story(async (person) => {
  await send(person);
  await person.reads('K7MQ-4TRD-9X2P-H6WC');
});
export const SentToAnAction = story(
  async (person) => {
    await send(person);
    await person.reads('Thank you. Your feedback was accepted.');
  },
  {attributes: {endpoint: undefined, action: exampleAction, receiver: exampleReceiverAddress}},
);
export const Narrow = narrow(Sent);
export const DarkPage = onDarkPage(Sent);
export const RightToLeftPage = on('right-to-left', Sent);
export const PseudoLanguage = on('pseudo-language', Sent);
export const LargeText = on('large-text', Sent);
