import type {Meta} from '@storybook/web-components-vite';
import {narrow, on, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Information'};
export default meta;

export const Plain = story((person) => goTo('about-this-form', person));
export const WithOtherWaysToTell = story(async (person) => {
  await goTo('about-this-form', person);
  await person.press('Other ways to tell us');
  await person.reads('Healthwatch Exampleshire (example), 1 Example Street');
});
export const Narrow = narrow(WithOtherWaysToTell);
export const DarkPage = onDarkPage(WithOtherWaysToTell);
export const RightToLeftPage = on('right-to-left', Plain);
export const PseudoLanguage = on('pseudo-language', Plain);
export const LargeText = on('large-text', Plain);
