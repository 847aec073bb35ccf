import {expect} from '@open-wc/testing';
import type {Submission} from '../../../src/contract/submission.js';
import {grouped} from '../../../src/contract/code.js';
import {IndexedDbStore} from '../../../src/delivery/outbox/indexeddb-store.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {eventually} from '../../support/eventually.js';
import {exampleReceiver, exampleEndpoint, ownAddress, unreachable, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {arrives, asksBeforeLeaving, focused, press, read, reads, sees, write} from '../../support/care-feedback/form-person.js';
import {pages, sendTo} from '../../support/care-feedback/walk-form.js';

const kept = 'We have not got this yet. It is kept on this device.';
const onlyHere = 'We have not got this yet. It could not be kept on this device.';
const thanks = 'Thank you. We have got what you sent.';
const shape = /([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/g;

let endpoint: ExampleEndpoint;
let key: JsonWebKey;
before(async () => {
  const pair = await crypto.subtle.generateKey({name: 'ECDH', namedCurve: 'P-256'}, true, ['deriveBits']);
  key = {...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: 'example'} as JsonWebKey;
});
beforeEach(() => {
  endpoint = exampleEndpoint({receiver: () => Response.json({...exampleReceiver, contract: '1.1'}), submissions: receiptWithoutToken});
});
afterEach(() => endpoint.remove());

const sealing = () => Response.json({...exampleReceiver, contract: '1.1', keys: [key]});
const receiptWithoutToken = (request: Request) => Response.json({id: request.headers.get('idempotency-key'), reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:40Z', token: ''}, {status: 201});
const sent = () => endpoint.posted.map((body) => JSON.parse(body) as Submission);
const reference = 'K7MQ-4TRD-9X2P-H6WC';

/** The codes on the screen that are not the reference. */
const codesIn = (form: CareFeedback) => [...new Set(read(form).match(shape))].filter((code) => code !== reference);

describe('the code that opens what was sent', () => {
  it('is what the form alone knows, and stands on the receipt', async () => {
    const form = await sendTo(thanks);
    const [{right}] = sent() as [Submission];
    expect(codesIn(form)).to.deep.equal([grouped(right!)]);
    expect(read(form)).to.include('anybody who has it can do the same');
    await expect(form).to.be.accessible();
  });

  it('is the same for every version that one form sends, and another for each form', async () => {
    endpoint.behaviour.submissions = unreachable;
    const form = await sendTo(onlyHere);
    await press(form, 'Back');
    await sees(form, pages.check);
    await press(form, 'Change your answer: What happened?');
    await write(form, 'What happened? (optional)', 'They were very kind.');
    await press(form, 'Continue');
    await sees(form, pages.check);
    endpoint.behaviour.submissions = receiptWithoutToken;
    await press(form, 'Try to send again');
    await arrives(form, thanks);
    expect(new Set(sent().map(({id}) => id)).size).to.equal(2);
    expect(new Set(sent().map(({right}) => right)).size).to.equal(1);
    await press(form, 'I have written it down');
    await press(form, 'Tell us about another service');
    await sees(form, pages.whose);
    form.remove();
    await sendTo(thanks);
    expect(new Set(sent().map(({right}) => right)).size).to.equal(2);
  });

  it('stands on the screen as well while it waits, and is not stored where it can be read', async () => {
    endpoint.behaviour = {receiver: sealing, submissions: unreachable};
    const form = await sendTo(kept);
    const [code] = codesIn(form) as [string];
    expect(read(form)).to.include('It works as soon as we have got what you sent.');
    const device = new IndexedDbStore();
    const records = await device.all(new URL(ownAddress()).href);
    expect(JSON.stringify(records)).not.to.include(code).and.not.to.include(code.replaceAll('-', ''));
    for (const {id} of records) await device.remove(id);
  });

  it('is held on to until it was copied, kept or written down', async () => {
    const form = await sendTo(thanks);
    expect(asksBeforeLeaving()).to.equal(true);
    await press(form, 'Tell us about another service');
    await reads(form, 'Keep your code first');
    expect(read(form)).to.include(thanks);
    expect(focused(form)?.id).to.equal('code');
    await press(form, 'I have written it down');
    await reads(form, 'Good. You can leave this page now.');
    expect(read(form)).not.to.include('Keep your code first');
    expect(asksBeforeLeaving()).to.equal(false);
    await press(form, 'Tell us about another service');
    await sees(form, pages.whose);
  });

  it('is copied alone, and where a browser does not allow that it says so and goes on holding it', async () => {
    const form = await sendTo(thanks);
    const copied: string[] = [];
    const writeText = (text: string) => Promise.resolve(void copied.push(text));
    const clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: () => Promise.reject(new Error('not allowed'))}});
    await press(form, 'Copy the code');
    await reads(form, 'Your browser does not let us copy it. Write it down.');
    expect(asksBeforeLeaving()).to.equal(true);
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText}});
    await press(form, 'Copy the code');
    await reads(form, 'The code is copied.');
    if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
    else delete (navigator as {clipboard?: unknown}).clipboard;
    expect(copied).to.deep.equal(codesIn(form));
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is in a copy that is saved, which the receipt says with what others could do by it', async () => {
    const form = await sendTo(thanks);
    expect(read(form)).to.include('A copy that you save has your words and your code in it. If other people use this device, they can read it, and change or withdraw what you sent.');
  });

  it('lets go at once of somebody who has to leave quickly', async () => {
    const form = await sendTo(thanks);
    form.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });
});

describe('another tab that says that it has arrived', () => {
  const says = (id: string) => {
    const tab = new BroadcastChannel(`care-elements-outbox:${new URL(ownAddress()).href}`);
    tab.postMessage({id, outcome: {kind: 'accepted'}});
    tab.close();
  };

  it('is not believed where the endpoint does not say so too', async () => {
    endpoint.behaviour.submissions = unreachable;
    const form = await sendTo(onlyHere);
    const before = endpoint.posted.length;
    says(sent()[0]!.id);
    await eventually(() => endpoint.posted.length > before, 'the same bytes to be sent once more');
    await press(form, 'Back');
    await sees(form, pages.check);
    expect(new Set(endpoint.posted).size).to.equal(1);
  });

  it('brings the receipt, by the same bytes sent once more, and the code from this page’s memory', async () => {
    endpoint.behaviour.submissions = unreachable;
    const form = await sendTo(onlyHere);
    endpoint.behaviour.submissions = receiptWithoutToken;
    says(sent()[0]!.id);
    await arrives(form, thanks);
    expect(read(form)).to.include(reference);
    expect(codesIn(form)).to.deep.equal([grouped(sent()[0]!.right!)]);
  });

  it('hears of what this one sent its number alone', async () => {
    const heard: unknown[] = [];
    const tab = new BroadcastChannel(`care-elements-outbox:${new URL(ownAddress()).href}`);
    tab.onmessage = ({data}) => heard.push(data);
    await sendTo(thanks);
    await eventually(() => heard.length > 0, 'a message');
    tab.close();
    expect(heard).to.deep.equal([{id: sent()[0]!.id, outcome: {kind: 'accepted'}}]);
  });
});

describe('an endpoint from before there were rights', () => {
  for (const contract of [undefined, '1.0']) {
    it(`of contract ${contract ?? 'unnamed'} is sent none, and its receipt shows what it gives`, async () => {
      endpoint.behaviour = {receiver: () => Response.json({...exampleReceiver, ...(contract && {contract})})};
      const form = await sendTo(thanks);
      expect(sent()[0]).not.to.have.property('right');
      expect(codesIn(form)).to.deep.equal([]);
      expect(read(form)).to.include('You need both to see, change or delete what you sent.');
      expect(asksBeforeLeaving()).to.equal(false);
    });
  }
});
