import type {Meta} from '@storybook/web-components-vite';
import {answersWithAPage} from '../example-endpoint.js';
import {daysBefore} from '../fixed-day.js';
import {areaStories, on, story, told} from './area.js';
import {exampleshire} from './examples.js';

const meta: Meta = {...areaStories, title: 'care-place/Counts'};
export default meta;

const title = 'Ratings of care services in Exampleshire';

export const AllKinds = story(exampleshire, (person) => person.seesHeading(title));
export const OneKind = story(exampleshire, async (person) => {
  await person.pick('Kind of service', 'Care homes: 40');
  await person.reads('Care homes, question by question');
});
export const QuestionByQuestion = story(exampleshire, (person) => person.press('GP practices, question by question'));
export const NothingRated = story(
  {...exampleshire, services: 12, kinds: exampleshire.kinds.slice(2), ages: {'under-1': 0, '1-to-3': 0, '3-to-5': 0, '5-or-more': 0, unknown: 0}, changed: []},
  (person) => person.seesHeading('Dentists: 12'),
);
export const FifteenDaysOld = story({...exampleshire, asOf: daysBefore(15)}, (person) => person.reads('Checked 7 November 2026. See www.cqc.org.uk for the latest.'));
export const TwentyNineDaysOld = story({...exampleshire, asOf: daysBefore(29)}, (person) => person.reads('Checked 24 October 2026.'));
export const Unavailable = told({place: answersWithAPage}, (person) => person.reads('Find services at www.cqc.org.uk'));
export const Narrow = on('narrow', OneKind);
export const DarkPage = on('dark', AllKinds);
export const CrowdedPage = on('crowded', AllKinds);
export const RightToLeftPage = on('right-to-left', OneKind);
export const PseudoLanguage = on('pseudo-language', AllKinds);
export const MirroredLanguage = on('mirrored-language', AllKinds);
