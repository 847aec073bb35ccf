import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {LitElement, css, type TemplateResult} from 'lit';
import {base} from '../../src/theme/base.js';
import {controls} from '../../src/theme/controls.js';
import {fields} from '../../src/theme/fields.js';
import {tokens} from '../../src/theme/tokens.js';

/** An element of everything that the shared styles speak of. */
class ThemeExample extends LitElement {
  static override styles = [tokens, base, controls, fields];

  protected override render(): TemplateResult {
    return html`
      <slot></slot>
      <div class="surface">
        <h1>A heading with Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch</h1>
        <p id="words">Words, and <a href="#elsewhere">a link</a>.</p>
        <p id="hidden" hidden>Hidden words.</p>
        <div class="error-summary" tabindex="-1"><h2>There is a problem</h2><ul><li><a href="#name">Write a name</a></li><li><a href="#one">Choose one</a></li></ul></div>
        <div class="field" data-faulty>
          <label for="name">Name</label>
          <span class="hint">A hint</span>
          <span class="error-message">Write a name</span>
          <input id="name">
        </div>
        <label for="story">Story</label>
        <textarea id="story"></textarea>
        <fieldset>
          <legend>Choose</legend>
          <div class="option"><input type="radio" name="which" id="one"><label for="one">One</label></div>
          <div class="option"><input type="radio" name="which" id="two"><label for="two">Two, with words long enough to need a second line on a narrow screen</label></div>
          <div class="option"><input type="checkbox" id="three"><label for="three">Three</label></div>
        </fieldset>
        <button id="main">Continue</button> <button class="secondary">Change</button> <button class="link">Back</button>
        <div class="inset"><p>What stands out.</p></div>
        <div class="panel"><p>What has been done.</p></div>
        <p class="visually-hidden" id="heard">Only heard.</p>
      </div>
    `;
  }
}
customElements.define('theme-example', ThemeExample);

async function show(around = html`<theme-example></theme-example>`): Promise<ThemeExample> {
  const holder = await fixture<HTMLElement>(html`<div>${around}</div>`);
  const element = holder.querySelector<ThemeExample>('theme-example')!;
  await element.updateComplete;
  return element;
}

const inside = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const styleOf = (element: Element, selector: string) => getComputedStyle(inside(element, selector));

/** A page's own stylesheet, for one test. */
function pageRules(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}

afterEach(() => {
  document.adoptedStyleSheets = [];
});

describe('on a page with rules of its own', () => {
  it('looks the same under a reset on everything, and whatever the page inherits', async () => {
    const before = await show();
    const looks = (element: Element) => ['.surface', 'h1', '#words', 'a', 'label', 'input', 'textarea', '#one', 'legend', 'button', '.hint'].map((selector) => {
      const {color, backgroundColor, fontSize, lineHeight, letterSpacing, textAlign, textTransform, padding, margin, borderWidth, display, float, cursor, whiteSpace} = styleOf(element, selector);
      return {selector, color, backgroundColor, fontSize, lineHeight, letterSpacing, textAlign, textTransform, padding, margin, borderWidth, display, float, cursor, whiteSpace};
    });
    const expected = looks(before);

    pageRules(`
      html { font-size: 50%; color: red; }
      body { font: italic bold 9px/3 serif; letter-spacing: 5px; text-align: right; text-transform: uppercase; white-space: nowrap; cursor: wait; }
      * { margin: 7px; padding: 9px; color: red; transition: all 1s; }
      label, legend { float: left; } input { display: none; } p { color: red !important; } .hint, .surface { display: none !important; }
    `);
    expect(looks(await show())).to.deep.equal(expected);
  });

  it('has letters of 18 pixels or more, and fields of 16 or more, however small the page’s are', async () => {
    pageRules('html { font-size: 4px; }');
    const element = await show();
    expect(parseFloat(styleOf(element, '#words').fontSize)).to.be.at.least(18);
    pageRules('theme-example { --care-font-size: 10px; }');
    expect(parseFloat(styleOf(await show(), 'input').fontSize)).to.be.at.least(16);
  });

  it('has its words twice as large for whoever has the page’s root at twice its size', async () => {
    const sizes = async () => {
      const element = await show();
      return ['h1', '#words', 'label', 'legend', 'button', '.hint'].map((selector) => parseFloat(styleOf(element, selector).fontSize));
    };
    const usual = await sizes();
    pageRules('html { font-size: 200%; }');
    expect(await sizes()).to.deep.equal(usual.map((size) => 2 * size));
  });

  it('stays hidden where the page hides it', async () => {
    pageRules('.gone { visibility: hidden; pointer-events: none; }');
    const element = await show(html`<div class="gone"><theme-example></theme-example></div>`);
    expect(styleOf(element, '#words').visibility).to.equal('hidden');
    expect(styleOf(element, '#main').pointerEvents).to.equal('none');
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
    expect(styleOf(element, '#hidden').display).to.equal('none');
  });

  it('leaves the page’s own words in its slot as the page has them', async () => {
    pageRules('.theirs { color: rgb(1, 2, 3); font-size: 31px; }');
    const element = await show(html`<div class="theirs"><theme-example><a href="#form">Tell us</a></theme-example></div>`);
    expect(getComputedStyle(element.querySelector('a')!).fontSize).to.equal('31px');
  });

  it('is written from right to left where the page is', async () => {
    const element = await show(html`<div dir="rtl"><theme-example></theme-example></div>`);
    expect(styleOf(element, '.surface').direction).to.equal('rtl');
    const radio = inside(element, '#one').getBoundingClientRect();
    const label = inside(element, 'label[for="one"]').getBoundingClientRect();
    expect(radio.left).to.be.greaterThan(label.left);
  });
});

describe('what a page sets', () => {
  it('counts wherever around the tag it is set', async () => {
    for (const place of [':root', 'theme-example', 'div']) {
      pageRules(`${place} { --care-colour-text: rgb(1, 2, 3); --care-colour-background: rgb(250, 251, 252); --care-font: monospace; }`);
      const {color, backgroundColor, fontFamily} = styleOf(await show(), '.surface');
      expect({place, color, backgroundColor, fontFamily}).to.deep.equal({place, color: 'rgb(1, 2, 3)', backgroundColor: 'rgb(250, 251, 252)', fontFamily: 'monospace'});
    }
  });

  it('makes all of it dark with one word, or as the reader’s own setting has it', async () => {
    pageRules(':root { --care-colour-scheme: dark; }');
    const element = await show();
    expect(styleOf(element, '.surface').backgroundColor).to.equal('rgb(20, 25, 28)');
    expect(styleOf(element, '.surface').color).to.equal('rgb(242, 245, 246)');
    expect(styleOf(element, 'input').colorScheme).to.equal('dark');
  });

  it('is light on a dark page that says nothing: words never lose their background', async () => {
    pageRules(':root { color-scheme: dark; background: black; color: white; }');
    const element = await show();
    expect(styleOf(element, '.surface').backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(styleOf(element, '#words').color).to.equal('rgb(31, 42, 48)');
    expect(styleOf(element, 'input').colorScheme).to.equal('light');
  });

  it('reaches nothing outside', async () => {
    await show();
    expect(getComputedStyle(document.body).getPropertyValue('--_text')).to.equal('');
    const element = await show(html`<theme-example><a href="#form">Tell us</a></theme-example>`);
    expect(getComputedStyle(element.querySelector('a')!).getPropertyValue('--_text')).to.equal('');
  });
});

describe('a person', () => {
  it('can hit every control, 24 pixels or more, and the rows of choices and buttons 44', async () => {
    const element = await show();
    for (const control of element.shadowRoot!.querySelectorAll('input, textarea, button')) {
      const {width, height} = control.getBoundingClientRect();
      expect(Math.min(width, height), control.outerHTML).to.be.at.least(24);
    }
    for (const row of element.shadowRoot!.querySelectorAll('.option, button, input:not([type]), textarea')) expect(row.getBoundingClientRect().height, row.outerHTML).to.be.at.least(44);
    const targets = [...element.shadowRoot!.querySelectorAll('.error-summary li')].map((item) => item.getBoundingClientRect());
    expect(targets[1]!.top - targets[0]!.top).to.be.at.least(24);
  });

  it('sees with the keyboard where they are, in two colours', async () => {
    const element = await show();
    inside(element, '#name').focus();
    const {outlineStyle, outlineWidth, outlineColor, boxShadow} = styleOf(element, '#name');
    expect([outlineStyle, outlineWidth, outlineColor]).to.deep.equal(['solid', '3px', 'rgb(31, 42, 48)']);
    expect(boxShadow).to.contain('rgb(255, 207, 51)').and.to.contain('3px');
  });

  it('can read it on 320 pixels without scrolling sideways, also with wide letters and lines', async () => {
    await setViewport({width: 320, height: 700});
    try {
      pageRules('body { margin: 0; }');
      const element = await show();
      const fits = () => expect(inside(element, '.surface').scrollWidth).to.be.at.most(320);
      fits();
      const spaced = css`.surface * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`;
      element.shadowRoot!.adoptedStyleSheets = [...element.shadowRoot!.adoptedStyleSheets, spaced.styleSheet!];
      fits();
      for (const part of element.shadowRoot!.querySelectorAll('.surface :not(.visually-hidden, input, textarea)')) {
        expect(part.scrollHeight, part.outerHTML).to.be.at.most(Math.ceil(part.getBoundingClientRect().height) + 1);
      }
    } finally {
      await setViewport({width: 1280, height: 800});
    }
  });

  it('hears what is visually hidden, which takes no room', async () => {
    const element = await show();
    const {width, height} = inside(element, '#heard').getBoundingClientRect();
    expect(Math.max(width, height)).to.be.at.most(1);
    expect(styleOf(element, '#heard').display).not.to.equal('none');
  });

  it('finds nothing that tools find wrong', async () => {
    await expect(await show()).to.be.accessible();
    pageRules(':root { --care-colour-scheme: dark; }');
    await expect(await show()).to.be.accessible();
  });
});
