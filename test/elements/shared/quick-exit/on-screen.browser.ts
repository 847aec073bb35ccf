import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {LitElement, type TemplateResult} from 'lit';
import {QuickExit} from '../../../../src/elements/shared/quick-exit/quick-exit.js';
import {words} from '../../../../src/locale/words.js';
import {base} from '../../../../src/theme/base.js';
import {controls} from '../../../../src/theme/controls.js';
import {tokens} from '../../../../src/theme/tokens.js';
import {eventually} from '../../../support/eventually.js';

/** A tall element of ours with pages. */
class TallExample extends LitElement {
  static override styles = [tokens, base, controls, QuickExit.styles];
  page = 0;
  readonly leaving = new QuickExit(this, () => undefined, () => undefined);

  protected override render(): TemplateResult {
    return html`<div class="surface">${this.leaving.draw(words('en'), this.page)}<svg width="1" height="3000" aria-hidden="true"></svg></div>`;
  }
}
customElements.define('tall-example', TallExample);

const root = (example: TallExample) => example.shadowRoot!;
const heard = (example: TallExample) => root(example).querySelector('.leaving-status')!.textContent!.trim();
const explained = (example: TallExample) => root(example).querySelector('.leaving-hint') !== null;

describe('the way to leave quickly', () => {
  afterEach(async () => {
    document.querySelectorAll('tall-example').forEach((each) => each.remove());
    scrollTo(0, 0);
    await setViewport({width: 800, height: 600});
  });

  it('stays on the screen however far somebody reads, clear of a header of the page’s that stays there too', async () => {
    await setViewport({width: 320, height: 600});
    const example = await fixture<TallExample>(html`<tall-example></tall-example>`);
    example.style.setProperty('--care-sticky-offset', '70px');
    example.leaving.isOn = true;
    await example.updateComplete;
    scrollTo(0, 1800);
    const {top, bottom, left, right} = root(example).querySelector('button')!.getBoundingClientRect();
    expect([top >= 70, bottom <= 600, left >= 0, right <= 320]).to.deep.equal([true, true, true, true]);
    const {x, y} = {x: (left + right) / 2, y: (top + bottom) / 2};
    expect(root(example).elementFromPoint(x, y)?.tagName).to.equal('BUTTON');
  });

  it('is announced by a region that was there before, once, and explained on the first page that has it', async () => {
    const example = await fixture<TallExample>(html`<tall-example></tall-example>`);
    const region = root(example).querySelector('.leaving-status');
    expect(heard(example)).to.equal('');
    example.leaving.isOn = true;
    await eventually(() => heard(example) !== '', 'words to be heard');
    expect(root(example).querySelector('.leaving-status') === region).to.equal(true);
    expect(heard(example)).to.equal('To leave this page at once, press “Leave this page”, or press Shift three times.');
    expect(explained(example)).to.equal(true);
    example.page = 1;
    example.requestUpdate();
    await example.updateComplete;
    expect([heard(example), explained(example), root(example).querySelector('button')!.innerText]).to.deep.equal(['', false, 'Leave this page']);
    await expect(example).to.be.accessible();
  });
});
