import type {Meta} from '@storybook/web-components-vite';
import {daysBefore} from '../fixed-day.js';
import {exampleHouse, good, provider, said, saidElse} from './examples.js';
import {on, ratingStories, story} from './rating.js';

const meta: Meta = {...ratingStories, title: 'care-rating/Badge'};
export default meta;

const badge = {display: 'badge'} as const;

export const Outstanding = story(exampleHouse(said('outstanding')), 'Outstanding', badge);
export const Good = story(good, 'Published 4 May 2021, 5 years ago', badge);
export const RequiresImprovement = story(exampleHouse(said('requires-improvement')), 'Requires improvement', badge);
export const Inadequate = story(exampleHouse(said('inadequate')), 'Inadequate', badge);
export const AnotherWord = story(exampleHouse(saidElse('No published rating')), 'No published rating', badge);
export const Closed = story(exampleHouse(said('good'), {status: {kind: 'closed', on: '2025-03-31'}}), 'Example House closed on 31 March 2025.', badge);
export const FifteenDaysOld = story({...good, asOf: daysBefore(15)}, 'Checked 7 November 2026.', badge);
export const TwentyNineDaysOld = story({...good, asOf: daysBefore(29)}, 'Checked 24 October 2026.', badge);
export const Provider = story(provider, 'Example Lodge', {...badge, provider: '1-1000000002'});
export const Narrow = on('narrow', RequiresImprovement);
export const DarkPage = on('dark', Inadequate);
export const CrowdedPage = on('crowded', Outstanding);
export const RightToLeftPage = on('right-to-left', Good);
