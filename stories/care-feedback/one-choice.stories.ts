import type {Meta} from '@storybook/web-components-vite';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/One choice'};
export default meta;

export const Plain = story((person) => goTo('experience', person));
export const Error = story(async (person) => {
  await goTo('experience', person);
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const WithAQuestionRevealed = story(async (person) => {
  await goTo('experience', person);
  await person.choose('Poor');
  await person.seesHeading('Do you work or volunteer for this service');
});
export const Narrow = narrow(WithAQuestionRevealed);
export const DarkPage = onDarkPage(WithAQuestionRevealed);
