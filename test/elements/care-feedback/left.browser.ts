import {expect} from '@open-wc/testing';
import type {Submission} from '../../../src/contract/submission.js';
import {grouped} from '../../../src/contract/code.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {IndexedDbStore} from '../../../src/delivery/outbox/indexeddb-store.js';
import {exampleCode, exampleEndpoint, exampleReceiver, ownAddress, problem, unreachable, type Answer, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {arrives, asksBeforeLeaving, press, read, reads, sees} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages, sendTo} from '../../support/care-feedback/walk-form.js';

// What is left on the screen of a device that several people use, once its writer has gone to another page and
// somebody presses Back: browsers then show the page as it stood. Real ones do so in test/faults/browser/left.test.ts.

const thanks = 'Thank you. We have got what you sent.';
const kept = 'We have not got this yet. It is kept on this device.';
const onlyHere = 'We have not got this yet. It could not be kept on this device.';
const reference = 'K7MQ-4TRD-9X2P-H6WC';
const story = 'They were kind.';

let endpoint: ExampleEndpoint;
let key: JsonWebKey;
before(async () => {
  const pair = await crypto.subtle.generateKey({name: 'ECDH', namedCurve: 'P-256'}, true, ['deriveBits']);
  key = {...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: 'example'} as JsonWebKey;
});
const receiver: Answer = () => Response.json({...exampleReceiver, contract: '1.1'});
const sealing: Answer = () => Response.json({...exampleReceiver, contract: '1.1', keys: [key]});
const receipt: Answer = (request) => Response.json({id: request.headers.get('idempotency-key'), reference, receivedAt: '2026-11-22T10:09:40Z', token: ''}, {status: 201});
beforeEach(() => (endpoint = exampleEndpoint({receiver, submissions: receipt})));
afterEach(async () => {
  endpoint.remove();
  const device = new IndexedDbStore();
  for (const {id} of await device.all(new URL(ownAddress()).href)) await device.remove(id);
});

/** Leaves, and comes back to what the browser has kept of the page: what it shows is what stood there when `pagehide` had been heard. */
function leave(form: CareFeedback): string {
  window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
  const found = form.shadowRoot!.innerHTML;
  window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
  return found;
}


/** The code that the form has shown, by what it sent. */
const codeSent = () => grouped((JSON.parse(endpoint.posted[0]!) as Submission).right!);

describe('a form that was left after it was sent', () => {
  it('shows whoever presses Back that it was received, and neither words nor code', async () => {
    const form = await sendTo(thanks);
    await press(form, 'I have written it down');
    expect(form.shadowRoot!.innerHTML).to.include(codeSent()).and.to.include(story);
    const found = leave(form);
    expect(found).not.to.include(codeSent());
    expect(found).not.to.include(story);
    for (const words of [thanks, reference, 'The code that this website showed you when you sent it works now. We cannot show it again.']) expect(read(form)).to.include(words);
    for (const words of ['Save a copy', 'Print', 'Copy the code']) expect(read(form)).not.to.include(words);
    await expect(form).to.be.accessible();
  });

  it('has dropped the code also where its writer, who was asked, has not kept it', async () => {
    const form = await sendTo(thanks);
    expect(asksBeforeLeaving()).to.equal(true);
    expect(leave(form)).not.to.include(codeSent());
    await form.updateComplete;
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('drops the code that an older endpoint gave as well', async () => {
    endpoint.behaviour = {};
    const form = await sendTo(thanks);
    expect(form.shadowRoot!.innerHTML).to.include(exampleCode);
    expect(leave(form)).not.to.include(exampleCode);
    expect(read(form)).to.include(reference).and.to.include('We cannot show it again.');
  });

  it('begins anew when asked to, as there is no code any more to be kept first', async () => {
    const form = await sendTo(thanks);
    leave(form);
    await press(form, 'Tell us about another service');
    await sees(form, pages.whose);
    expect(form.shadowRoot!.innerHTML).not.to.include(story);
  });
});

describe('a form that was left while what was sent waits on the device', () => {
  beforeEach(() => (endpoint.behaviour = {receiver: sealing, submissions: unreachable}));

  it('asks its writer to keep the code first, and then shows neither code nor words, nor a way back to them', async () => {
    const form = await sendTo(kept);
    expect(asksBeforeLeaving()).to.equal(true);
    await press(form, 'I have written it down');
    expect(asksBeforeLeaving()).to.equal(false);
    const [code] = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(form.shadowRoot!.innerHTML)!;
    const found = leave(form);
    expect(found).not.to.include(code);
    for (const words of [kept, 'So it does not show your words any more.', 'The code that this website showed you works as soon as we have got what you sent.']) expect(read(form)).to.include(words);
    for (const words of ['Copy your words', 'Back']) expect(read(form)).not.to.include(words);
    await expect(form).to.be.accessible();
  });

  it('drops the code where nobody has kept it too: with it another could read all of it later', async () => {
    const form = await sendTo(kept);
    const [code] = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(form.shadowRoot!.innerHTML)!;
    expect(leave(form)).not.to.include(code);
  });

  it('is still sent, and its receipt shows the reference alone', async () => {
    const form = await sendTo(kept);
    leave(form);
    endpoint.behaviour.submissions = receipt;
    await press(form, 'Try to send again');
    await arrives(form, thanks);
    await reads(form, reference);
    expect(read(form)).to.include('The code that this website showed you when you sent it works now.');
    expect(read(form)).not.to.include('Save a copy');
    expect(form.shadowRoot!.innerHTML).not.to.include(story);
  });

  it('says what is true where the endpoint then refuses it: there is nothing left to change', async () => {
    const form = await sendTo(kept);
    leave(form);
    endpoint.behaviour.submissions = problem(422);
    const realError = console.error;
    console.error = () => undefined;
    await press(form, 'Try to send again');
    await reads(form, 'It may not arrive. Please tell us in another way.');
    console.error = realError;
    expect(read(form)).to.include(kept).and.not.to.include('Your answers are still on this page');
  });
});

describe('a form that was left where nothing could be kept on the device', () => {
  it('is still sent from the page, which shows no words and no code', async () => {
    endpoint.behaviour.submissions = unreachable;
    const form = await sendTo(onlyHere);
    const found = leave(form);
    expect(found).not.to.include(codeSent());
    endpoint.behaviour.submissions = receipt;
    await press(form, 'Try to send again');
    await arrives(form, thanks);
    expect((JSON.parse(endpoint.posted.at(-1)!) as Submission).answers['story']).to.equal(story);
    expect(form.shadowRoot!.innerHTML).not.to.include(story);
    expect(form.shadowRoot!.innerHTML).not.to.include(codeSent());
  });
});

describe('a form that was left while it was being sent', () => {
  it('shows no code once it has arrived, and tells of none that nobody has seen', async () => {
    let answer = () => {};
    endpoint.behaviour.submissions = (request) => new Promise((resolve) => (answer = () => resolve(receipt(request) as Response)));
    const form = await openForm();
    await goTo(form, 'check');
    await press(form, 'Send');
    await eventually(() => endpoint.posted.length > 0, 'it to be sent');
    expect(leave(form)).not.to.include(codeSent());
    answer();
    await arrives(form, thanks);
    expect(read(form)).to.include(reference).and.not.to.include('code');
    expect(form.shadowRoot!.innerHTML).not.to.include(story);
  });

  it('still has every word where it does not go', async () => {
    endpoint.behaviour = {receiver: sealing, submissions: problem(422)};
    const realError = console.error;
    console.error = () => undefined;
    const form = await openForm();
    await goTo(form, 'check');
    (form.shadowRoot!.querySelector('button[part=button]') as HTMLButtonElement).click();
    leave(form);
    await reads(form, 'We could not take this as it is.');
    console.error = realError;
    expect(read(form)).to.include(story);
  });
});

describe('a form that was left before it was sent', () => {
  it('stays as it is: what is written is nowhere else', async () => {
    const form = await openForm();
    await goTo(form, 'check');
    leave(form);
    expect(read(form)).to.include(pages.check).and.to.include(story);
    await press(form, 'Send');
    await arrives(form, thanks);
    await reads(form, codeSent());
  });
});
