import type {Meta} from '@storybook/web-components-vite';
import {narrow, on, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Told the service'};
export default meta;

export const Plain = story((person) => goTo('told-service', person));
export const WithTheStepsOfAComplaint = story(async (person) => {
  await goTo('told-service', person);
  await person.choose('Yes, I made a formal complaint');
  await person.hears('This form is not a complaint');
  await person.seesHeading('Local Government and Social Care Ombudsman');
});
export const AnsweredByTheService = story(async (person) => {
  await goTo('told-service', person);
  await person.choose('Yes, I made a formal complaint');
  await person.choose('Yes', 'Has the service answered?');
  await person.reads('so this is the next step');
});
export const Narrow = narrow(WithTheStepsOfAComplaint);
export const DarkPage = onDarkPage(WithTheStepsOfAComplaint);
export const PseudoLanguage = on('pseudo-language', WithTheStepsOfAComplaint);
export const LargeText = on('large-text', WithTheStepsOfAComplaint);
