import type {Person} from '../person.js';

/** A page of `give-feedback` for a tag that names its service: what it asks, what comes beside it a little later, and what our example person does there. */
interface Stop {
  heading: string;
  beside?: string;
  does: (person: Person) => Promise<void>;
}

const answer = (...answers: string[]) => async (person: Person) => {
  for (const each of answers) await person.choose(each);
  await person.press('Continue');
};

/** What stands under every story. */
export const dangerHelp = 'In danger: who can help';

// A carer, a mixed experience, nobody in danger, no contact wanted.
const way = {
  'whose-care': {heading: 'Tell us what care was like', does: answer('Someone I care for')},
  // Of somebody who has died it is asked in the past.
  experience: {heading: 'What ', does: answer('Some good, some poor')},
  risk: {heading: 'Is anyone being hurt', does: answer('No')},
  when: {heading: 'When did it happen?', does: answer('It is still happening')},
  story: {
    heading: 'What happened?',
    beside: dangerHelp,
    async does(person) {
      await person.write('What happened?', 'The staff were kind.\nNobody told us when the doctor would come.');
      await answer('Kindness and respect', 'Getting information')(person);
    },
  },
  'told-service': {heading: 'Have you told the service?', does: answer('No')},
  share: {heading: 'Who else may see it?', does: answer('Example Regulator')},
  'may-contact': {heading: 'May we contact you?', does: answer('No')},
  'check-answers': {heading: 'Check your answers', does: async (person) => person.press('Send')},
} satisfies Record<string, Stop>;

export type Place = keyof typeof way;

/**
 * From the first page to `place`, which is then on the screen as one comes to it.
 * `instead` says what the person does where they do something else.
 */
export async function goTo(place: Place, person: Person, instead: Partial<Record<Place, Stop['does']>> = {}): Promise<void> {
  for (const [here, {heading, beside, does}] of Object.entries(way) as [Place, Stop][]) {
    await person.seesHeading(heading);
    if (here === place) return beside ? person.reads(beside) : undefined;
    await (instead[here] ?? does)(person);
  }
}

/** To the question about danger, which is another one after a death. */
export async function goToDangerAfterADeath(person: Person): Promise<void> {
  await goTo('experience', person, {
    async 'whose-care'() {
      await person.choose('A relative or friend');
      await person.choose('Yes', 'Has the person died?');
      await person.press('Continue');
    },
  });
  await person.choose('Good', 'What was the care like?');
  await person.press('Continue');
  await person.seesHeading('Might other people there be hurt');
}

/** All the way, and Send. */
export async function send(person: Person, instead: Partial<Record<Place, Stop['does']>> = {}): Promise<void> {
  await goTo('check-answers', person, instead);
  await person.press('Send');
}

/** As `send`, to the receipt with who can help at its end. */
export async function sendAndArrive(person: Person, instead: Partial<Record<Place, Stop['does']>> = {}): Promise<void> {
  await send(person, instead);
  await person.arrivesAt('Thank you.');
  await person.seesHeading('Who can help');
}
