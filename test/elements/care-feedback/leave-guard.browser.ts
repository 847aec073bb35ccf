import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import '../../../src/define/care-feedback.js';
import '../../../src/define/care-signpost.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {eventually} from '../../support/eventually.js';
import {exampleEndpoint, ownAddress, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {asksBeforeLeaving, choose, control, read} from '../../support/care-feedback/form-person.js';

let endpoint: ExampleEndpoint;
// What a press would lead to, a browser without telephone included, is no part of this: test/embed/ shows what browsers ask.
const stay = (event: Event) => event.composedPath().some((each) => each instanceof Element && each.matches('a, area')) && event.preventDefault();
beforeEach(() => {
  endpoint = exampleEndpoint();
  document.addEventListener('click', stay);
});
afterEach(() => {
  endpoint.remove();
  document.removeEventListener('click', stay);
});

/** A form in which somebody has begun to tell, on a page with links of its own. */
async function begun(): Promise<CareFeedback> {
  const page = await fixture<HTMLElement>(html`
    <div>
      <a id="call" href="tel:01632960999">Call us</a><a id="text" href="sms:01632960999">Text us</a><a id="app" href="whatsapp://send?phone=441632960999">Chat</a>
      <a id="tab" href="/elsewhere" target="_blank">In a new tab</a><a id="away" href="/elsewhere"><b>Away</b></a><a id="mark" href="#mark">Further down</a>
      <map name="m"><area id="spot" href="mailto:us@example.com" alt="Write to us"></map>
      <care-feedback endpoint=${ownAddress()} service="1-1000000001" question-set="quick"></care-feedback>
    </div>
  `);
  const form = page.querySelector<CareFeedback>('care-feedback')!;
  await control(form, 'Good');
  await choose(form, 'Good');
  expect(asksBeforeLeaving()).to.equal(true);
  return form;
}

const press = (link: HTMLElement | null | undefined) => link!.click();

describe('somebody who has begun to tell', () => {
  it('is not asked to stay where they call, write or open a new tab from the form, and is asked the next time', async () => {
    const form = await begun();
    await eventually(() => form.shadowRoot!.querySelector('a[href^="tel:"]'), () => `a number; there is: ${read(form)}`);
    const links = [...form.shadowRoot!.querySelectorAll('a')].filter(({protocol, target}) => !protocol.startsWith('http') || target === '_blank');
    expect(links.map(({protocol}) => protocol)).to.include.members(['tel:', 'mailto:', 'https:']);
    for (const link of links) {
      press(link);
      expect([link.href, asksBeforeLeaving(), asksBeforeLeaving()]).to.deep.equal([link.href, false, true]);
    }
  });

  it('is not asked by such links of the page and of care-signpost either', async () => {
    await begun();
    for (const id of ['call', 'text', 'app', 'tab', 'spot']) {
      press(document.getElementById(id));
      expect([id, asksBeforeLeaving()]).to.deep.equal([id, false]);
    }
    const panel = await fixture<LitElement>(html`<care-signpost nation="england"></care-signpost>`);
    press(await eventually(() => panel.shadowRoot!.querySelector<HTMLElement>('a[href^="tel:"] span'), 'a number'));
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is asked where a link leads away, whatever they pressed before', async () => {
    await begun();
    for (const id of ['away', 'mark']) {
      press(document.getElementById(id));
      expect([id, asksBeforeLeaving()]).to.deep.equal([id, true]);
    }
    for (const next of [new PointerEvent('pointerdown', {bubbles: true}), new KeyboardEvent('keydown', {key: 'w', bubbles: true})]) {
      press(document.getElementById('call'));
      document.body.dispatchEvent(next);
      expect([next.type, asksBeforeLeaving()]).to.deep.equal([next.type, true]);
    }
    press(document.getElementById('call'));
    press(document.getElementById('away'));
    expect(asksBeforeLeaving()).to.equal(true);
    press(document.getElementById('call'));
    const muchLater = Object.defineProperty(new Event('beforeunload', {cancelable: true}), 'timeStamp', {value: performance.now() + 60_000});
    expect(window.dispatchEvent(muchLater)).to.equal(false);
  });

  it('is not asked where the page opens all its links in new tabs', async () => {
    await begun();
    const base = document.createElement('base');
    base.target = '_blank';
    document.head.append(base);
    press(document.getElementById('away'));
    const asks = asksBeforeLeaving();
    base.remove();
    expect(asks).to.equal(false);
  });
});
