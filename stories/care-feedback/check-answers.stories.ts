import type {Meta} from '@storybook/web-components-vite';
import {narrow, on, onDarkPage} from '../host-page.js';
import {formStories, story, type Attributes} from './form.js';
import {goTo} from './journey.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Check answers'};
export default meta;

// What is written is longer than a line, in more scripts than one, and not what an example of a name looks like.
const everything: Parameters<typeof goTo>[2] = {
  async 'whose-care'(person) {
    await person.choose('A relative or friend');
    await person.choose('No', 'Has the person died?');
    await person.choose('No', 'Are you under 18?');
    await person.press('Continue');
  },
  async experience(person) {
    await person.choose('Poor', 'What has the care been like?');
    await person.choose('No', 'Do you work or volunteer');
    await person.press('Continue');
  },
  async risk(person) {
    await person.choose('I am not sure');
    await person.choose('Neither');
    await person.press('Continue');
  },
  async when(person) {
    await person.write('Day', '27');
    await person.write('Month', '3');
    await person.write('Year', '2026');
    await person.press('Continue');
  },
  async story(person) {
    await person.write('What happened?', 'ਸਟਾਫ਼ ਬਹੁਤ ਦਿਆਲੂ ਸੀ।\n\nكان الطاقم لطيفًا جدًا.\nhttps://a-very-long-address.example/that-does-not-break-anywhere-in-the-line');
    await person.write('What should they keep', 'More staff at night.');
    await person.write('Where did it happen', 'Ward 3, then a home visit');
    await person.choose('Staff');
    await person.press('Continue');
  },
  async 'may-contact'(person) {
    await person.choose('Yes', 'May we contact you?');
    await person.choose('Yes', 'Is it safe for us to reply?');
    await person.write('Full name', 'An Example Name');
    await person.write('Email', 'an.example.name.that.is.rather.long@example.org');
    await person.choose('Email', 'Which should we use?');
    await person.choose('Large print');
    await person.press('Continue');
  },
};

export const Plain = story((person) => goTo('check-answers', person));
export const WithWhatWasLeftOut = story(async (person) => {
  await goTo('check-answers', person);
  await person.press('Questions that you left out');
  await person.reads('Not answered');
});
export const EverythingAnswered = story((person) => goTo('check-answers', person, everything));
export const Narrow = narrow(EverythingAnswered);
export const DarkPage = onDarkPage(EverythingAnswered);
export const RightToLeftPage = on('right-to-left', Plain);
export const PseudoLanguage = on('pseudo-language', Plain);
export const MirroredLanguage = on('mirrored-language', Plain);
export const LargeText = on('large-text', Plain);
