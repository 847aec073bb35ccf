import type {Meta} from '@storybook/web-components-vite';
import {cannotBeReached} from '../example-endpoint.js';
import type {Person} from '../person.js';
import {areaStories, on, story} from './area.js';
import {exampleshire} from './examples.js';

const meta: Meta = {...areaStories, title: 'care-place/Comparing'};
export default meta;

async function open(person: Person): Promise<void> {
  await person.press('Compare services');
  await person.hears('12 services found. The first 10 are listed.');
}

async function chooseFour(person: Person): Promise<void> {
  await open(person);
  for (const name of ['Example Court', 'Example Dental Practice', 'Example Gardens', 'Example Grange']) await person.choose(name);
  await person.hears('You have chosen four. Take one out to choose another.');
}

export const NothingChosen = story(exampleshire, open);
export const Found = story(exampleshire, async (person) => {
  await open(person);
  await person.write('Find a service by its name or town', 'surgery');
  await person.hears('2 services found.');
});
export const FourChosen = story(exampleshire, chooseFour);
export const ListDidNotCome = story(
  exampleshire,
  async (person) => {
    await person.press('Compare services');
    await person.hears('The list of services has not come.');
  },
  {placeServices: cannotBeReached},
);
export const Narrow = on('narrow', FourChosen);
export const DarkPage = on('dark', FourChosen);
export const CrowdedPage = on('crowded', FourChosen);
export const RightToLeftPage = on('right-to-left', FourChosen);
