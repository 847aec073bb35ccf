import type {Meta} from '@storybook/web-components-vite';
import {narrow, on, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/First page'};
export default meta;

export const Plain = story((person) => goTo('whose-care', person));
export const Error = story(async (person) => {
  await goTo('whose-care', person);
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const AfterADeath = story(async (person) => {
  await goTo('whose-care', person);
  await person.choose('A relative or friend');
  await person.choose('Yes', 'Has the person died?');
  await person.reads('We are sorry for your loss.');
  await person.seesHeading('Medical examiner');
});
export const UnderEighteen = story(async (person) => {
  await goTo('whose-care', person);
  await person.choose('My own');
  await person.choose('Yes', 'Are you under 18?');
  await person.seesHeading('Childline');
});
export const WithOtherWaysToTell = story(async (person) => {
  await goTo('whose-care', person);
  await person.press('Other ways to tell us');
  await person.reads('Healthwatch Exampleshire (example), 1 Example Street');
});
export const Narrow = narrow(AfterADeath);
export const DarkPage = onDarkPage(AfterADeath);
export const RightToLeftPage = on('right-to-left', Plain);
export const PseudoLanguage = on('pseudo-language', Plain);
export const MirroredLanguage = on('mirrored-language', Plain);
export const LargeText = on('large-text', Plain);
