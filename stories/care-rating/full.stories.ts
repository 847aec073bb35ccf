import type {Meta} from '@storybook/web-components-vite';
import type {Person} from '../person.js';
import {daysBefore} from '../fixed-day.js';
import {exampleHouse, good, history, said, withParts} from './examples.js';
import {on, ratingStories, story} from './rating.js';

const meta: Meta = {...ratingStories, title: 'care-rating/Full'};
export default meta;

const full = {display: 'full'} as const;

const unfold = (name: string) => (person: Person) => person.press(name);

export const FoldedUp = story({...good, history}, 'Earlier overall ratings: 3', full);
export const WhatTheWordsMean = story(good, 'What the questions and ratings mean', full, unfold('What the questions and ratings mean'));
export const PartsRatedApart = story(withParts, 'Parts that are rated apart: 2', full, unfold('Parts that are rated apart: 2'));
export const History = story({...good, history}, 'Earlier overall ratings: 3', full, unfold('Earlier overall ratings: 3'));
export const Closed = story(exampleHouse(said('inadequate'), {status: {kind: 'closed', on: '2025-03-31'}}), 'Example House closed on 31 March 2025.', full);
export const TwentyNineDaysOld = story({...withParts, asOf: daysBefore(29)}, 'Checked 24 October 2026.', full);
export const Narrow = on('narrow', PartsRatedApart);
export const DarkPage = on('dark', PartsRatedApart);
export const CrowdedPage = on('crowded', WhatTheWordsMean);
export const RightToLeftPage = on('right-to-left', WhatTheWordsMean);
