import type {Meta} from '@storybook/web-components-vite';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo, goToDangerAfterADeath} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Approximate date'};
export default meta;

export const Plain = story((person) => goTo('when', person));
export const NothingWritten = story(async (person) => {
  await goTo('when', person);
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const Error = story(async (person) => {
  await goTo('when', person);
  await person.write('Day', '30');
  await person.write('Month', '2');
  await person.write('Year', '2026');
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const AfterADeath = story(async (person) => {
  await goToDangerAfterADeath(person);
  await person.choose('No');
  await person.press('Continue');
  await person.seesHeading('When did it happen?');
});
export const Narrow = narrow(Error);
export const DarkPage = onDarkPage(Error);
