import {expect} from '@open-wc/testing';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleCode, exampleEndpoint, ownAddress, problem, unreachable, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {arrives, button, choose, focused, press, read, reads, sees, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
let errors: string[];
const realError = console.error;
beforeEach(() => {
  endpoint = exampleEndpoint();
  errors = [];
  console.error = (...words: unknown[]) => void errors.push(words.join(' '));
});
afterEach(() => {
  console.error = realError;
  endpoint.remove();
});

const thanks = 'Thank you. We have got what you sent.';

async function openAtCheck(others?: Parameters<typeof goTo>[2]): Promise<CareFeedback> {
  const form = await openForm();
  await goTo(form, 'check', others);
  return form;
}

/** What is said where the receiver has no key, so that nothing can be sealed. */
const onlyHere = 'We have not got this yet. It could not be kept on this device.';

async function changeStory(form: CareFeedback, story: string): Promise<void> {
  if (read(form).includes(onlyHere)) await press(form, 'Back');
  await sees(form, pages.check);
  await press(form, 'Change your answer: What happened?');
  await sees(form, pages.story);
  await write(form, 'What happened? (optional)', story);
  await press(form, 'Continue');
  await sees(form, pages.check);
}

describe('Send', () => {
  it('sends once, however often it is pressed, and says what it does', async () => {
    const form = await openAtCheck();
    let answer = (_: Response) => {};
    const usual = endpoint.behaviour.submissions;
    endpoint.behaviour.submissions = () => new Promise((resolve) => (answer = resolve));
    const send = await button(form, 'Send');
    send.focus();
    send.click();
    send.click();
    await form.updateComplete;
    send.click();
    expect(send.innerText).to.equal('Sending …');
    expect([send.getAttribute('aria-disabled'), send.disabled, focused(form) === send]).to.deep.equal(['true', false, true]);
    await eventually(() => endpoint.posted.length > 0, 'a request');
    endpoint.behaviour.submissions = usual;
    answer(Response.json({id: JSON.parse(endpoint.posted[0]!).id, reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:40Z', token: exampleCode}, {status: 201}));
    await arrives(form, thanks);
    expect(endpoint.posted).to.have.length(1);
  });

  it('takes no change while it sends', async () => {
    const form = await openAtCheck();
    endpoint.behaviour.submissions = () => new Promise(() => {});
    await press(form, 'Send');
    await press(form, 'Back');
    await sees(form, pages.check);
    expect(form.shadowRoot!.querySelector('[inert] .answers')).not.to.equal(null);
  });

  it('says that nothing has arrived when nothing has, keeps every answer, and sends the same bytes again', async () => {
    const form = await openAtCheck();
    endpoint.behaviour.submissions = unreachable;
    await press(form, 'Send');
    await arrives(form, onlyHere);
    await press(form, 'Back');
    await sees(form, pages.check);
    expect(read(form)).to.include('They were kind.');
    endpoint.behaviour.submissions = problem(503);
    await press(form, 'Try to send again');
    await eventually(() => endpoint.posted.length >= 2 && read(form).includes('We have not got this yet'), 'a second failure');
    endpoint.behaviour = {};
    await press(form, 'Try to send again');
    await sees(form, thanks);
    // It may have been tried by itself in between.
    expect(endpoint.posted.length).to.be.at.least(3);
    expect(new Set(endpoint.posted).size).to.equal(1);
  });

  it('makes a new record that replaces the last when an answer changed in between', async () => {
    const form = await openAtCheck();
    endpoint.behaviour.submissions = unreachable;
    await press(form, 'Send');
    await reads(form, 'We have not got this yet');
    await changeStory(form, 'They were very kind.');
    expect(read(form)).not.to.include('We have not got this yet');
    await press(form, 'Try to send again');
    await reads(form, 'We have not got this yet');
    endpoint.behaviour = {};
    await changeStory(form, 'They were very, very kind.');
    await press(form, 'Try to send again');
    await sees(form, thanks);
    // What was sent before is sent as well: nobody can know whether it came through.
    const [first, second, third] = [...new Set(endpoint.posted)].map((body) => JSON.parse(body)).sort((one, other) => (one.id < other.id ? -1 : 1));
    expect([first.replaces, second.replaces, third.replaces]).to.deep.equal([undefined, first.id, second.id]);
    expect(new Set([first.id, second.id, third.id]).size).to.equal(3);
    expect(third.answers.story).to.equal('They were very, very kind.');
  });

  it('sends the same record when a change was taken back', async () => {
    const form = await openAtCheck();
    endpoint.behaviour.submissions = unreachable;
    await press(form, 'Send');
    await reads(form, 'We have not got this yet');
    await changeStory(form, 'Something else.');
    await changeStory(form, 'They were kind.');
    endpoint.behaviour = {};
    await press(form, 'Try to send again');
    await sees(form, thanks);
    expect(new Set(endpoint.posted).size).to.equal(1);
  });
});

describe('a refusal', () => {
  it('names the answer, leads to it, and is told to the developer without a word of it', async () => {
    const form = await openAtCheck();
    const refused: string[] = [];
    form.addEventListener('care-feedback-refused', (event) => refused.push(event.type));
    endpoint.behaviour.submissions = problem(422, [{pointer: '/answers/story', detail: 'is not wanted'}]);
    await press(form, 'Send');
    await reads(form, 'We could not take this as it is.');
    expect(refused).to.deep.equal(['care-feedback-refused']);
    expect(errors.join()).to.include('422').and.not.to.include('kind');
    const link = [...form.shadowRoot!.querySelectorAll<HTMLElement>('.error-summary a')].find((each) => each.innerText === 'What happened?')!;
    link.click();
    await sees(form, pages.story);
    await eventually(() => focused(form)?.id === 'q-story', 'the focus at the story');
  });

  it('that is nobody’s answer says that the website is not set up right', async () => {
    const form = await openAtCheck();
    endpoint.behaviour.submissions = problem(403);
    await press(form, 'Send');
    await reads(form, 'This website has a fault, so this may take long.');
    expect(errors.join()).to.include('403');
  });

  it('leaves the words to be copied, also where the clipboard is closed', async () => {
    const form = await openAtCheck();
    endpoint.behaviour.submissions = problem(404);
    await press(form, 'Send');
    await reads(form, 'Copy your words');
    const closed = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
    Object.defineProperty(Navigator.prototype, 'clipboard', {configurable: true, get: () => ({writeText: () => Promise.reject(new Error('closed'))})});
    await press(form, 'Copy your words');
    const field = await eventually(() => form.shadowRoot!.querySelector<HTMLTextAreaElement>('#copy'), 'a field to copy from');
    Object.defineProperty(Navigator.prototype, 'clipboard', closed);
    expect(field.value).to.include('They were kind.').and.to.include('Someone I care for');
    await eventually(() => focused(form) === field && field.selectionStart === 0 && field.selectionEnd === field.value.length, 'all of it selected');
  });
});

describe('what the page around hears', () => {
  it('is that something happened, and nothing of what was told', async () => {
    const heard: Event[] = [];
    const listen = (event: Event) => heard.push(event);
    const types = ['care-feedback-started', 'care-feedback-received', 'care-feedback-refused'];
    for (const type of types) document.addEventListener(type, listen);
    const form = await openAtCheck();
    await press(form, 'Send');
    await sees(form, thanks);
    for (const type of types) document.removeEventListener(type, listen);
    expect(heard.map(({type}) => type)).to.deep.equal(['care-feedback-started', 'care-feedback-received']);
    for (const event of heard) expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
    expect(`${document.title}${location.href}${JSON.stringify(history.state)}`).not.to.include('kind').and.not.to.include(exampleCode);
    expect(errors.join()).not.to.include(exampleCode);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
  });
});

describe('leaving the page', () => {
  const asks = () => {
    const event = new Event('beforeunload', {cancelable: true});
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('asks first only while something told is unsent', async () => {
    const form = await openForm();
    expect(asks()).to.equal(false);
    await press(form, 'Continue');
    await reads(form, 'There is a problem');
    expect(asks()).to.equal(false);
    await choose(form, 'My own');
    expect(asks()).to.equal(true);
    form.remove();
    expect(asks()).to.equal(false);
    document.body.append(form);
    expect(asks()).to.equal(true);
    form.remove();
  });

  it('does not ask after it has arrived', async () => {
    const form = await openAtCheck();
    expect(asks()).to.equal(true);
    await press(form, 'Send');
    await sees(form, thanks);
    expect(asks()).to.equal(false);
  });
});

describe('the receipt', () => {
  it('says what happens next and how else to reach the receiver', async () => {
    const form = await openAtCheck();
    await press(form, 'Send');
    await sees(form, thanks);
    for (const words of ['K7MQ-4TRD-9X2P-H6WC', 'This is an example of what happens.', 'This is an example of a reply.', 'Call 999', 'Other ways to tell us']) {
      expect(read(form)).to.include(words);
    }
  });

  it('can be kept as a file with the reference and every answer', async () => {
    const form = await openAtCheck();
    await press(form, 'Send');
    await sees(form, thanks);
    const saved: string[] = [];
    const make = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    const texts: Promise<string>[] = [];
    URL.createObjectURL = (blob) => (texts.push((blob as Blob).text()), make(blob));
    HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
    await press(form, 'Save a copy');
    URL.createObjectURL = make;
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.deep.equal(['feedback-copy.txt']);
    expect(await texts[0]).to.include('K7MQ-4TRD-9X2P-H6WC').and.to.include(exampleCode).and.to.include(`${ownAddress()}/feedback/sent`).and.to.include('They were kind.');
  });

  it('leads back to what was sent: with a code that can be selected, and an address that holds nothing of it', async () => {
    const form = await openAtCheck();
    await press(form, 'Send');
    await sees(form, thanks);
    for (const words of ['You need both to see, change or delete what you sent.', 'See, correct or withdraw what you sent']) expect(read(form)).to.include(words);
    const code = form.shadowRoot!.querySelector('code')!;
    expect([code.innerText, code.dir, getComputedStyle(code).userSelect]).to.deep.equal([exampleCode, 'ltr', 'auto']);
    const links = [...form.shadowRoot!.querySelectorAll('a')];
    const back = links.find(({href}) => href === `${ownAddress()}/feedback/sent`)!;
    expect([back.target, back.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
    expect(links.filter(({href}) => href.includes('K7MQ') || href.includes(exampleCode))).to.deep.equal([]);
    // On paper it is still there: whoever prints it may have nothing else.
    expect([code, back].map((part) => part.closest('.screen-only'))).to.deep.equal([null, null]);
    await expect(form).to.be.accessible();
  });

  it('leaves no hyphen of the code on a line of its own, where whoever copies it could miss it', async () => {
    const form = await openAtCheck();
    form.style.inlineSize = '280px';
    await press(form, 'Send');
    await sees(form, thanks);
    const code = form.shadowRoot!.querySelector('code')!;
    const letters = [...code.childNodes].find((node): node is Text => node instanceof Text && node.data !== '')!;
    const topOf = (place: number) => {
      const range = document.createRange();
      range.setStart(letters, place);
      range.setEnd(letters, place + 1);
      return range.getBoundingClientRect().top;
    };
    expect(topOf(1)).to.equal(topOf(0));
    expect(topOf(exampleCode.length - 1)).to.be.above(topOf(0));
  });

  it('shows no code where there is none', async () => {
    endpoint.behaviour.submissions = async (request) => Response.json({id: (await request.clone().json()).id, reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:40Z', token: ''}, {status: 201});
    const form = await openAtCheck();
    await press(form, 'Send');
    await sees(form, thanks);
    expect(read(form)).to.include('K7MQ-4TRD-9X2P-H6WC').and.not.to.include('Your code');
  });

  it('leads to a form about another service, which starts empty and with an id of its own', async () => {
    const form = await openAtCheck();
    await press(form, 'Send');
    await sees(form, thanks);
    await press(form, 'Tell us about another service');
    await arrives(form, pages.whose);
    expect(read(form)).not.to.include('Example House');
    await choose(form, 'My own');
    await press(form, 'Continue');
    await sees(form, 'Which service was it?');
    await write(form, 'Name, town or postcode of the service', 'A place by name');
    await press(form, 'Continue');
    await goTo(form, 'check');
    await press(form, 'Send');
    await sees(form, thanks);
    const [first, second] = endpoint.posted.map((body) => JSON.parse(body));
    expect(second.id).not.to.equal(first.id);
    expect([second.replaces, second.about]).to.deep.equal([undefined, {kind: 'service', services: [{name: 'A place by name'}]}]);
  });
});
