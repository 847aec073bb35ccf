import type {Meta} from '@storybook/web-components-vite';
import {answersWithAPage, cannotBeReached, neverAnswers, receiverWithoutNotice} from '../example-endpoint.js';
import {narrow, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Cannot start'};
export default meta;

// What the page wrote between the tags stays, and is all that people need.
const fallback = (endpoint = {}, last = 'For the editor of this website') => story(async (person) => {
  await person.reads('Tell us about your care');
  await person.reads(last);
}, {endpoint});

export const StillAsking = fallback({receiver: neverAnswers}, 'Tell us about your care');
export const CannotBeReached = fallback({receiver: cannotBeReached});
export const APageInsteadOfAReceiver = fallback({receiver: answersWithAPage});
export const WithoutAPrivacyNotice = fallback({receiver: receiverWithoutNotice});
export const Narrow = narrow(WithoutAPrivacyNotice);
export const DarkPage = onDarkPage(WithoutAPrivacyNotice);
