import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {LitElement, type TemplateResult} from 'lit';
import {QuickExit} from '../../../../src/elements/shared/quick-exit/quick-exit.js';
import {wipers} from '../../../../src/elements/shared/quick-exit/wiping.js';
import {words} from '../../../../src/locale/words.js';
import {base} from '../../../../src/theme/base.js';
import {controls} from '../../../../src/theme/controls.js';
import {tokens} from '../../../../src/theme/tokens.js';
import {eventually} from '../../../support/eventually.js';

/** A small element of ours with something to hide, which notes where it would go and what could be read then. */
class LeavingExample extends LitElement {
  static override styles = [tokens, base, controls, QuickExit.styles];
  readonly went: {to: string; read: string}[] = [];
  secret = 'It was the manager.';
  readonly leaving = new QuickExit(this, () => this.wipe(), (to) => this.went.push({to, read: this.shadowRoot!.textContent!}));

  wipe(): void {
    this.secret = '';
    this.requestUpdate();
    this.performUpdate();
  }

  protected override render(): TemplateResult {
    return html`<div class="surface">${this.leaving.draw(words('en'))}<p>${this.secret}</p><input aria-label="Story" value="x"></div>`;
  }
}
customElements.define('leaving-example', LeavingExample);

const tag = html`<leaving-example></leaving-example>`;

async function show(): Promise<LeavingExample> {
  const example = await fixture<LeavingExample>(tag);
  example.leaving.isOn = true;
  await example.updateComplete;
  return example;
}

const button = (example: LeavingExample) => example.shadowRoot!.querySelector('button');
const status = (example: LeavingExample) => example.shadowRoot!.querySelector('[role=status]')!.textContent;

async function pressShift(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await sendKeys({down: 'Shift'});
    await sendKeys({up: 'Shift'});
  }
}

describe('somebody who must leave quickly', () => {
  afterEach(() => document.querySelectorAll<LeavingExample>('leaving-example').forEach((each) => each.remove()));

  it('goes to a neutral site by the button, with everything gone before that', async () => {
    const example = await show();
    button(example)!.click();
    expect(example.went).to.have.length(1);
    expect(example.went[0]!.to).to.equal('https://www.bbc.co.uk/weather');
    expect(example.went[0]!.read).not.to.contain('manager');
  });

  it('sees nothing of the page any more while the next one comes, and gets it back with Escape', async () => {
    const example = await show();
    button(example)!.click();
    const cover = example.shadowRoot!.querySelector('dialog')!;
    const {x, y, width, height} = cover.getBoundingClientRect();
    expect([x, y]).to.deep.equal([0, 0]);
    expect(width >= document.documentElement.clientWidth && height >= innerHeight).to.equal(true);
    expect([getComputedStyle(cover).backgroundColor, cover.matches(':modal')]).to.deep.equal(['rgb(255, 255, 255)', true]);
    await sendKeys({press: 'Escape'});
    await eventually(() => !example.shadowRoot!.querySelector('dialog'), 'the page again');
  });

  it('leaves nothing in our other elements on the page either', async () => {
    const [example, other] = [await show(), await fixture<LeavingExample>(tag)];
    button(example)!.click();
    expect(other.shadowRoot!.textContent).not.to.contain('manager');
  });

  it('leaves all the same where an element of another version breaks', async () => {
    const example = await show();
    const broken = () => {
      throw new Error('broken');
    };
    wipers().add(broken);
    try {
      button(example)!.click();
    } finally {
      wipers().delete(broken);
    }
    expect(example.went).to.have.length(1);
  });

  it('goes by pressing Shift three times, told how many more it takes', async () => {
    const example = await show();
    await pressShift(1);
    await eventually(() => status(example) === 'Press Shift two more times to leave this page.', 'two more');
    await pressShift(1);
    await eventually(() => status(example) === 'Press Shift once more to leave this page.', 'one more');
    expect(example.went).to.have.length(0);
    await pressShift(1);
    expect(example.went).to.have.length(1);
  });

  it('goes by Shift also from a field to write in, and where the page keeps keys to itself', async () => {
    const example = await show();
    const keep = (event: Event) => event.stopImmediatePropagation();
    document.addEventListener('keyup', keep, true);
    try {
      example.shadowRoot!.querySelector('input')!.focus();
      await pressShift(3);
    } finally {
      document.removeEventListener('keyup', keep, true);
    }
    expect(example.went).to.have.length(1);
  });

  it('may write capital letters', async () => {
    const example = await show();
    const heard = status(example);
    example.shadowRoot!.querySelector('input')!.focus();
    for (const letter of 'ABCD') {
      await sendKeys({down: 'Shift'});
      await sendKeys({press: letter});
      await sendKeys({up: 'Shift'});
    }
    expect(example.went).to.have.length(0);
    expect(status(example)).to.equal(heard);
  });

  it('stays where it is off, or gone from the page', async () => {
    const [off, gone] = [await fixture<LeavingExample>(tag), await show()];
    gone.remove();
    await pressShift(3);
    expect(button(off)).to.equal(null);
    expect([...off.went, ...gone.went]).to.deep.equal([]);
    gone.leaving.isOn = false;
    expect(wipers().size).to.equal(1);
  });
});

describe('the button to leave by', () => {
  it('is the first thing that the keyboard comes to, is large, and says what it does and what stays', async () => {
    const example = await show();
    const described = example.shadowRoot!.getElementById(button(example)!.getAttribute('aria-describedby')!)!;
    expect(button(example)!.innerText).to.equal('Leave this page');
    expect(described.innerText).to.contain('clears your answers from this page').and.to.contain('This page stays in your browser’s history.');
    expect(example.shadowRoot!.querySelector('button, input, a, [tabindex]')).to.equal(button(example));
    const {width, height} = button(example)!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
    await expect(example).to.be.accessible();
  });
});
