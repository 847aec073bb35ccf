import type {Meta} from '@storybook/web-components-vite';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo, goToDangerAfterADeath} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Danger and help'};
export default meta;

export const Plain = story((person) => goTo('risk', person));
export const Error = story(async (person) => {
  await goTo('risk', person);
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const WithHelp = story(async (person) => {
  await goTo('risk', person);
  await person.choose('Yes');
  await person.reads('Do not wait for this form.');
  await person.seesHeading('Told the police or council?');
  await person.reads('Samaritans');
});
export const AfterADeath = story(goToDangerAfterADeath);
export const Narrow = narrow(WithHelp);
export const DarkPage = onDarkPage(WithHelp);
