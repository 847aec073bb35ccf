import type {Meta} from '@storybook/web-components-vite';
import {receiverNamedInLaw} from '../example-endpoint.js';
import {narrow, onDarkPage} from '../host-page.js';
import type {Person} from '../person.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Protection of workers'};
export default meta;

async function asStaff(person: Person): Promise<void> {
  await goTo('experience', person, {
    async 'whose-care'() {
      await person.choose('I work or volunteer there');
      await person.press('Continue');
    },
  });
  await person.choose('Poor');
  await person.press('Continue');
  await person.seesHeading('Before you go on');
  await person.seesHeading('CQC, for staff');
}

export const Plain = story(asStaff);
export const ReceiverNamedInLaw = story(asStaff, {endpoint: {receiver: receiverNamedInLaw}});
export const Narrow = narrow(Plain);
export const DarkPage = onDarkPage(Plain);
