import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {shiftOn, textBelow, views} from '../../bench/running/shift.js';
import {rooms, snippetFor} from '../../tools/room.js';
import {startWebsite, type Website} from '../support/embed/hosts.js';
import {openPage} from '../support/open-page.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const visit = visitDemo();
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** What a page may move under somebody’s eyes, cumulative layout shift. */
const most = 0.05;

let website: Website;
beforeAll(async () => {
  website = await startWebsite();
});
afterAll(() => website?.close());

async function expectStill(address: string): Promise<void> {
  await Promise.all(views.map(async (view) => {
    const page = await openPage(visit.browser);
    expect((await shiftOn(page, address, view)).moved, `at ${view.width} px`).toBeLessThanOrEqual(most);
    await page.close();
  }));
}

describe('a page with a screenful of text under the snippet', () => {
  it.each(Object.keys(rooms))('does not move under somebody’s eyes when the element comes, on a phone or a desktop: %s', async (tag) => {
    const snippet = snippetFor(readme, tag).replaceAll('http://127.0.0.1:4000', visit.demo.endpoint);
    const address = website.put({
      head: '<meta name="viewport" content="width=device-width">',
      body: `${snippet}${textBelow}<script type="module" src="${visit.demo.endpoint}/elements/v1/care-elements.js"></script>`,
    });
    await expectStill(address);
  });
});

describe('the charity’s page', () => {
  it('does not move either', () => expectStill(`${visit.demo.charity}/`));
});
