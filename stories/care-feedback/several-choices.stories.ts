import type {Meta} from '@storybook/web-components-vite';
import {narrow, on, onDarkPage} from '../host-page.js';
import type {Person} from '../person.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Several choices'};
export default meta;

async function toStoryOfGoodCare(person: Person): Promise<void> {
  await goTo('story', person, {
    async experience() {
      await person.choose('Good');
      await person.press('Continue');
    },
  });
}

export const Folded = story(toStoryOfGoodCare);
export const Unfolded = story(async (person) => {
  await toStoryOfGoodCare(person);
  await person.press('What is it about?');
  await person.choose('Kindness and respect');
});
export const WithAQuestionRevealed = story(async (person) => {
  await goTo('story', person);
  await person.choose('Rights');
  await person.seesHeading('Was the person detained');
});
export const WithHelpForPeopleDetained = story(async (person) => {
  await goTo('story', person);
  await person.choose('Rights');
  await person.choose('Yes', 'Was the person detained');
  await person.seesHeading('Independent mental health advocate (IMHA)');
});
export const Narrow = narrow(WithAQuestionRevealed);
export const DarkPage = onDarkPage(WithAQuestionRevealed);
export const LargeText = on('large-text', Unfolded);
