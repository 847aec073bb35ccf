import type {Meta} from '@storybook/web-components-vite';
import {narrow, on, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Several choices'};
export default meta;

const withoutAStory = {story: async (person: Parameters<typeof goTo>[1]) => person.press('Continue')};

export const Plain = story((person) => goTo('topics', person));
export const Error = story(async (person) => {
  await goTo('topics', person, withoutAStory);
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const WithAQuestionRevealed = story(async (person) => {
  await goTo('topics', person);
  await person.choose('Rights');
  await person.seesHeading('Was the person detained');
});
export const WithHelpForPeopleDetained = story(async (person) => {
  await goTo('topics', person);
  await person.choose('Rights');
  await person.choose('Yes', 'Was the person detained');
  await person.seesHeading('Independent mental health advocate (IMHA)');
});
export const Narrow = narrow(WithAQuestionRevealed);
export const DarkPage = onDarkPage(WithAQuestionRevealed);
export const LargeText = on('large-text', Plain);
