import {fixture, html, oneEvent} from '@open-wc/testing';
import '../../../src/define/care-rating.js';
import type {ServiceRating} from '../../../src/contract/rating.js';
import type {CareRating} from '../../../src/elements/care-rating/care-rating.js';
import {eventually} from '../eventually.js';
import {endpointWith, json, origin} from './rating-endpoint.js';

type Attributes = Record<string, string>;

/** What a snippet holds: a link, and no rating. */
export const fallback = 'Example House at www.cqc.org.uk: its own page';

/** Puts a tag with these attributes onto the page. */
export async function putTag(attributes: Attributes = {endpoint: origin, service: '1-1000000001'}, properties: Partial<CareRating> = {}): Promise<CareRating> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const tag = document.createElement('care-rating');
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  Object.assign(tag, properties);
  const link = document.createElement('a');
  link.href = 'https://www.cqc.org.uk/location/1-1000000001';
  link.textContent = fallback;
  tag.append(link);
  holder.append(tag);
  return tag;
}

/** Waits for what an endpoint tells of a service, as the tag shows it. */
export async function shown(rating: ServiceRating, attributes: Attributes = {}): Promise<CareRating> {
  const endpoint = endpointWith({'/v1/services/': json(rating)});
  try {
    const tag = await putTag({endpoint: origin, service: '1-1000000001', ...attributes});
    await oneEvent(tag, 'care-rating-shown');
    return tag;
  } finally {
    endpoint.remove();
  }
}

/** The words that can be read in the element now; those of the page, where it shows these. */
export function read(tag: CareRating): string {
  const {innerText = ''} = tag.shadowRoot!.querySelector<HTMLElement>('.surface') ?? tag;
  return innerText.replace(/\s+/g, ' ').trim();
}

/** Waits until the tag shows more than the page's own words. */
export async function arrives(tag: CareRating): Promise<void> {
  await eventually(() => tag.shadowRoot?.querySelector('.surface'), () => `more than: ${read(tag)}`);
}

/** What is told to the page's developer until `end` is called. */
export function console_(kind: 'error' | 'warn'): {lines: string[]; end(): void} {
  const real = console[kind];
  const lines: string[] = [];
  console[kind] = (...said: unknown[]) => void lines.push(String(said[0]));
  return {lines, end: () => void (console[kind] = real)};
}
