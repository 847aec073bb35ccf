import type {Meta} from '@storybook/web-components-vite';
import {exampleAction, exampleReceiverAddress, receiverNamedInLaw} from '../example-endpoint.js';
import {narrow, on, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {sendAndArrive} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Receipt'};
export default meta;

export const Sent = story(async (person) => {
  await sendAndArrive(person);
  await person.reads('K7MQ-4TRD-9X2P-H6WC');
});
export const SentToAnAction = story(
  async (person) => {
    await sendAndArrive(person);
    await person.reads('Thank you. Your feedback was accepted.');
  },
  {attributes: {endpoint: undefined, action: exampleAction, receiver: exampleReceiverAddress}},
);
// Whoever receives it is not named as somebody to tell as well.
export const SentToTheRegulator = story(
  async (person) => {
    await sendAndArrive(person);
    await person.seesHeading('Local Healthwatch');
  },
  {endpoint: {receiver: receiverNamedInLaw}},
);
export const AfterAComplaint = story(async (person) => {
  await sendAndArrive(person, {
    async 'told-service'() {
      await person.choose('Yes, I made a formal complaint');
      await person.choose('Yes', 'Has the service answered?');
      await person.press('Continue');
    },
  });
});
export const Narrow = narrow(Sent);
export const DarkPage = onDarkPage(Sent);
export const RightToLeftPage = on('right-to-left', Sent);
export const PseudoLanguage = on('pseudo-language', Sent);
export const LargeText = on('large-text', Sent);
