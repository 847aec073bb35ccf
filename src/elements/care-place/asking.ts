import {isWebAddress} from '../../contract/addresses.js';
import {sharedOnPage} from '../../contract/page.js';
import type {PlaceRatings, RatedService} from '../../contract/place.js';
import {fetchPlace, fetchPlaceServices, placeAt, placeServicesAt} from '../../delivery/places.js';
import {Unusable} from '../../delivery/unusable.js';

/** What the tag says of which area to show, and where it is. */
export interface Tag {
  endpoint?: string | null;
  place?: string | null;
  src?: string | null;
}

/** How the services of the tag's area are rated; throws Unusable with the reason, or what `signal` was aborted with. */
export async function placeOf({endpoint, place, src}: Tag, signal: AbortSignal): Promise<PlaceRatings> {
  if (src) return placeAt(new URL(src, document.baseURI), signal);
  return fetchPlace(endpointFrom(endpoint), idFrom(place), signal);
}

/** The services there, each with its ratings: those of a file lie beside it, in a folder of its name. */
export async function servicesOf({endpoint, place, src}: Tag, signal: AbortSignal): Promise<RatedService[]> {
  if (!src) return fetchPlaceServices(endpointFrom(endpoint), idFrom(place), signal);
  const address = new URL(src, document.baseURI);
  address.pathname = address.pathname.replace(/(\.json)?$/, '/services.json');
  return placeServicesAt(address, signal);
}

/** Tells the page's developer which attribute to look at, and why nothing can be shown. */
export function tellWhyNot({place, src}: Tag, error: unknown): void {
  const attribute = src ? 'src' : place ? 'endpoint' : 'place';
  console.error(`<care-place>, attribute "${attribute}": ${error instanceof Unusable ? error.reason : String(error)} What is between the tags stays.`);
}

function endpointFrom(given: string | null | undefined): URL {
  const [origin, other] = sharedOnPage().origins;
  const address = given || (other ? undefined : origin);
  if (!address || !isWebAddress(address)) throw new Unusable('Write the whole https address of an endpoint into it, such as https://central.example.');
  return new URL(address);
}

/** An area goes by its id, or by its name as CQC writes it: the endpoint makes the one of the other in this way. */
function idFrom(place: string | null | undefined): string {
  const id = (place ?? '').normalize('NFD').replace(/[\p{M}'’]/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (!id) throw new Unusable('Write the name of a local authority, such as Kingston upon Thames.');
  return id;
}
