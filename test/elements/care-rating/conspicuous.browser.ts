import {expect} from '@open-wc/testing';
import type {CareRating} from '../../../src/elements/care-rating/care-rating.js';
import {loadLazy} from '../../../src/elements/care-rating/load-rating.js';
import {house} from '../../support/care-rating/ratings.js';
import {console_, shown} from '../../support/care-rating/rating-reader.js';

let told: ReturnType<typeof console_>;
let looks: (() => void)[] = [];
const {setTimeout: soon} = window;

beforeEach(() => {
  told = console_('warn');
  looks = [];
  // The element lets a page come to rest for a second first. Here it has come to rest when `rest` says so.
  window.setTimeout = ((then: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) => (wait === 1000 ? looks.push(() => then(...given)) : soon(then, wait, ...given))) as typeof setTimeout;
});
afterEach(() => {
  window.setTimeout = soon;
  told.end();
  document.adoptedStyleSheets = [];
  document.querySelectorAll('.cover').forEach((each) => each.remove());
});

/** Until all is drawn and whoever watches has been told of it, and the page has come to rest. */
async function rest(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((then) => soon(then, 0));
  await Promise.all(document.getAnimations().map(({finished}) => finished));
  for (const look of looks.splice(0)) look();
  // What tells is loaded first.
  await loadLazy();
  await new Promise((then) => soon(then, 0));
}

async function onPageWith(style: string): Promise<CareRating> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  const tag = await shown(house(), {display: 'badge'});
  await rest();
  return tag;
}

const hidden = 'is hidden, by display, visibility or opacity, or stands beside the page.';
const small = 'is too small to be read.';
const covered = 'is covered, or cut off.';

describe('a page that keeps people from seeing a rating', () => {
  const ways: [string, string, string][] = [
    ['does not draw it', 'care-rating { display: none !important; }', hidden],
    ['draws nothing around it', 'div:has(> care-rating) { display: none; }', hidden],
    ['makes it invisible', 'care-rating { visibility: hidden; }', hidden],
    ['lets one see through it', 'div:has(> care-rating) { opacity: 0; }', hidden],
    ['puts it left of the page', 'care-rating { position: absolute; left: -9999px; }', hidden],
    ['puts it above the page', 'care-rating { position: absolute; top: -9999px; }', hidden],
    ['makes its words tiny', 'care-rating { --care-font-size: 4px; }', small],
    ['makes it one pixel large', 'care-rating { display: block; inline-size: 1px; block-size: 1px; overflow: hidden; }', small],
    ['cuts it off', 'care-rating { display: block; block-size: 40px; overflow: hidden; }', covered],
    ['clips it', 'care-rating { display: block; clip-path: inset(0 60% 0 0); }', covered],
    ['stands before it', 'body::after { content: ""; position: fixed; inset: 0; background: white; }', covered],
  ];
  for (const [what, style, how] of ways) {
    it(`${what}: its developer is told, once`, async () => {
      const tag = await onPageWith(style);
      tag.requestUpdate();
      scrollBy(0, 1);
      await rest();
      expect(told.lines).to.deep.equal([`<care-rating>: the rating ${how} Regulation 20A asks a provider to show it where people cannot miss it.`]);
    });
  }

  it('is told no second time when people come by again', async () => {
    const tag = await onPageWith('care-rating { --care-font-size: 4px; } .away { display: block; position: relative; top: 5000px; }');
    for (const isAway of [true, false, true, false]) {
      tag.classList.toggle('away', isAway);
      await rest();
    }
    expect(told.lines).to.have.length(1);
  });

  it('is told even where it does so later', async () => {
    await onPageWith('');
    expect(told.lines).to.deep.equal([]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('care-rating { display: none !important; }');
    document.adoptedStyleSheets = [sheet];
    await rest();
    expect(told.lines).to.have.length(1);
  });
});

describe('a page that shows it', () => {
  const ways: [string, string][] = [
    ['as it is', ''],
    ['further down than the window', 'div:has(> care-rating) { margin-block-start: 3000px; }'],
    ['narrow', 'care-rating { display: block; inline-size: 240px; }'],
    ['by fading it in', '@keyframes come { from { opacity: 0; } } care-rating { display: block; animation: come 0.5s; }'],
    ['where nothing can be pressed', 'care-rating { pointer-events: none; }'],
  ];
  for (const [what, style] of ways) {
    it(`${what}: nothing is said`, async () => {
      await onPageWith(style);
      expect(told.lines).to.deep.equal([]);
    });
  }
});
