import type {TestEndpoint} from '../endpoint/endpoint.js';
import {readPage, type ReadPage} from './page-reader.js';

/** An endpoint as a browser knows it. */
type Asked = Pick<TestEndpoint, 'ask'>;

/** Somebody at the plain form, in a browser without script. */
export interface Person {
  readonly page: ReadPage;
  readonly response: Response;
  /** Chooses a radio or ticks a box by its label; where two questions of the page have such a choice, in that of this question's id. */
  choose(label: string, question?: string): Person;
  /** Writes into a field by its label; what stood there is gone. */
  write(label: string | RegExp, text: string): Person;
  /** Presses a button and gets the next page. */
  press(button: string | RegExp): Promise<Person>;
  /** The fields as the browser would post them with that button. */
  fields(button: string | RegExp): URLSearchParams;
}

/** Follows a link to the form. */
export async function follow(endpoint: Asked, link: string): Promise<Person> {
  return personAt(endpoint, await endpoint.ask(link));
}

/** Posts fields to the form as a browser does. */
export async function postFields(endpoint: Asked, fields: URLSearchParams): Promise<Person> {
  return personAt(endpoint, await endpoint.ask('/feedback', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: fields.toString()}));
}

async function personAt(endpoint: Asked, response: Response): Promise<Person> {
  const page = readPage(await response.text());
  // Kept apart from the page, so that going back in the browser finds what was typed.
  const values = new Map(page.controls.map((control) => [control, {value: control.value, checked: control.checked}]));

  const person: Person = {
    page,
    response,
    choose(label, question) {
      const found = page.controls.find((control) => ['radio', 'checkbox'].includes(control.type) && control.label === label && (question === undefined || control.name === question));
      if (!found) throw new Error(`No choice “${label}” on the page “${page.heading}”: ${page.controls.map((control) => control.label).join(', ')}`);
      if (found.type === 'radio') for (const other of page.controls.filter(({name}) => name === found.name)) values.get(other)!.checked = false;
      values.get(found)!.checked = true;
      return person;
    },
    write(label, text) {
      const found = page.controls.find((control) => ['text', ''].includes(control.type) && matches(control.label, label));
      if (!found) throw new Error(`No field “${String(label)}” on the page “${page.heading}”`);
      values.get(found)!.value = text;
      return person;
    },
    press: (button) => postFields(endpoint, person.fields(button)),
    fields(button) {
      const pressed = page.controls.find((control) => control.tag === 'button' && matches(control.label, button));
      if (!pressed) throw new Error(`No button “${String(button)}” on the page “${page.heading}”: ${page.words}`);
      const fields = new URLSearchParams();
      for (const control of page.controls) {
        const {value, checked} = values.get(control)!;
        if (control.tag === 'button' ? control !== pressed : ['radio', 'checkbox'].includes(control.type) && !checked) continue;
        if (control.name) fields.append(control.name, value.replace(/\r\n?|\n/g, '\r\n'));
      }
      return fields;
    },
  };
  return person;
}

function matches(label: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? label === wanted : wanted.test(label);
}

/** A carer with a mixed experience, from the link to check answers. */
export async function toCheckAnswers(endpoint: TestEndpoint, link: string, story: string): Promise<Person> {
  return fromFirstPage(await follow(endpoint, link), story);
}

/** The same carer from the form's first page on. */
export async function fromFirstPage(first: Person, story: string): Promise<Person> {
  let person = await (await first.choose('Someone I care for').press('Continue')).press('Continue');
  person = await (await person.choose('Some good, some poor').press('Continue')).press('Continue');
  person = await person.choose('No').press('Continue');
  person = await person.write('Year', '2026').press('Continue');
  person = await person.write(/^What happened\?/, story).press('Continue');
  for (let pages = 0; pages < 3 && person.page.heading !== 'Have you told the service?'; pages += 1) person = await person.press('Continue');
  person = await person.choose('No').press('Continue');
  for (let pages = 0; pages < 10 && person.page.heading !== 'Check your answers'; pages += 1) person = await person.press('Continue');
  return person;
}

/** Chooses “No”, or else the first, wherever one of several has to be chosen and none is. */
export function chooseSomewhere(person: Person): Person {
  const radios = person.page.controls.filter(({type}) => type === 'radio');
  for (const group of new Set(radios.map(({name}) => name))) {
    const choices = radios.filter(({name}) => name === group);
    if (!choices.some(({checked}) => checked)) person.choose((choices.find(({label}) => label === 'No') ?? choices[0]!).label, group);
  }
  return person;
}
