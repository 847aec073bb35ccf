import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../../src/define/care-feedback.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, exampleService, origin, unreachable, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {holdingTimers} from '../../support/holding-timers.js';
import {arrives, choose, control, focused, press, read, reads, sees, write} from '../../support/care-feedback/form-person.js';
import {goTo, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

const label = 'Name, town or postcode of the service';
const question = 'Which service was it?';

async function openAtService(): Promise<CareFeedback> {
  const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${origin}><a href="https://endpoint.example/feedback">Tell us</a></care-feedback>`);
  await sees(form, pages.whose);
  await choose(form, 'My own');
  await press(form, 'Continue');
  await arrives(form, question);
  return form;
}

const options = (form: CareFeedback) => [...form.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')];

async function search(form: CareFeedback, typed: string): Promise<HTMLInputElement> {
  const field = await control(form, label);
  field.focus();
  await sendKeys({type: typed});
  await eventually(() => options(form).length > 0, 'a list of services');
  return field;
}

async function sentAbout(form: CareFeedback): Promise<unknown> {
  await press(form, 'Continue');
  await goTo(form, 'check');
  await press(form, 'Send');
  await reads(form, 'K7MQ');
  return JSON.parse(endpoint.posted.at(-1)!).about;
}

describe('a person who looks for a service', () => {
  it('finds it with the keyboard alone, and hears how many there are', async () => {
    const form = await openAtService();
    const field = await search(form, 'example');
    expect([field.getAttribute('role'), field.getAttribute('aria-expanded')]).to.deep.equal(['combobox', 'true']);
    await eventually(() => [...form.shadowRoot!.querySelectorAll('[role=status]')].some((each) => each.textContent!.includes('2 services found')), 'how many there are');
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowUp'});
    const [first] = options(form);
    expect(first!.getAttribute('aria-selected')).to.equal('true');
    expect(field.getAttribute('aria-activedescendant')).to.equal(first!.id);
    await expect(form).to.be.accessible();
    await sendKeys({press: 'Enter'});
    expect([field.value, field.getAttribute('aria-expanded')]).to.deep.equal(['Example House, Exampleton', 'false']);
    await sees(form, question);
    expect(focused(form) === field).to.equal(true);
    expect(await sentAbout(form)).to.deep.equal({kind: 'service', services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}]});
  });

  it('closes the list with Escape, and may go on with the name as they wrote it', async () => {
    const form = await openAtService();
    const field = await search(form, 'exam');
    await sendKeys({press: 'Escape'});
    expect([options(form).length, field.value]).to.deep.equal([0, 'exam']);
    expect(await sentAbout(form)).to.deep.equal({kind: 'service', services: [{name: 'exam'}]});
  });

  it('may put the keyboard of a phone away and still choose by touch', async () => {
    const form = await openAtService();
    const field = await search(form, 'example');
    field.blur();
    await form.updateComplete;
    expect(options(form)).to.have.length(2);
    options(form)[1]!.click();
    await form.updateComplete;
    expect(field.value).to.equal('Example Surgery, Exampleton');
  });

  it('says which service before going on', async () => {
    const form = await openAtService();
    await press(form, 'Continue');
    await eventually(() => focused(form)?.matches('.error-summary'), 'a summary of faults');
    form.shadowRoot!.querySelector<HTMLElement>('.error-summary a')!.click();
    await eventually(() => focused(form)?.id === 'q-service-name-0', 'the focus in the search');
  });

  it('asks the endpoint once the typing rests, and no more when the words were changed since', async () => {
    const form = await openAtService();
    const field = await control(form, label);
    field.focus();
    // The typing rests when this test says so: between two keys a busy machine may take as long as that.
    const rests = holdingTimers(250);
    await sendKeys({type: 'example house'});
    const searches = () => endpoint.asked.filter((address) => address.startsWith('/v1/services?'));
    const before = searches();
    expect(rests.end()).to.equal(1);
    expect(before).to.have.length(0);
    await eventually(() => searches().length > 0, 'the endpoint to be asked');
    expect(searches()).to.deep.equal(['/v1/services?q=example+house&limit=10']);
  });

  it('leaves nothing of what they typed in the browser’s cache', async () => {
    const caches: RequestCache[] = [];
    endpoint.behaviour.services = (request) => {
      caches.push(request.cache);
      return Response.json({services: [exampleService]});
    };
    await search(await openAtService(), 'example');
    expect(new Set(caches)).to.deep.equal(new Set(['no-store']));
  });

  it('need not choose from the list what they wrote exactly', async () => {
    const form = await openAtService();
    await write(form, label, 'EXAMPLE house');
    expect(await sentAbout(form)).to.deep.equal({kind: 'service', services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}]});
  });

  it('is shown once which services have the name that they wrote, with who runs each', async () => {
    const homes = [['1-870000001', 'Example Care Ltd'], ['1-870000002', 'Example Partners Ltd']].map(([id, provider]) => ({...exampleService, id, provider: {id: '1-700000001', name: provider}}));
    endpoint.behaviour.services = () => Response.json({services: homes});
    const form = await openAtService();
    await write(form, label, 'example house');
    await press(form, 'Continue');
    await eventually(() => options(form).length === 2, 'both registrations');
    await eventually(() => focused(form)?.getAttribute('role') === 'combobox', 'the focus in the search');
    expect(options(form).map((option) => option.textContent!.trim())).to.deep.equal(['Example House, Exampleton, Example Care Ltd', 'Example House, Exampleton, Example Partners Ltd']);
    options(form)[1]!.click();
    await form.updateComplete;
    expect((await control(form, label)).value).to.equal('Example House, Exampleton, Example Partners Ltd');
    expect(await sentAbout(form)).to.deep.equal({kind: 'service', services: [{id: '1-870000002', name: 'Example House', town: 'Exampleton'}]});
  });

  it('may go on with a name that several services have', async () => {
    endpoint.behaviour.services = () => Response.json({services: [exampleService, {...exampleService, id: '1-1000000009'}]});
    const form = await openAtService();
    await write(form, label, 'Example House');
    await press(form, 'Continue');
    await eventually(() => options(form).length === 2, 'both services');
    expect(await sentAbout(form)).to.deep.equal({kind: 'service', services: [{name: 'Example House'}]});
  });

  it('does not wait long for a list that does not answer, and goes one page on however often they press', async () => {
    endpoint.behaviour.services = () => new Promise(() => undefined);
    const form = await openAtService();
    await write(form, label, 'Example House');
    const held = holdingTimers(1500);
    await press(form, 'Continue');
    await press(form, 'Continue');
    await sees(form, question);
    expect(held.end()).to.equal(1);
    await sees(form, pages.experience);
  });

  it('can go on when the list cannot be searched, and says where it is', async () => {
    endpoint.behaviour.services = unreachable;
    const form = await openAtService();
    const field = await control(form, label);
    field.focus();
    await sendKeys({type: 'The old mill'});
    await reads(form, 'The list cannot be searched now.');
    expect(focused(form) === field).to.equal(true);
    await write(form, 'Town (optional)', 'Exampleton');
    expect(await sentAbout(form)).to.deep.equal({kind: 'service', services: [{name: 'The old mill', town: 'Exampleton'}]});
  });

  it('can write down one that is not in the list, without losing their place', async () => {
    const form = await openAtService();
    await search(form, 'exam');
    await press(form, 'It is not in the list');
    const name = await control(form, 'Name of the service');
    await eventually(() => focused(form) === name, 'the focus at the name');
    expect(name.value).to.equal('exam');
    await press(form, 'Search the list again');
    await eventually(() => focused(form)?.getAttribute('role') === 'combobox', 'the focus at the search');
  });

  it('is told at once when that service is written about elsewhere', async () => {
    endpoint.behaviour.services = () => Response.json({services: [{...exampleService, isolated: true}]});
    const form = await openAtService();
    await search(form, 'example');
    options(form)[0]!.click();
    await reads(form, 'This website must not see what you say.');
    expect(form.shadowRoot!.querySelector<HTMLAnchorElement>('.combobox .inset a')!.href).to.equal(`${origin}/feedback?service=1-1000000001`);
  });
});

describe('a person who wrote exactly the name of a service that is written about elsewhere', () => {
  it('is told so when they go on', async () => {
    endpoint.behaviour.services = () => Response.json({services: [{...exampleService, isolated: true}]});
    const form = await openAtService();
    await write(form, label, 'example house');
    await press(form, 'Continue');
    await reads(form, 'This website must not see what you say.');
    await sees(form, question);
  });
});

describe('a person who tells about several services', () => {
  it('names them in order and says whether they worked well together', async () => {
    const form = await openAtService();
    await choose(form, 'More than one service');
    await press(form, 'Continue');
    await reads(form, 'Error: Write or choose the name of the service');
    for (const position of [0, 1]) {
      const field = form.shadowRoot!.querySelector<HTMLInputElement>(`#q-service-name-${position}`)!;
      field.focus();
      await sendKeys({type: 'example'});
      await eventually(() => options(form).length > 0, 'a list of services');
      options(form)[position]!.click();
      await form.updateComplete;
    }
    await press(form, 'Add another service');
    await eventually(() => focused(form)?.id === 'q-service-name-2', 'the focus in the new search');
    await press(form, 'Remove Service 3');
    await press(form, 'Continue');
    await sees(form, 'Did these services work well together? (optional)');
    await choose(form, 'Partly');
    expect(await sentAbout(form)).to.deep.equal({
      kind: 'pathway',
      services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}, {id: '1-1000000002', name: 'Example Surgery', town: 'Exampleton'}],
    });
  });
});

describe('a person who tells about their area', () => {
  it('names it', async () => {
    const form = await openAtService();
    await choose(form, 'Care in my area');
    await press(form, 'Continue');
    await reads(form, 'Error: Write the name of the area');
    await write(form, 'Name of the area, for example a town or county', 'Exampleshire');
    expect(await sentAbout(form)).to.deep.equal({kind: 'place', place: {name: 'Exampleshire'}});
  });

  it('finds what they wrote when they come back', async () => {
    const form = await openAtService();
    await choose(form, 'Care in my area');
    await write(form, 'Name of the area, for example a town or county', 'Exampleshire');
    await press(form, 'Continue');
    await sees(form, pages.experience);
    await press(form, 'Back');
    await sees(form, question);
    expect((await control(form, 'Name of the area, for example a town or county')).value).to.equal('Exampleshire');
    expect(read(form)).to.include('Care in my area');
  });
});
