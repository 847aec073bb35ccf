import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {LitElement} from 'lit';
import '../../../src/define/care-feedback.js';
import '../../../src/define/care-place.js';
import '../../../src/define/care-signpost.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {eventually} from '../../support/eventually.js';
import {exampleEndpoint, origin, unreachable, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {control} from '../../support/care-feedback/form-person.js';
import {area, services} from '../../support/care-place/areas.js';
import {whole} from '../../support/care-signpost/visitor.js';

const types = ['keydown', 'keypress', 'keyup', 'beforeinput', 'textInput', 'input', 'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'];

/** What a page hears, by kind and key. */
let heard: string[];
const hear = (event: Event) => void heard.push([event.type, (event as KeyboardEvent).key].filter(Boolean).join(' '));

let endpoint: ExampleEndpoint;
beforeEach(() => {
  endpoint = exampleEndpoint();
  heard = [];
  for (const type of types) document.addEventListener(type, hear);
});
afterEach(() => {
  endpoint.remove();
  for (const type of types) document.removeEventListener(type, hear);
});

const opened = (more: unknown = '') => fixture<CareFeedback>(html`<care-feedback endpoint=${origin} question-set="quick">${more}</care-feedback>`);
const search = (form: CareFeedback) => control(form, 'Name, town or postcode of the service');

async function presses(...keys: string[]): Promise<void> {
  for (const press of keys) await sendKeys({press});
}

describe('a page around a form', () => {
  it('hears nothing of what is typed, composed, copied and pasted in it', async () => {
    const field = await search(await opened());
    field.focus();
    await sendKeys({type: 's/ Ex'});
    await presses('ArrowLeft', 'Home', 'F2', 'Backspace');
    field.select();
    document.execCommand('copy');
    document.execCommand('cut');
    field.dispatchEvent(new ClipboardEvent('paste', {bubbles: true, composed: true}));
    for (const type of ['compositionstart', 'compositionupdate', 'compositionend']) field.dispatchEvent(new CompositionEvent(type, {bubbles: true, composed: true, data: 'か'}));
    await sendKeys({down: 'Control'});
    await sendKeys({press: 'k'});
    await sendKeys({up: 'Control'});
    expect(heard).to.deep.equal([]);
  });

  it('hears nothing of Enter, and of what is pressed on radios and buttons', async () => {
    const form = await opened();
    (await control(form, 'One service')).focus();
    await presses('ArrowDown', 'ArrowUp', ' ', 'Enter');
    form.shadowRoot!.querySelector<HTMLElement>('form button')!.focus();
    await presses('Enter', ' ');
    expect(heard).to.deep.equal([]);
  });

  it('that is one large form is not sent by Enter in ours', async () => {
    let submitted = 0;
    let keys = 0;
    const page = await fixture<HTMLFormElement>(html`
      <form @submit=${(event: Event) => { event.preventDefault(); submitted += 1; }} @keypress=${() => (keys += 1)} @input=${() => (keys += 1)}>
        <button>Search</button><care-feedback endpoint=${origin} question-set="quick"></care-feedback>
      </form>
    `);
    const form = page.querySelector<CareFeedback>('care-feedback')!;
    (await search(form)).focus();
    await sendKeys({type: 'My carer'});
    await presses('Enter');
    await control(form, 'Very good');
    expect([submitted, keys]).to.deep.equal([0, 0]);
  });

  it('hears Tab, for a dialog that keeps the focus in, and Shift alone, by which pages are left quickly', async () => {
    (await search(await opened())).focus();
    await presses('Tab');
    expect(heard).to.deep.equal(['keydown Tab', 'keyup Tab']);
    heard = [];
    await presses('Shift');
    expect(heard).to.deep.equal(['keyup Shift']);
    heard = [];
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'A'});
    await sendKeys({up: 'Shift'});
    expect(heard).to.deep.equal([]);
  });

  it('hears Escape, for a dialog that it closes, unless it has closed a list of ours or ended a composition', async () => {
    const form = await opened();
    const field = await search(form);
    field.focus();
    await sendKeys({type: 'example'});
    await eventually(() => form.shadowRoot!.querySelector('[role=option]'), 'a list of services');
    await presses('Escape');
    expect(heard).to.deep.equal([]);
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true, isComposing: true}));
    field.dispatchEvent(new KeyboardEvent('keyup', {key: 'Escape', bubbles: true, composed: true}));
    expect(heard).to.deep.equal([]);
    await presses('Escape');
    expect([field.value, heard]).to.deep.equal(['', []]);
    await presses('Escape');
    expect(heard).to.deep.equal(['keydown Escape', 'keyup Escape']);
  });

  it('still hears its own words between the tags', async () => {
    endpoint.behaviour.receiver = unreachable;
    const realError = console.error;
    console.error = () => undefined;
    const form = await opened(html`<a href="https://endpoint.example/feedback">Tell us</a>`);
    await eventually(() => form.shadowRoot?.textContent?.includes('endpoint'), 'why there is no form');
    console.error = realError;
    form.querySelector('a')!.focus();
    await presses('s');
    expect(heard).to.deep.equal(['keydown s', 'keypress s', 'keyup s']);
  });
});

describe('a page around the other elements', () => {
  const first = (element: LitElement, selector: string) => eventually(() => element.shadowRoot!.querySelector<HTMLElement>(selector), selector);

  it('hears nothing of what is pressed in care-signpost', async () => {
    const panel = await fixture<LitElement>(html`<care-signpost nation="england"></care-signpost>`);
    await whole(panel as never);
    (await first(panel, 'input[type=radio]')).focus();
    await presses(' ', 'ArrowDown', 's', 'Escape');
    expect(heard).to.deep.equal(['keydown Escape', 'keyup Escape']);
  });

  it('hears nothing of what is typed in care-place', async () => {
    const network = globalThis.fetch;
    const answering: typeof fetch = (input) => Promise.resolve(Response.json(String(input instanceof Request ? input.url : input).includes('/services') ? {services} : area()));
    globalThis.fetch = answering.bind(undefined);
    const place = await fixture<LitElement>(html`<care-place endpoint=${origin} place="exampleshire"></care-place>`);
    (await eventually(() => [...(place.shadowRoot?.querySelectorAll('details') ?? [])].at(-1), 'what folds')).open = true;
    (await first(place, 'input[type=search]')).focus();
    await sendKeys({type: 's/ '});
    globalThis.fetch = network;
    expect(heard).to.deep.equal([]);
  });
});
