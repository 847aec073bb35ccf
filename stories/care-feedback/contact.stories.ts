import type {Meta} from '@storybook/web-components-vite';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Contact'};
export default meta;

export const Plain = story((person) => goTo('contact', person));
export const WithDetails = story(async (person) => {
  await goTo('contact', person);
  await person.choose('Yes');
  await person.seesHeading('Full name');
});
export const Error = story(async (person) => {
  await goTo('contact', person);
  await person.choose('Yes');
  await person.write('Email', 'not an address');
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const Narrow = narrow(Error);
export const DarkPage = onDarkPage(Error);
