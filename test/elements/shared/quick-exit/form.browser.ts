import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {CareFeedback} from '../../../../src/elements/care-feedback/care-feedback.js';
import {wipers} from '../../../../src/elements/shared/quick-exit/wiping.js';
import {exampleEndpoint, exampleReceiver, origin, type ExampleEndpoint} from '../../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../../support/eventually.js';
import {choose, focused, press, read, sees, tabTo, write} from '../../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(() => {
  endpoint.remove();
  document.querySelectorAll('care-feedback').forEach((each) => each.remove());
});

const leave = (form: CareFeedback) => [...form.shadowRoot!.querySelectorAll('button')].find((each) => each.innerText === 'Leave this page');
const isOffered = (form: CareFeedback) => eventually(() => leave(form), `a way to leave; there is: ${read(form)}`);

/** Whether the browser would ask before it lets go of the page. */
function asksToStay(): boolean {
  const leaving = new Event('beforeunload', {cancelable: true});
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

/** What leaving does to our elements before the page goes. */
const wipe = () => wipers().forEach((each) => each());

describe('leaving quickly from the form', () => {
  it('is offered to staff as soon as they say that they are', async () => {
    const form = await openForm();
    await goTo(form, 'whose');
    expect(leave(form)).to.equal(undefined);
    await choose(form, 'I work or volunteer there, or used to');
    await isOffered(form);
    await press(form, 'Continue');
    await sees(form, pages.experience);
    expect(leave(form)).not.to.equal(undefined);
  });

  for (const risk of ['Yes', 'I am not sure']) {
    it(`is offered where somebody may be in danger: ${risk}`, async () => {
      const form = await openForm();
      await goTo(form, 'risk');
      expect(leave(form)).to.equal(undefined);
      await choose(form, risk);
      await isOffered(form);
    });
  }

  it('is no part of the form for somebody whose answers call for nothing of the kind', async () => {
    const form = await openForm();
    await goTo(form, 'check');
    expect(leave(form)).to.equal(undefined);
  });

  it('is there from the first page on where the page’s owner wants it, before everything else, also on a small phone', async () => {
    await setViewport({width: 320, height: 640});
    try {
      const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${origin} service="1-1000000001" leave-quickly></care-feedback>`);
      await sees(form, pages.whose);
      const button = leave(form)!;
      expect(form.shadowRoot!.querySelector('button, a, input, summary')).to.equal(button);
      const {left, right, height} = button.getBoundingClientRect();
      expect([left >= 0, right <= 320, height >= 44]).to.deep.equal([true, true, true]);
      await tabTo(form, button);
      expect(focused(form)).to.equal(button);
      await expect(form).to.be.accessible();
      await choose(form, 'My own');
      await press(form, 'Continue');
      await sees(form, pages.experience);
      expect(leave(form)).not.to.equal(undefined);
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });

  it('leaves not a word behind, and nothing that asks to stay', async () => {
    const form = await openForm();
    await goTo(form, 'told', {risk: (each) => choose(each, 'Yes'), story: (each) => write(each, 'What happened? (optional)', 'They hit him.')});
    expect(asksToStay()).to.equal(true);
    wipe();
    expect(form.shadowRoot!.textContent).to.equal('');
    expect(form.shadowRoot!.querySelectorAll('input, textarea, button')).to.have.length(0);
    expect(asksToStay()).to.equal(false);
    expect(endpoint.posted).to.deep.equal([]);
  });

  it('empties also a form that is still to open, and one that shows no button', async () => {
    const plain = await openForm();
    await goTo(plain, 'story');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    endpoint.behaviour.receiver = () => held.then(() => Response.json(exampleReceiver));
    const opening = await fixture<CareFeedback>(html`<care-feedback endpoint=${origin} service="1-1000000002"></care-feedback>`);
    await eventually(() => endpoint.asked.includes('/v1/receiver?service=1-1000000002'), 'a question for the receiver');
    wipe();
    release();
    // One that is opened later is open by now, so the other would be too.
    await openForm();
    expect([plain, opening].map((each) => each.shadowRoot!.textContent)).to.deep.equal(['', '']);
  });

  it('forgets a form that has gone from the page', async () => {
    const form = await openForm();
    form.remove();
    expect(wipers().size).to.equal(0);
  });
});
