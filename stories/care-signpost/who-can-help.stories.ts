import type {Meta} from '@storybook/web-components-vite';
import {withClipboard} from '../clipboard.js';
import {cannotBeReached, signpostsWith} from '../example-endpoint.js';
import {narrow, on, onDarkPage} from '../host-page.js';
import type {Person} from '../person.js';
import {signpostStories, story, type Attributes} from './tag.js';

const meta: Meta<Attributes> = {...signpostStories, title: 'care-signpost/Who can help'};
export default meta;

/** The questions have come. */
const begins = async (person: Person) => person.seesHeading('Is anyone in danger now?');

export const Plain = story(begins);
export const InDanger = story(async (person) => {
  await begins(person);
  await person.choose('Yes', 'Is anyone in danger now?');
  await person.seesHeading('Shout');
});
export const ComplaintAboutACareHome = story(async (person) => {
  await begins(person);
  await person.choose('Complain and get an answer');
  await person.pick('Which kind of service?', 'Care home');
  await person.choose('Yes, and it has answered');
  await person.reads('so this is the next step');
});
export const DetainedInHospital = story(async (person) => {
  await begins(person);
  await person.choose('Complain and get an answer');
  await person.pick('Which kind of service?', 'Mental health');
  await person.choose('Yes', 'Is the person detained');
  await person.seesHeading('CQC, about the Mental Health Act');
});
export const HowANurseBehaved = story(async (person) => {
  await begins(person);
  await person.choose('Say how one professional behaved');
  await person.pick('What is their profession?', 'Nurse or midwife');
  await person.seesHeading('Nursing and Midwifery Council');
});
export const AsStaff = story(async (person) => {
  await begins(person);
  await person.choose('Speak up as a member of staff');
  await person.seesHeading('CQC, for staff');
  await person.reads('This page stays in your browser’s history.');
});
export const AboutAChild = story(async (person) => {
  await begins(person);
  await person.choose('Get help because somebody is hurt or neglected');
  await person.choose('Yes', 'Is it about somebody under 18?');
  await person.seesHeading('Childline');
});
export const InWales = story(async (person) => {
  await begins(person);
  await person.choose('Wales');
  await person.seesHeading('Llais');
});
export const WhereThePageKnowsTheSituation = story(
  async (person) => {
    await person.seesHeading('Have you complained to the service?');
  },
  {attributes: {nation: 'england', situation: '{"danger": "no", "wants": "complain", "service": "hospital"}'}},
);
export const WhereThePageKnowsEverything = story(
  async (person) => {
    await person.seesHeading('Samaritans');
  },
  {attributes: {nation: 'england', situation: '{"danger": "now", "wants": "safeguard", "age": "adult"}'}},
);

/** What an example council wrote into its endpoint's file. */
const exampleCouncil = signpostsWith({
  bodies: [
    {
      id: 'council-safeguarding',
      name: 'Exampleshire Council, adult safeguarding (example)',
      does: 'For abuse or neglect of an adult who needs care in Exampleshire.',
      area: ['E06000000', 'Exampleshire'],
      hours: {words: 'Monday to Friday, 9am to 5pm. At other times somebody still answers.', checked: '2026-11-22', source: 'an example'},
      ways: [
        {kind: 'phone', value: '01632 960123', checked: '2026-11-22', source: 'an example'},
        {kind: 'web', value: 'https://exampleshire.example/adult-safeguarding/report-a-concern', checked: '2026-11-22', source: 'an example'},
      ],
      nation: 'england',
      checked: '2026-11-22',
    },
  ],
});

export const WithYourOwnCouncil = story(
  async (person) => {
    await begins(person);
    await person.choose('Get help because somebody is hurt or neglected');
    await person.seesHeading('Exampleshire Council, adult safeguarding (example)');
  },
  {attributes: {area: 'Exampleshire'}, endpoint: {signposts: exampleCouncil}},
);
export const EndpointCannotBeReached = story(
  async (person) => {
    await begins(person);
    await person.choose('Get information');
    await person.seesHeading('Local Healthwatch');
  },
  {endpoint: {signposts: cannotBeReached}},
);
export const WithANumberCopied = withClipboard(
  {writeText: async () => {}},
  story(async (person) => {
    await begins(person);
    await person.press('Copy 1 1 6 1 2 3, Samaritans');
    await person.hears('Copied');
  }),
);
export const WithANumberThatCannotBeCopied = withClipboard(
  undefined,
  story(async (person) => {
    await begins(person);
    await person.press('Copy 1 1 6 1 2 3, Samaritans');
    await person.hears('This could not be copied.');
  }),
);
export const Narrow = narrow(InDanger);
export const NarrowWithALongList = narrow(HowANurseBehaved);
export const DarkPage = onDarkPage(InDanger);
export const RightToLeftPage = on('right-to-left', InDanger);
export const PseudoLanguage = on('pseudo-language', InDanger);
export const MirroredLanguage = on('mirrored-language', InDanger);
export const LargeText = on('large-text', AsStaff);
