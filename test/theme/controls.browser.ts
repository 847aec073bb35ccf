import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {LitElement, type TemplateResult} from 'lit';
import {base} from '../../src/theme/base.js';
import {controls} from '../../src/theme/controls.js';
import {fields} from '../../src/theme/fields.js';
import {tokens} from '../../src/theme/tokens.js';
import {contrast} from '../support/theme/contrast.js';

class ControlsExample extends LitElement {
  static override styles = [tokens, base, controls, fields];

  protected override render(): TemplateResult {
    return html`
      <div class="surface">
        <div class="option"><input type="radio" name="which" id="one"><label for="one">One</label></div>
        <div class="option"><input type="checkbox" id="two"><label for="two">Two</label></div>
        <details><summary>More</summary><p id="more">What is folded up.</p></details>
      </div>
    `;
  }
}
customElements.define('controls-example', ControlsExample);

const show = async () => (await fixture<ControlsExample>(html`<controls-example></controls-example>`)).shadowRoot!;
const colours = (text: string) => text.match(/[\d.]+/g)!.slice(0, 3).map(Number) as [number, number, number];
const hex = (text: string) => `#${colours(text).map((part) => part.toString(16).padStart(2, '0')).join('')}`;

describe('radios and ticks', () => {
  it('can be seen by their edge, chosen or not, and by what is in them', async () => {
    const root = await show();
    for (const id of ['one', 'two']) {
      const control = root.querySelector<HTMLInputElement>(`#${id}`)!;
      const edge = () => contrast(hex(getComputedStyle(control).borderTopColor), '#ffffff');
      expect(edge()).to.be.at.least(3);
      control.click();
      expect(edge()).to.be.at.least(3);
      const mark = getComputedStyle(control, '::before');
      expect([mark.content !== 'none', parseFloat(mark.width) >= 12]).to.deep.equal([true, true]);
      expect(contrast(hex(mark.backgroundColor), '#ffffff')).to.be.at.least(3);
    }
  });

  it('are chosen by a press anywhere on their row', async () => {
    const root = await show();
    for (const id of ['one', 'two']) {
      const control = root.querySelector<HTMLInputElement>(`#${id}`)!;
      const {left, right, top, bottom} = control.parentElement!.getBoundingClientRect();
      for (const [x, y] of [[left + 1, top + 1], [right - 2, bottom - 2], [left + 30, top + 2]] as const) {
        const was = control.checked;
        (root.elementFromPoint(x, y) as HTMLElement).click();
        expect(control.checked).to.equal(control.type === 'radio' ? true : !was);
        if (control.type === 'radio') control.checked = false;
      }
    }
  });
});

describe('what is folded up', () => {
  it('is open on paper', async () => {
    const root = await show();
    const isShown = () => root.querySelector('#more')!.checkVisibility({contentVisibilityAuto: true});
    expect(isShown()).to.equal(false);
    await emulateMedia({media: 'print'});
    try {
      expect([matchMedia('print').matches, getComputedStyle(root.querySelector('details')!, '::details-content').contentVisibility, root.querySelector<HTMLElement>('#more')!.getBoundingClientRect().height > 0]).to.deep.equal([true, 'visible', true]);
    } finally {
      await emulateMedia({media: 'screen'});
    }
  });
});
