import type {Meta} from '@storybook/web-components-vite';
import {narrow, on, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Leaving quickly'};
export default meta;

const leaveQuickly = {attributes: {'leave-quickly': true}};

export const Plain = story(async (person) => {
  await goTo('whose-care', person);
  await person.reads('This page stays in your browser’s history.');
}, leaveQuickly);
export const AsStaff = story(async (person) => {
  await goTo('whose-care', person);
  await person.choose('I work or volunteer there');
  await person.reads('This page stays in your browser’s history.');
});
export const Narrow = narrow(Plain);
export const DarkPage = onDarkPage(Plain);
export const RightToLeftPage = on('right-to-left', Plain);
export const LargeText = on('large-text', Plain);
