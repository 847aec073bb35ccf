import {fixture, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {exampleEndpoint, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {choose, focused, write} from '../../support/care-feedback/form-person.js';
import {eventually} from '../../support/eventually.js';
import {goTo, openForm} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(async () => {
  endpoint.remove();
  document.querySelectorAll('care-feedback').forEach((each) => each.remove());
  await setViewport({width: 800, height: 600});
});

/** A site's header and footer that stay on the screen, this high each. */
const bars = 80;

describe('on a site whose header and footer stay on the screen', () => {
  it('nothing that has the focus is hidden behind them, forwards and backwards', async () => {
    await setViewport({width: 390, height: 664});
    await fixture(html`
      <div>
        <header style="position: fixed; inset: 0 0 auto; block-size: ${bars}px; background: white; z-index: 9">Header</header>
        <footer style="position: fixed; inset: auto 0 0; block-size: ${bars}px; background: white; z-index: 9">Footer</footer>
      </div>
    `);
    const form = await openForm();
    await goTo(form, 'story', {experience: (each) => choose(each, 'Poor')});
    await write(form, 'What happened? (optional)', 'They were kind.');
    await standsStill();
    for (const way of ['forwards', 'backwards']) {
      for (let steps = 0; steps < 14; steps += 1) {
        if (way === 'backwards') await sendKeys({down: 'Shift'});
        await sendKeys({press: 'Tab'});
        if (way === 'backwards') await sendKeys({up: 'Shift'});
        const at = focused(form);
        // Out of the form, the rest is the page's.
        if (!at) break;
        // The page moves once the key is up, which on a busy machine is a little after the press.
        await eventually(() => isSeen(at), () => `${way}: ${at.outerHTML.slice(0, 60)} is hidden, at ${Math.round(at.getBoundingClientRect().top)}`);
      }
    }
  });
});

function isSeen(at: Element): boolean {
  const {top, bottom} = at.getBoundingClientRect();
  // A field that is taller than what is left between the two shows its beginning or its end.
  const isTall = bottom - top > 664 - 2 * bars;
  return isTall || (top >= bars && bottom <= 664 - bars);
}

/** Parts that come later are there: a field is brought into view as far as the page is long by then. */
async function standsStill(): Promise<void> {
  let [height, looks] = [0, 0];
  await eventually(() => {
    const {scrollHeight} = document.documentElement;
    looks = scrollHeight === height ? looks + 1 : 0;
    height = scrollHeight;
    return looks > 50;
  }, 'a page that no longer grows');
}
