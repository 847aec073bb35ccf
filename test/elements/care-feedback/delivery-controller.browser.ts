import {expect, fixture, html} from '@open-wc/testing';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {IndexedDbStore} from '../../../src/delivery/outbox/indexeddb-store.js';
import type {QueuedSubmission} from '../../../src/delivery/outbox/queued-submission.js';
import {exampleCode, exampleEndpoint, exampleReceiver, origin, ownAddress, problem, unreachable, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {holdingTimers} from '../../support/holding-timers.js';
import {arrives, asksBeforeLeaving, choose, control, focused, press, read, reads, sees} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages, sendTo} from '../../support/care-feedback/walk-form.js';

const kept = 'We have not got this yet. It is kept on this device.';
const thanks = 'Thank you. We have got what you sent.';
const day = 24 * 60 * 60 * 1000;

let key: JsonWebKey;
before(async () => {
  const pair = await crypto.subtle.generateKey({name: 'ECDH', namedCurve: 'P-256'}, true, ['deriveBits']);
  key = {...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: 'example'} as JsonWebKey;
});

let endpoint: ExampleEndpoint;
let errors: string[];
const realError = console.error;
const withKey = () => Response.json({...exampleReceiver, keys: [key]});
const receipt = (request: Request) => Response.json({id: request.headers.get('idempotency-key'), reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:40Z', token: exampleCode}, {status: 201});
beforeEach(() => {
  endpoint = exampleEndpoint({receiver: withKey, submissions: unreachable});
  errors = [];
  console.error = (...words: unknown[]) => void errors.push(words.join(' '));
});
afterEach(() => {
  console.error = realError;
  endpoint.remove();
});

const device = new IndexedDbStore();
const here = () => new URL(ownAddress()).href;

const sendAndKeep = (others?: Parameters<typeof goTo>[2]) => sendTo(kept, others);

describe('what waits', () => {
  it('lies sealed on the device, which the screen says, with what may become of it', async () => {
    const form = await sendAndKeep();
    for (const words of ['Come back here within 7 days, or it may be lost.', 'You cannot read it here again once you have left this page.', 'Copy your words']) expect(read(form)).to.include(words);
    expect(read(form)).not.to.include('Do not wait for this form.');
    const [record] = await device.all(here());
    expect(Object.keys(record!).sort()).to.deep.equal(['body', 'bodyType', 'createdAt', 'endpoint', 'id', 'kind', 'nextAt', 'tries']);
    expect(String(record!.body)).to.match(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
    await expect(form).to.be.accessible();
  });

  it('is said to be readable on the device where it goes to an action, as its key lies beside it, and nowhere else', async () => {
    const readable = 'Until we have got it, somebody who uses this device and knows how can read it.';
    const action = `${origin}/v1/submissions`;
    const form = await fixture<CareFeedback>(html`<care-feedback action=${action} receiver="${origin}/v1/receiver" topic="Waiting"></care-feedback>`);
    await sees(form, pages.whose);
    await goTo(form, 'check');
    await press(form, 'Send');
    await arrives(form, kept);
    expect(read(form)).to.include(readable);
    expect(read(await sendAndKeep())).not.to.include(readable);
    // No other test is to get what waits here: an action has no address of its own in each.
    endpoint.behaviour.submissions = () => new Response(null, {status: 204});
    await press(form, 'Try to send again');
    await sees(form, 'Thank you. Your feedback was accepted.');
  });

  it('fires that it is kept, once, and then that it has arrived', async () => {
    const heard: string[] = [];
    const listen = ({type}: Event) => heard.push(type);
    for (const type of ['care-feedback-kept', 'care-feedback-received', 'care-feedback-refused']) document.addEventListener(type, listen);
    const form = await sendAndKeep();
    endpoint.behaviour.submissions = receipt;
    await press(form, 'Try to send again');
    await arrives(form, thanks);
    for (const type of ['care-feedback-kept', 'care-feedback-received', 'care-feedback-refused']) document.removeEventListener(type, listen);
    expect(heard).to.deep.equal(['care-feedback-kept', 'care-feedback-received']);
    expect(await device.all(here())).to.deep.equal([]);
    expect(new Set(endpoint.posted).size).to.equal(1);
  });

  it('gives its receipt with the code, also where another tab has sent it', async () => {
    const form = await sendAndKeep();
    const [record] = await device.all(here());
    const tab = new BroadcastChannel(`care-elements-outbox:${here()}`);
    endpoint.behaviour.submissions = receipt;
    tab.postMessage({id: record!.id, outcome: {kind: 'received', receipt: {id: record!.id, reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:40Z', token: exampleCode}}});
    await arrives(form, thanks);
    tab.close();
    for (const words of ['K7MQ-4TRD-9X2P-H6WC', exampleCode]) expect(read(form)).to.include(words);
    await device.remove(record!.id);
  });

  for (const risk of ['Yes', 'I am not sure']) {
    it(`sends nobody in danger to wait, where they answered “${risk}”`, async () => {
      const form = await sendAndKeep({risk: (at) => choose(at, risk)});
      expect(read(form)).to.include('Do not wait for this form. Call 999 if someone is in danger now, or 01632 960123.');
    });
  }

  it('needs no warning before leaving', async () => {
    const form = await sendAndKeep();
    expect(asksBeforeLeaving()).to.equal(false);
    form.remove();
  });

  it('is said to be in memory alone, and is asked about before leaving, once another tab has cleared the storage', async () => {
    const form = await sendAndKeep();
    for (const {id} of await device.all(here())) await device.remove(id);
    window.dispatchEvent(new Event('online'));
    await reads(form, 'It could not be kept on this device.');
    expect(read(form)).to.include('Keep this page open');
    expect(asksBeforeLeaving()).to.equal(true);
    endpoint.behaviour.submissions = receipt;
    await press(form, 'Try to send again');
    await arrives(form, thanks);
    form.remove();
  });

  it('leads back to the answers, which can be changed and sent instead', async () => {
    const form = await sendAndKeep();
    await press(form, 'Back');
    await sees(form, pages.check);
    expect(read(form)).to.include('They were kind.');
  });

  it('does not call the focus away with every try behind it', async () => {
    const form = await sendAndKeep();
    const copy = [...form.shadowRoot!.querySelectorAll('button')].find(({innerText}) => innerText === 'Copy your words')!;
    copy.focus();
    endpoint.behaviour.submissions = problem(503);
    const before = endpoint.posted.length;
    window.dispatchEvent(new Event('online'));
    await eventually(() => endpoint.posted.length > before, 'another try');
    await form.updateComplete;
    expect(focused(form) === copy).to.equal(true);
  });

  it('does not call the focus away from a form that the page has put in its place', async () => {
    const form = await sendAndKeep();
    form.setAttribute('question-set', 'quick');
    await sees(form, 'How was the care?');
    const answer = await control(form, 'Very good');
    answer.focus();
    let hasArrived = false;
    form.addEventListener('care-feedback-received', () => (hasArrived = true), {once: true});
    endpoint.behaviour.submissions = receipt;
    // The focus moves 300 milliseconds after it was said.
    const held = holdingTimers(300);
    window.dispatchEvent(new Event('online'));
    await eventually(() => hasArrived, 'it to arrive');
    expect(held.end()).to.equal(1);
    await form.updateComplete;
    expect(focused(form) === answer).to.equal(true);
    form.remove();
  });

  it('is told to be slow, and to the developer, where something needs mending', async () => {
    endpoint.behaviour.submissions = problem(404);
    const form = await openForm();
    await goTo(form, 'check');
    await press(form, 'Send');
    await reads(form, 'This website has a fault, so this may take long.');
    expect(errors.join()).to.include('404');
    expect((await device.all(here())).length).to.equal(1);
  });

  it('says that it is kept where it was refused, and names what', async () => {
    endpoint.behaviour.submissions = problem(422, [{pointer: '/answers/story', detail: 'is not wanted'}]);
    const form = await openForm();
    await goTo(form, 'check');
    await press(form, 'Send');
    await reads(form, 'We could not take this as it is.');
    expect(read(form)).to.include(kept);
    expect((await device.all(here()))[0]!.nextAt).to.equal(Infinity);
  });
});

describe('what an earlier visit left', () => {
  const left = (more: Partial<QueuedSubmission> = {}): QueuedSubmission => ({id: crypto.randomUUID(), endpoint: here(), kind: 'submission', body: 'sealed', bodyType: 'application/jose', createdAt: Date.now() - day, tries: 3, nextAt: Date.now() - 1, ...more});

  it('is sent by any form of the same endpoint, and the page says nothing of it', async () => {
    endpoint.behaviour.submissions = receipt;
    await device.keep(left());
    const form = await openForm();
    await eventually(() => endpoint.posted[0] === 'sealed', 'it to be sent');
    expect(read(form)).not.to.include('sent from this device');
  });

  it('is told of and sent also beside what no version of ours wrote', async () => {
    endpoint.behaviour.submissions = receipt;
    const wrong = [left({createdAt: NaN, nextAt: Infinity}), left({createdAt: 1e20, nextAt: Infinity}), left({nextAt: NaN})];
    for (const record of [...wrong, left({createdAt: Date.now() - 31 * day}), left()]) await device.keep(record);
    const form = await openForm();
    await reads(form, 'We have stopped trying.');
    await press(form, 'Send it now');
    await reads(form, 'We have got it now.');
    await eventually(async () => (await device.all(here())).length === wrong.length, 'both that are ours to be sent');
    expect((await device.all(here())).map(({id}) => id).sort()).to.deep.equal(wrong.map(({id}) => id).sort());
    expect(endpoint.posted.length).to.equal(2);
  });

  it('is sent or deleted only when told to, after thirty days', async () => {
    endpoint.behaviour.submissions = receipt;
    const [old, older] = [left({createdAt: Date.now() - 31 * day}), left({createdAt: Date.now() - 60 * day})];
    await device.keep(old);
    await device.keep(older);
    const form = await openForm();
    await reads(form, 'We have stopped trying.');
    expect(endpoint.posted).to.deep.equal([]);
    await expect(form).to.be.accessible();

    await press(form, 'Send it now');
    await reads(form, 'We have got it now. Your reference: K7MQ-4TRD-9X2P-H6WC');
    expect(read(form)).to.include(exampleCode);
    await expect(form).to.be.accessible();
    await press(form, 'Delete it for good');
    await reads(form, 'It is deleted.');
    expect([endpoint.posted.length, (await device.all(here())).length]).to.deep.equal([1, 0]);
  });
});

describe('the browser’s storage', () => {
  it('is opened anew where the browser closed it', async () => {
    const form = await sendAndKeep();
    // What the browser does when somebody clears a website’s data: it waits for nobody who is asked to close.
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('care-elements-outbox-1');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error!);
      request.onblocked = () => reject(new Error('somebody holds it open'));
    });
    endpoint.behaviour.submissions = receipt;
    await press(form, 'Try to send again');
    await arrives(form, thanks);
  });

  it('gives one turn to one sender, and a turn that nobody ends runs out', async () => {
    const name = `lease-${crypto.randomUUID()}`;
    expect(await device.lease(name, 1000, 60_000)).to.equal(true);
    expect(await device.lease(name, 2000, 60_000)).to.equal(false);
    expect(await device.lease(name, 62_000, 60_000)).to.equal(true);
    // The clock was put back by years.
    expect(await device.lease(name, -1e12, 60_000)).to.equal(true);
    await device.release(name);
    expect(await device.lease(name, -1e12, 60_000)).to.equal(true);
  });

  it('keeps a key that nobody can take out', async () => {
    const secret = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
    await device.keep({id: 'with-key', endpoint: 'x', kind: 'action', body: new Uint8Array([1]), bodyType: 'application/json', createdAt: 0, tries: 0, nextAt: 0}, secret);
    expect((await device.keyOf('with-key'))!.extractable).to.equal(false);
    await device.remove('with-key');
    expect([await device.keyOf('with-key'), await device.all('x')]).to.deep.equal([undefined, []]);
  });
});

it('two forms on one page keep and send apart', async () => {
  const holder = await fixture<HTMLElement>(html`<div>${[1, 2].map(() => html`<care-feedback endpoint=${ownAddress()} service="1-1000000001"></care-feedback>`)}</div>`);
  const [first, second] = [...holder.querySelectorAll<CareFeedback>('care-feedback')] as [CareFeedback, CareFeedback];
  for (const form of [first, second]) {
    await goTo(form, 'check');
    await press(form, 'Send');
    await reads(form, kept);
  }
  endpoint.behaviour.submissions = receipt;
  await press(first, 'Try to send again');
  await sees(first, thanks);
  // By itself, unless the button is still there.
  [...second.shadowRoot!.querySelectorAll('button')].find(({innerText}) => innerText.trim() === 'Try to send again')?.click();
  await sees(second, thanks);
  expect(new Set(endpoint.posted).size).to.equal(2);
});
