import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, type TemplateResult} from 'lit';
import {LanguageController} from '../../../src/elements/shared/language-controller.js';
import {LoadController} from '../../../src/elements/shared/load-controller.js';
import {eventually} from '../../support/eventually.js';

class ShownEvent extends Event {
  constructor() {
    super('shown');
  }
}

class UnavailableEvent extends Event {
  constructor() {
    super('unavailable');
  }
}

/** What is asked for, and how it is answered. */
interface Question {
  asked: string;
  answer(value: string): void;
  refuse(): void;
}

function question(asked: string, questions: Question[]): Promise<{text: string}> {
  return new Promise((resolve, reject) => questions.push({asked, answer: (text) => resolve({text}), refuse: () => reject(new Error(asked))}));
}

/** Shows a text that a test answers with, in words that a test lets come. */
class TestElement extends LitElement {
  static override properties = {topic: {}};

  declare topic?: string;

  readonly texts: Question[] = [];
  readonly translations: Question[] = [];
  readonly heard: string[] = [];
  readonly explained: unknown[] = [];
  // A language whose words have come once is spoken for good, so each that does not come has a name of its own.
  readonly #catalogue = Object.fromEntries(['cy', 'kw', 'pl', 'ur'].map((language) => [language, () => question(language, this.translations).then(() => ({templates: {}}))]));
  readonly language = new LanguageController(this, [this.#catalogue]);
  readonly text = new LoadController(this, {
    args: () => [this.topic],
    load: () => question(this.topic ?? '', this.texts),
    explain: (error) => this.explained.push(error),
    language: this.language,
    events: {shown: ShownEvent, unavailable: UnavailableEvent},
  });

  constructor() {
    super();
    for (const type of ['shown', 'unavailable']) this.addEventListener(type, () => this.heard.push(type));
  }

  protected override performUpdate(): void {
    this.text.guard?.run(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    return html`${this.text.value?.text ?? html`<slot></slot>`}`;
  }
}

customElements.define('test-element', TestElement);

/** Loads something beside what it shows, which needs no words. */
class PlainElement extends LitElement {
  readonly texts: Question[] = [];
  readonly text = new LoadController(this, {args: () => [], load: () => question('', this.texts), explain: () => undefined});
}

customElements.define('plain-element', PlainElement);

const put = async (topic = 'one', lang = 'cy'): Promise<TestElement> => {
  const element = await fixture<TestElement>(html`<test-element lang=${lang} topic=${topic}></test-element>`);
  await eventually(() => element.texts.length, 'a question');
  return element;
};
const asked = (questions: readonly Question[]) => questions.map((each) => each.asked);
const shows = (element: TestElement) => element.shadowRoot!.textContent;
/** So long that whatever was to happen by itself has happened. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((soon) => setTimeout(soon));
};

describe('what an element loads', () => {
  it('is asked for with its words, not after them, and stands there once both have come', async () => {
    const element = await put();
    expect([asked(element.texts), new Set(asked(element.translations))]).to.deep.equal([['one'], new Set(['cy'])]);
    element.texts[0]!.answer('A text');
    await turns();
    expect([shows(element), element.heard]).to.deep.equal(['', []]);
    for (const each of element.translations) each.answer('');
    await eventually(() => element.heard.length, 'an event');
    expect([shows(element), element.heard]).to.deep.equal(['A text', ['shown']]);
  });

  it('is shown in English where its words do not come', async () => {
    const element = await put('one', 'kw');
    element.texts[0]!.answer('A text');
    for (const each of element.translations) each.refuse();
    await eventually(() => element.heard.length, 'an event');
    expect([shows(element), element.language.words.lang, element.heard]).to.deep.equal(['A text', 'en', ['shown']]);
  });

  it('is not said to be shown where the page stops asking for it just as it comes', async () => {
    const element = await put();
    const {requestUpdate} = element;
    element.requestUpdate = (...change: []) => {
      requestUpdate.apply(element, change);
      if (element.text.value && element.topic === 'one') element.topic = 'two';
    };
    for (const each of element.translations) each.answer('');
    element.texts[0]!.answer('The first');
    await eventually(() => element.texts.length === 2, 'a second question');
    await turns();
    expect([shows(element), element.heard]).to.deep.equal(['', []]);
    element.texts[1]!.answer('The second');
    for (const each of element.translations) each.answer('');
    await eventually(() => element.heard.length, 'an event');
    expect([shows(element), element.heard]).to.deep.equal(['The second', ['shown']]);
  });

  it('is not replaced by an earlier answer that comes late', async () => {
    const element = await put();
    element.topic = 'two';
    await eventually(() => element.texts.length === 2, 'a second question');
    for (const each of element.translations) each.answer('');
    element.texts[1]!.answer('The second');
    await eventually(() => element.heard.length, 'an event');
    element.texts[0]!.answer('The first');
    await turns();
    element.requestUpdate();
    await element.updateComplete;
    expect([shows(element), element.heard]).to.deep.equal(['The second', ['shown']]);
  });

  it('is not explained to be missing where the page has stopped asking for it', async () => {
    const element = await put();
    element.topic = 'two';
    await eventually(() => element.texts.length === 2, 'a second question');
    for (const each of element.translations) each.answer('');
    element.texts[1]!.answer('The second');
    element.texts[0]!.refuse();
    await eventually(() => element.heard.length, 'an event');
    await turns();
    expect([shows(element), element.heard, element.explained]).to.deep.equal(['The second', ['shown'], []]);
  });

  it('can be asked for again where it has not come, and is not where it has', async () => {
    const element = await put();
    element.texts[0]!.refuse();
    for (const each of element.translations) each.answer('');
    await eventually(() => element.heard.length, 'an event');
    expect(element.explained).to.have.length(1);
    element.text.reload();
    await eventually(() => element.texts.length === 2, 'a second question');
    for (const each of element.translations) each.answer('');
    element.texts[1]!.answer('A text');
    await eventually(() => element.heard.length === 2, 'another event');
    element.text.reload();
    await turns();
    expect([asked(element.texts), element.heard, shows(element)]).to.deep.equal([['one', 'one'], ['unavailable', 'shown'], 'A text']);
  });
});

describe('what an element loads beside what it shows', () => {
  it('is asked for again when the element is back, until it has come', async () => {
    const element = await fixture<PlainElement>(html`<plain-element></plain-element>`);
    const holder = element.parentElement!;
    for (const times of [2, 3]) {
      element.remove();
      await element.updateComplete;
      holder.append(element);
      await eventually(() => element.texts.length === times, 'another question');
    }
    element.texts[2]!.answer('A text');
    await eventually(() => element.text.value?.text === 'A text', 'a text');
    element.remove();
    holder.append(element);
    await turns();
    expect(element.texts).to.have.length(3);
  });
});

describe('the language of an element', () => {
  it('is followed while it is in the page, and learned again when it is back', async () => {
    const element = await put();
    const holder = element.parentElement!;
    element.remove();
    const before = element.translations.length;
    element.lang = 'pl';
    holder.lang = 'ur';
    await turns();
    expect(element.translations).to.have.length(before);
    holder.append(element);
    await eventually(() => asked(element.translations).includes('pl'), 'the words of the new language');
    element.removeAttribute('lang');
    await eventually(() => asked(element.translations).includes('ur'), 'the words of what is around it');
  });
});
