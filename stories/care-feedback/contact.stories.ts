import type {Meta} from '@storybook/web-components-vite';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Contact'};
export default meta;

export const Plain = story((person) => goTo('may-contact', person));
export const AskedIfItIsSafe = story(async (person) => {
  await goTo('may-contact', person);
  await person.choose('Yes', 'May we contact you?');
  await person.seesHeading('Is it safe for us to reply?');
});
export const NotSafe = story(async (person) => {
  await goTo('may-contact', person);
  await person.choose('Yes', 'May we contact you?');
  await person.choose('No', 'Is it safe for us to reply?');
  await person.hears('Then we do not ask how to reach you');
});
export const WithDetails = story(async (person) => {
  await goTo('may-contact', person);
  await person.choose('Yes', 'May we contact you?');
  await person.choose('Yes', 'Is it safe for us to reply?');
  await person.seesHeading('Full name');
});
export const Error = story(async (person) => {
  await goTo('may-contact', person);
  await person.choose('Yes', 'May we contact you?');
  await person.choose('Yes', 'Is it safe for us to reply?');
  await person.write('Email', 'not an address');
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const Narrow = narrow(Error);
export const DarkPage = onDarkPage(Error);
