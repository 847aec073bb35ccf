import type {PlaceRatings, RatedService} from '../../contract/place.js';
import {fetchPlace, fetchPlaceServices, placeAt, placeServicesAt} from '../../delivery/client/fetch-places.js';
import {InvalidResponseError} from '../../delivery/client/invalid-response-error.js';
import {endpointAddress} from '../shared/endpoint-address.js';

/** What the tag says of which area to show, and where it is. */
export interface PlaceAttributes {
  endpoint?: string | null;
  place?: string | null;
  src?: string | null;
}

/** How the services of the tag's area are rated; throws InvalidResponseError with the reason, or what `signal` was aborted with. */
export async function loadPlace({endpoint, place, src}: PlaceAttributes, signal: AbortSignal): Promise<PlaceRatings> {
  if (src) return placeAt(new URL(src, document.baseURI), signal);
  return fetchPlace(endpointAddress(endpoint), placeId(place), signal);
}

/** The services there, each with its ratings: those of a file lie beside it, in a folder of its name. */
export async function loadServices({endpoint, place, src}: PlaceAttributes, signal: AbortSignal | undefined): Promise<RatedService[]> {
  if (!src) return fetchPlaceServices(endpointAddress(endpoint), placeId(place), signal);
  const address = new URL(src, document.baseURI);
  address.pathname = address.pathname.replace(/(\.json)?$/, '/services.json');
  return placeServicesAt(address, signal);
}

/** An area goes by its id, or by its name as CQC writes it: the endpoint makes the one of the other in this way. */
function placeId(place: string | null | undefined): string {
  const id = (place ?? '').normalize('NFD').replace(/[\p{M}'’]/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (!id) throw new InvalidResponseError('Write the name of a local authority, such as Kingston upon Thames.');
  return id;
}
