import {isServiceId} from '../../contract/service-id.js';
import {InvalidResponseError} from '../../delivery/client/invalid-response-error.js';
import type {Concealment} from './conspicuous.js';
import type {RatingAttributes} from './tag.js';

// What only the page's developer reads.

/** Tells which attribute to look at, and why nothing can be shown. */
export function explainFailure(tag: RatingAttributes, error: unknown): void {
  const [attribute, reason] = faultIn(tag) ?? [tag.rating ? 'rating' : tag.src ? 'src' : 'endpoint', error instanceof InvalidResponseError ? error.reason : String(error)];
  console.error(`<care-rating>, attribute "${attribute}": ${reason} What is between the tags stays.`);
}

/** Tells that the rating is there, and that people cannot see it. */
export function explainConcealed(element: Element, how: Concealment): void {
  console.warn(`<care-rating>: the rating ${concealments[how]} Regulation 20A asks a provider to show it where people cannot miss it.`, element);
}

/** Tells that the data is too old to show a rating by. */
export function explainTooOld(asOf: string): void {
  console.warn(`<care-rating>: the data is of ${asOf}, more than 28 days ago, so no rating is shown. Import newer data.`);
}

const concealments: Record<Concealment, string> = {
  hidden: 'is hidden, by display, visibility or opacity, or stands beside the page.',
  small: 'is too small to be read.',
  covered: 'is covered, or cut off.',
};

/** What can be seen in the tag itself: the attribute, and what to do. */
function faultIn({endpoint, service, provider, src, rating}: RatingAttributes): [string, string] | undefined {
  const [attribute, id] = provider ? ['provider', provider] : ['service', service];
  if (rating || src) return undefined;
  if (!id) return [attribute, 'Write the CQC id of the service, such as 1-1000000001.'];
  if (!isServiceId(id)) return [attribute, `${id} is not a CQC id, such as 1-1000000001, nor an ODS code.`];
  if (!endpoint) return ['endpoint', 'Write the address of the endpoint: the script on this page comes from none, or from more than one.'];
  return /^https?:\/\//.test(endpoint) ? undefined : ['endpoint', 'It is not a whole https address, such as https://central.example.'];
}
