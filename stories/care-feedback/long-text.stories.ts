import type {Meta} from '@storybook/web-components-vite';
import {narrow, on, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {dangerHelp, goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Long text'};
export default meta;

const longest = 20_000;

export const Plain = story((person) => goTo('story', person));
export const NearItsLimit = story(async (person) => {
  await goTo('story', person);
  await person.write('What happened?', 'We waited. '.repeat(longest).slice(0, longest - 20));
  await person.hears('You have 20 characters left.');
});
export const Error = story(async (person) => {
  await goTo('story', person);
  await person.write('What happened?', 'We waited. '.repeat(longest).slice(0, longest + 1));
  await person.press('Continue');
  await person.seesHeading('There is a problem');
  await person.hears('You have 1 character too many.');
});
export const InThreeScripts = story(async (person) => {
  await goTo('story', person);
  await person.write('What happened?', 'ਸਟਾਫ਼ ਬਹੁਤ ਦਿਆਲੂ ਸੀ।\nكان الطاقم لطيفًا جدًا.\nThe staff were kind. 🙂');
});
export const WithHelpUnfolded = story(async (person) => {
  await goTo('story', person);
  await person.press(dangerHelp);
  await person.seesHeading('Samaritans');
});
export const Narrow = narrow(Error);
export const DarkPage = onDarkPage(Error);
export const RightToLeftPage = on('right-to-left', InThreeScripts);
