import type {Meta} from '@storybook/web-components-vite';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Who else may see it'};
export default meta;

export const Plain = story((person) => goTo('share', person));
export const TheServiceToo = story(async (person) => {
  await goTo('share', person);
  await person.choose('The service');
  await person.reads('They may guess who you are.');
});
export const Narrow = narrow(TheServiceToo);
export const DarkPage = onDarkPage(TheServiceToo);
