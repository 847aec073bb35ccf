import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendMouse, setViewport} from '@web/test-runner-commands';
import '../../../src/define/care-rating.js';
import '../../../src/define/care-signpost.js';
import type {CareRating} from '../../../src/elements/care-rating/care-rating.js';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {eventually} from '../../support/eventually.js';
import {allBut, pageWith} from '../../support/elements/frame.js';
import {endpointWith, origin} from '../../support/care-rating/rating-endpoint.js';
import {house} from '../../support/care-rating/ratings.js';

const room = 700;
const svg = html`<svg width="1" height=${room} aria-hidden="true"></svg>`;
const endOf = (element: Element) => Math.round(element.getBoundingClientRect().bottom);
const belowIn = (whole: Element) => whole.querySelector('.below')!;
/** What the element draws ends here. */
const needed = (tag: CareRating) => Math.round(tag.shadowRoot!.querySelector('.surface')!.getBoundingClientRect().bottom);

/** A page with a rating that comes once `answer` is called. */
async function page({start = 0, padding = ''} = {}): Promise<{whole: HTMLElement; tag: CareRating; below: Element; answer: (status?: number) => Promise<void>}> {
  let reply: ((response: Response) => void) | undefined;
  const endpoint = endpointWith({'/v1/services/': () => new Promise((resolve) => (reply = resolve))});
  const whole = await fixture<HTMLElement>(html`
    <div>
      <style>.above { block-size: ${start}px } care-rating { ${padding} }</style>
      <div class="above"></div>
      <care-rating endpoint=${origin} service="1-1000000001" display="badge"><p><a href="#x">Example House</a></p>${svg}</care-rating>
      <p class="below">What stands below.</p>
    </div>
  `);
  const tag = whole.querySelector('care-rating')!;
  await eventually(() => reply, 'a question to the endpoint');
  return {
    whole, tag, below: belowIn(whole),
    async answer(status = 200) {
      const ended = oneEvent(tag, status === 200 ? 'care-rating-shown' : 'care-rating-unavailable');
      reply!(Response.json(status === 200 ? house() : {title: 'Not found', status}, {status}));
      await ended;
      endpoint.remove();
    },
  };
}

/** Until whatever is watched has been seen twice. */
const twoFrames = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));

describe('the room that a page has given an element', () => {
  beforeEach(() => setViewport({width: 800, height: 900}));

  for (const padding of ['', 'padding: 1em; border: 5px solid']) {
    it(`is kept when the element comes, and given back once somebody uses it ${padding}`, async () => {
      const {tag, below, answer} = await page({padding});
      const before = endOf(below);
      await answer();
      await twoFrames();
      expect(endOf(below)).to.equal(before);
      expect(needed(tag)).to.be.below(room - 100);

      const {left, top} = tag.getBoundingClientRect();
      await sendMouse({type: 'click', position: [Math.round(left) + 30, Math.round(top) + 30]});
      expect(endOf(tag) - needed(tag)).to.be.below(25);
      expect(endOf(below)).to.be.below(before - 100);
    });
  }

  it('is not given back where somebody presses beside it, whose target would move away', async () => {
    const {below, answer} = await page();
    const before = endOf(below);
    await answer();
    below.dispatchEvent(new MouseEvent('click', {bubbles: true}));
    await twoFrames();
    expect(endOf(below)).to.equal(before);
  });

  it('is given back below the view, where nobody sees it', async () => {
    const {tag, answer} = await page({start: 1000});
    await answer();
    await eventually(() => endOf(tag) === needed(tag));
  });

  it('is given back once what is needed ends below the view, and not before', async () => {
    const {tag, answer, whole} = await page({start: 500});
    await answer();
    await twoFrames();
    expect(endOf(tag)).to.be.above(needed(tag) + 100);
    whole.querySelector('style')!.append('.above { block-size: 800px !important }');
    await eventually(() => endOf(tag) === needed(tag));
  });

  it('is given back the same where nothing comes, and the link stays', async () => {
    const {tag, below, answer} = await page();
    const before = endOf(below);
    await answer(404);
    await twoFrames();
    expect(endOf(below)).to.equal(before);
    tag.querySelector('p')!.click();
    expect(tag.getBoundingClientRect().height).to.be.below(100);
    expect(tag.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  it('is kept by an element that shows itself at once, as by one that waits', async () => {
    // In a page of its own, where the tag stood before the script came.
    await fixture(html`<style>iframe { inline-size: 800px; block-size: 5000px }</style>`);
    const tag = await pageWith('care-signpost', '<p>What stands above.</p><care-signpost><p>Who can help</p><svg width="1" height="4000" aria-hidden="true"></svg></care-signpost>', allBut(''));
    const surface = await eventually(() => tag.shadowRoot?.querySelector('.surface'));
    expect(tag.getBoundingClientRect().height).to.be.at.least(4000);
    expect(surface.getBoundingClientRect().height).to.be.below(3900);
    tag.ownerDocument.defaultView!.frameElement!.remove();
  });

  it('is what the element needs where the page gives none', async () => {
    const tag = await fixture<CareSignpost>(html`<care-signpost><p>Who can help</p></care-signpost>`);
    expect(endOf(tag)).to.equal(endOf(tag.shadowRoot!.querySelector('.surface')!));
  });
});
