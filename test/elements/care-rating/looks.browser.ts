import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import type {ServiceRating} from '../../../src/contract/rating.js';
import type {CareRating} from '../../../src/elements/care-rating/care-rating.js';
import {eventually} from '../../support/eventually.js';
import {endpointWith, json, origin} from '../../support/care-rating/rating-endpoint.js';
import {asked, daysAgo, house, said} from '../../support/care-rating/ratings.js';
import {arrives, console_, putTag, shown} from '../../support/care-rating/rating-reader.js';

const rated = house({
  overall: said('requires-improvement', '2024-08-30'),
  keyQuestions: asked(said('inadequate', '2025-10-05'), said('good', '2024-08-30'), said('outstanding', '2024-08-30'), said('requires-improvement', '2024-08-30'), said('requires-improvement', '2025-10-05')),
  services: [{name: 'Urgent and emergency services', overall: said('inadequate'), keyQuestions: asked(said('inadequate'))}],
  history: [said('good', '2015-01-02')],
});

/** Everything that an element can look like. */
const looks: [string, ServiceRating, string][] = [
  ['badge', rated, 'badge'],
  ['summary', rated, 'summary'],
  ['full', rated, 'full'],
  ['closed', house({status: {kind: 'closed', on: '2025-03-31', successor: {id: '1-1000000004', name: 'Example Lodge'}}}), 'summary'],
  ['a long name', {...house(), service: {...house().service, name: 'Example Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and District Practice'}}, 'badge'],
  ['fifteen days old', house({asOf: daysAgo(15)}), 'badge'],
  ['another word', house({overall: {rating: null, label: 'Insufficient evidence to rate'}}), 'summary'],
];

async function everyLook(look: (tag: CareRating, name: string) => unknown): Promise<void> {
  for (const [name, rating, display] of looks) {
    const tag = await shown(rating, {display});
    tag.shadowRoot!.querySelectorAll('details').forEach((each) => (each.open = true));
    await look(tag, name);
    tag.remove();
  }
}

let told: ReturnType<typeof console_>;
beforeEach(() => (told = console_('warn')));
afterEach(async () => {
  told.end();
  document.adoptedStyleSheets = [];
  await setViewport({width: 800, height: 600});
});

describe('every look of a rating', () => {
  it('is accessible', async () => {
    await everyLook((tag) => expect(tag).to.be.accessible());
  });

  // Firefox lets no test force colours; the end-to-end tests start it with colours forced.
  if (!navigator.userAgent.includes('Firefox')) {
    it('is accessible in forced colours', async () => {
      await emulateMedia({forcedColors: 'active'});
      await everyLook((tag) => expect(tag).to.be.accessible()).finally(() => emulateMedia({forcedColors: 'none'}));
    });
  }

  it('fits 320 pixels without scrolling sideways, and can be hit with a thumb', async () => {
    await setViewport({width: 320, height: 640});
    await everyLook((tag, name) => {
      expect(document.documentElement.scrollWidth, name).to.be.at.most(320);
      for (const fold of tag.shadowRoot!.querySelectorAll('summary')) expect(fold.getBoundingClientRect().height, name).to.be.at.least(24);
    });
  });

  it('has no style attribute, which a strict page would refuse, and no id', async () => {
    await everyLook((tag, name) => expect(tag.shadowRoot!.querySelectorAll('[style], style, [id]').length, name).to.equal(0));
  });

  it('shows neither picture nor mark of CQC', async () => {
    await everyLook((tag, name) => expect(tag.shadowRoot!.querySelectorAll('img, image, use, picture, object').length, name).to.equal(0));
  });
});

describe('the page around', () => {
  const hostile = `
    html { font-size: 62.5%; letter-spacing: 1em; }
    * { color: red; }
    svg, path, b, dl, dt, dd, h2, p { display: inline !important; font-size: 3px !important; color: red !important; fill: red !important; position: absolute !important; }
    .surface, .overall, .hint { display: none !important; }
  `;

  it('changes nothing in the rating by its own style', async () => {
    const tag = await shown(rated, {display: 'full'});
    const look = () => [...tag.shadowRoot!.querySelectorAll('.surface, .surface *')].map((each) => {
      const {fontSize, color, display, position, letterSpacing, fill} = getComputedStyle(each);
      return {fontSize, color, display, position, letterSpacing, fill};
    });
    const before = look();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(hostile);
    document.adoptedStyleSheets = [sheet];
    expect(look()).to.deep.equal(before);
  });

  it('can give each rating a colour of its own by its part', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('care-rating::part(good) { color: rgb(1, 2, 3); }');
    document.adoptedStyleSheets = [sheet];
    const tag = await shown(house());
    expect(getComputedStyle(tag.shadowRoot!.querySelector('.overall b')!).color).to.equal('rgb(1, 2, 3)');
  });
});

describe('a rating on a page in another language', () => {
  it('runs from left to right in English on a page that runs the other way', async () => {
    const endpoint = endpointWith({'/v1/services/': json(house())});
    const holder = await fixture<HTMLElement>(html`<div dir="rtl" lang="ar"><care-rating endpoint=${origin} service="1-1000000001"></care-rating></div>`);
    const tag = holder.querySelector<CareRating>('care-rating')!;
    await arrives(tag);
    endpoint.remove();
    expect(getComputedStyle(tag.shadowRoot!.querySelector('h2')!).direction).to.equal('ltr');
  });
});

describe('the room that a rating takes', () => {
  it('is that of the page’s own words until it comes, as what the page gives it is the page’s to say', async () => {
    let answer: ((response: Response) => void) | undefined;
    const endpoint = endpointWith({'/v1/services/': () => new Promise((resolve) => (answer = resolve))});
    const tag = await putTag({endpoint: origin, service: '1-1000000001'});
    const words = tag.querySelector('a')!;
    await eventually(() => answer, 'a question to the endpoint');
    expect(tag.getBoundingClientRect().height).to.be.closeTo(words.getBoundingClientRect().height, 8);
    const isShown = oneEvent(tag, 'care-rating-shown');
    answer!(Response.json(house()));
    await isShown;
    endpoint.remove();
    expect(tag.getBoundingClientRect().height).to.be.greaterThan(200);
  });

  it('is none where nothing can be shown and nothing stands between the tags', async () => {
    const endpoint = endpointWith();
    const errors = console_('error');
    const tag = await putTag();
    tag.replaceChildren();
    await oneEvent(tag, 'care-rating-unavailable');
    endpoint.remove();
    await eventually(() => errors.lines.length, 'a line for the page’s developer');
    errors.end();
    expect(tag.getBoundingClientRect().height).to.equal(0);
  });

  it('is never taken by a tag that does not say whose rating to show', async () => {
    const errors = console_('error');
    const tag = await putTag({endpoint: origin});
    const {height} = tag.querySelector('a')!.getBoundingClientRect();
    for (const when of ['before', 'after']) {
      await tag.updateComplete;
      expect(tag.getBoundingClientRect().height, when).to.be.closeTo(height, 4);
      if (when === 'before') await oneEvent(tag, 'care-rating-unavailable');
    }
    await eventually(() => errors.lines.length, 'a line for the page’s developer');
    errors.end();
  });
});
