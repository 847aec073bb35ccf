import {Place} from '../../contract/place.js';
import {oneLine, placeId} from './place-id.js';

/** The area of a local authority, by the name that CQC gives it; `undefined` where there is none. */
export function placeNamed(name: unknown): Place | undefined {
  if (typeof name !== 'string') return undefined;
  const place = Place.safeParse({id: placeId(name), name: oneLine(name)});
  return place.success ? place.data : undefined;
}
