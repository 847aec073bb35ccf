import type {Meta} from '@storybook/web-components-vite';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/One choice'};
export default meta;

export const Plain = story((person) => goTo('relationship', person));
export const Error = story(async (person) => {
  await goTo('relationship', person);
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const WithAQuestionRevealed = story(async (person) => {
  await goTo('relationship', person);
  await person.choose('A relative or friend');
  await person.choose('Yes', 'Has the person died?');
  await person.reads('We are sorry for your loss.');
  await person.seesHeading('Medical examiner');
});
export const OneThatMayBeLeftOut = story(async (person) => {
  await goTo('under-18', person);
  await person.choose('Yes');
  await person.seesHeading('Is it safe for us to reply?');
  await person.seesHeading('Childline');
});
export const Narrow = narrow(WithAQuestionRevealed);
export const DarkPage = onDarkPage(WithAQuestionRevealed);
