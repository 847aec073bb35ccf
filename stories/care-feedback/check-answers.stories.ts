import type {Meta} from '@storybook/web-components-vite';
import {formStories, narrow, on, onDarkPage, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Check answers'};
export default meta;

export const Plain = story((person) => goTo('check-answers', person));
export const Narrow = narrow(Plain);
export const DarkPage = onDarkPage(Plain);
export const RightToLeftPage = on('right-to-left', Plain);
export const PseudoLanguage = on('pseudo-language', Plain);
export const LargeText = on('large-text', Plain);
