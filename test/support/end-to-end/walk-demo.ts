import {eventually} from '../eventually.js';

/** Somebody's eyes and hands at a page, whichever browser shows it and whoever drives that. */
export interface Person<Part> {
  evaluate<Given extends unknown[], Found>(run: (...given: Given) => Found, ...given: Given): Promise<Awaited<Found>>;
  find<Given extends unknown[]>(run: (...given: Given) => Element | null | undefined, ...given: Given): Promise<Part | undefined>;
  click(part: Part): Promise<void>;
  type(part: Part, text: string): Promise<void>;
}

/** What somebody answers, wherever it is asked. */
export interface Answers {
  /** Of each choice, what they choose: the first of these that is offered. */
  chooses: readonly string[];
  /** What they write where a story is asked for. */
  story: string;
}

/** What the form offers at this moment. */
interface Offer {
  title: string;
  /** Each unanswered choice, as the words of what can be chosen. */
  choices: string[][];
  hasEmptyStory: boolean;
  hasError: boolean;
  buttons: string[];
}

// More than any question set has.
const mostPages = 30;

/**
 * Goes through the form as its pages come, whichever those are, and presses Send. What may be left
 * out and has no answer is left out; where the form asks again, the last choice is taken: "I do not know" or its like.
 *
 * @returns the titles of the pages that were gone through
 */
export async function walkToTheEnd<Part>(person: Person<Part>, answers: Answers): Promise<string[]> {
  const titles: string[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const {title, hasError} = await ready(person);
    titles.push(title);
    await answerPage(person, answers, hasError);
    const isLast = (await offered(person)).buttons.includes('Send');
    await press(person, isLast ? 'Send' : 'Continue');
    if (isLast) return titles;
    const next = await eventually(async () => {
      const now = await offered(person);
      return (now.title !== title || now.hasError !== hasError) && now;
    }, () => `what comes after “${title}”`);
    if (next.title === title) titles.pop();
  }
  throw new Error(`The form has no end: ${titles.join(' › ')}`);
}

/** Answers what the page asks, and what that reveals. */
async function answerPage<Part>(person: Person<Part>, {chooses, story}: Answers, wasAskedAgain: boolean): Promise<void> {
  const passed = new Set<string>();
  for (;;) {
    const {choices, hasEmptyStory} = await offered(person);
    const open = choices.find((labels) => !passed.has(labels.join()));
    if (!open) {
      if (hasEmptyStory) await write(person, story);
      return;
    }
    passed.add(open.join());
    const choice = chooses.find((words) => open.includes(words)) ?? (wasAskedAgain ? open.at(-1) : undefined);
    if (choice !== undefined) await press(person, choice);
  }
}

async function ready<Part>(person: Person<Part>): Promise<Offer> {
  let title = '';
  return eventually(async () => {
    const now = await offered(person);
    ({title} = now);
    return now.buttons.some((words) => words === 'Continue' || words === 'Send') && now;
  }, () => `a page to answer; the form shows “${title}”`);
}

function offered<Part>(person: Person<Part>): Promise<Offer> {
  return person.evaluate((): Offer => {
    const root = document.querySelector('care-feedback')?.shadowRoot;
    const seen = <Kind extends HTMLElement>(selector: string) => [...(root?.querySelectorAll<Kind>(selector) ?? [])].filter((each) => each.checkVisibility());
    const plain = (text: string | null | undefined) => (text ?? '').trim().replace(/\s+/g, ' ');
    const choices = new Map<string, HTMLInputElement[]>();
    for (const each of seen<HTMLInputElement>('input[type=radio]')) choices.set(each.name, [...(choices.get(each.name) ?? []), each]);
    return {
      title: plain(seen('h2').filter((heading) => !heading.closest('.error-summary'))[0]?.textContent),
      choices: [...choices.values()].filter((group) => !group.some(({checked}) => checked)).map((group) => group.map(({labels}) => plain(labels?.[0]?.textContent))),
      hasEmptyStory: seen<HTMLTextAreaElement>('textarea').some(({value}) => !value),
      hasError: seen('.error-summary').length > 0,
      buttons: seen('button').map(({textContent}) => plain(textContent)),
    };
  });
}

/** Presses what has these words in the first of such tags: a button, a label, or what unfolds something. */
export async function press<Part>(person: Person<Part>, words: string, tag = 'care-feedback'): Promise<void> {
  const part = await eventually(() => person.find((wanted, name) => {
    const all = [...(document.querySelector(name)?.shadowRoot?.querySelectorAll<HTMLElement>('button, label, summary') ?? [])];
    return all.find((each) => each.checkVisibility() && each.textContent?.trim().replace(/\s+/g, ' ') === wanted);
  }, words, tag), `“${words}” to press`);
  await person.click(part as Part);
}

async function write<Part>(person: Person<Part>, story: string): Promise<void> {
  const field = await person.find(() => [...(document.querySelector('care-feedback')?.shadowRoot?.querySelectorAll('textarea') ?? [])].find((each) => each.checkVisibility() && !each.value));
  await person.type(field!, story);
}
