import {sendKeys} from '@web/test-runner-commands';
import type {LitElement} from 'lit';
import {eventually} from '../eventually.js';

// What a person finds in an element on the screen, by the names that it has for everybody.

const rootOf = (form: LitElement) => form.shadowRoot!;

/** The words that can be read in the form now. */
export function read(form: LitElement): string {
  return (rootOf(form).querySelector<HTMLElement>('.surface')?.innerText ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits for a page by its heading. */
export async function sees(form: LitElement, heading: string): Promise<HTMLElement> {
  return eventually(
    () => [...rootOf(form).querySelectorAll<HTMLElement>('.title')].find((each) => each.innerText.trim() === heading),
    () => `the heading “${heading}”; there is: ${read(form)}`,
  );
}

/** Waits for a page, and for its heading to have the focus. Not compared by chai, which would print half the page. */
export async function arrives(form: LitElement, heading: string): Promise<void> {
  const found = await sees(form, heading);
  await eventually(() => focused(form) === found, () => `the focus at “${heading}”; it is at ${focused(form)?.outerHTML}`);
}

/** Waits for words. */
export async function reads(form: LitElement, words: string): Promise<void> {
  await eventually(() => read(form).includes(words), () => `“${words}” to be read; there is: ${read(form)}`);
}

/** A control by its label; where two have the same label, by its question too. */
export async function control(form: LitElement, name: string, question = ''): Promise<HTMLInputElement> {
  const within = () => (question ? [...rootOf(form).querySelectorAll('fieldset')].find((each) => nameOf(each).includes(question)) : rootOf(form));
  return eventually(
    () => [...(within()?.querySelectorAll<HTMLLabelElement>('label') ?? [])].find((label) => label.textContent!.trim() === name)?.control as HTMLInputElement | undefined,
    () => `a control “${name}”; there is: ${read(form)}`,
  );
}

/** What a group is called: by its legend, or by the heading before it. */
function nameOf(group: HTMLFieldSetElement): string {
  const title = group.getAttribute('aria-labelledby');
  return (title ? group.parentElement!.querySelector(`#${title}`) : group.querySelector('legend'))?.textContent ?? '';
}

/** A button by its words. */
export async function button(form: LitElement, name: string): Promise<HTMLButtonElement> {
  return eventually(
    () => [...rootOf(form).querySelectorAll('button')].find((each) => each.innerText.trim() === name || each.querySelector('.visually-hidden')?.textContent === name),
    () => `a button “${name}”; there is: ${read(form)}`,
  );
}

/** What has the focus in the form. */
export function focused(form: LitElement): HTMLElement | null {
  return rootOf(form).activeElement as HTMLElement | null;
}

/** Goes to a control with the keyboard alone, by Tab or by Shift and Tab. */
export async function tabTo(form: LitElement, target: HTMLElement): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (focused(form) === target) return;
    await sendKeys({press: 'Tab'});
  }
  throw new Error(`Tab never comes to ${target.outerHTML}`);
}

/** Chooses or ticks by a click, where the keyboard is not what is looked at. */
export async function choose(form: LitElement, answer: string, question = ''): Promise<void> {
  (await control(form, answer, question)).click();
  await form.updateComplete;
}

/** Writes as a fast typist. */
export async function write(form: LitElement, label: string, text: string): Promise<void> {
  const field = await control(form, label);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await form.updateComplete;
}

/** Unfolds what lies folded under these words. */
export async function unfold(form: LitElement, name: string): Promise<void> {
  const summary = await eventually(
    () => [...rootOf(form).querySelectorAll('summary')].find((each) => each.innerText.trim() === name),
    () => `something folded under “${name}”; there is: ${read(form)}`,
  );
  if (!summary.closest('details')!.open) summary.click();
  await form.updateComplete;
}

/** Presses a button. */
export async function press(form: LitElement, name: string): Promise<void> {
  (await button(form, name)).click();
  await form.updateComplete;
}

/** Chooses and goes on. */
export async function answer(form: LitElement, heading: string, choice: string): Promise<void> {
  await sees(form, heading);
  await choose(form, choice);
  await press(form, 'Continue');
}

/** Whether the browser would ask before the page is left. */
export function asksBeforeLeaving(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}));
}
