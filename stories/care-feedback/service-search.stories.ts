import type {Meta} from '@storybook/web-components-vite';
import {cannotBeReached, findsOneForElsewhere} from '../example-endpoint.js';
import {narrow, on, onDarkPage} from '../host-page.js';
import type {Person} from '../person.js';
import {aboutNothing, formStories, story, type Attributes} from './form.js';

const meta: Meta<Attributes> = {...formStories, title: 'care-feedback/Which service', args: {...formStories.args, ...aboutNothing}};
export default meta;

const field = 'Name, town or postcode of the service';

async function toService(person: Person): Promise<void> {
  await person.seesHeading('Tell us what care was like');
  await person.choose('My own');
  await person.press('Continue');
  await person.seesHeading('Which service was it?');
}
async function search(person: Person, text: string): Promise<void> {
  await toService(person);
  await person.write(field, text);
}

export const Plain = story(toService);
export const Results = story(async (person) => {
  await search(person, 'exampleton');
  await person.reads('Example House');
});
export const OneThatHasClosed = story(async (person) => {
  await search(person, 'example homes');
  await person.reads('This service has closed.');
});
export const Chosen = story(async (person) => {
  await search(person, 'general hospital');
  await person.take('Example General Hospital');
});
export const OneToWriteAboutElsewhere = story(
  async (person) => {
    await search(person, 'example house');
    await person.take('Example House');
    await person.hears('Tell us on our own page.');
  },
  {endpoint: {services: findsOneForElsewhere}},
);
export const NoneFound = story(async (person) => {
  await search(person, 'zzz');
  await person.reads('No service found.');
});
export const CannotSearch = story(
  async (person) => {
    await search(person, 'exampleton');
    await person.reads('The list cannot be searched now.');
  },
  {endpoint: {services: cannotBeReached}},
);
export const NotListed = story(async (person) => {
  await toService(person);
  await person.press('It is not in the list');
  await person.write('Name of the service', 'A new example clinic');
});
export const MoreThanOne = story(async (person) => {
  await toService(person);
  await person.choose('More than one service');
  await person.seesHeading('Service 2');
});
export const Area = story(async (person) => {
  await toService(person);
  await person.choose('Care in my area');
  await person.write('Name of the area', 'Exampleshire');
});
export const Error = story(async (person) => {
  await toService(person);
  await person.press('Continue');
  await person.seesHeading('There is a problem');
});
export const Narrow = narrow(Results);
export const DarkPage = onDarkPage(Results);
export const RightToLeftPage = on('right-to-left', Results);
