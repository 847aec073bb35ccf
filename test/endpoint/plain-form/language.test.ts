import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openFormEndpoint, receiver, type FormEndpoint} from '../../support/plain-form/example.js';
import {follow} from '../../support/plain-form/page-person.js';

let endpoint: FormEndpoint;

beforeAll(async () => {
  endpoint = await openFormEndpoint();
});
afterAll(() => endpoint.close());

describe('a link to the plain form in a language that the receiver does not read', () => {
  it('leads to pages in that language, whose receiver’s own words say that they are in another', async () => {
    expect(receiver.languages).toEqual(['en']);
    const {page} = await follow(endpoint, '/feedback?lang=en-XA&service=1-1000000001');
    // The pseudo-locale: every text that went through the catalogue ends so.
    expect(page.heading).toMatch(/~\]$/);
    expect(page.controls.filter(({name}) => name === 'relationship').map(({label}) => label).every((label) => label.endsWith('~]'))).toBe(true);
    expect(page.html).toContain('<html lang="en-xa" dir="ltr">');
    expect(page.html).toContain(`<dd lang="en" dir="ltr">${receiver.readHours}</dd>`);
  });

  it('is in English where there are no words in it', async () => {
    const {page} = await follow(endpoint, '/feedback?lang=tlh');
    expect(page.heading).toBe('Tell us what care was like');
    expect(page.html).toContain('<html lang="en" dir="ltr">');
  });
});
