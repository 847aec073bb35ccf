import type {Place, PlaceRatings, RatedService, RatedServiceList} from '../../contract/place.js';
import {placeRatings, ratedServices} from '../../domain/ratings/place-ratings.js';
import {onceEach} from '../../domain/search/registrations.js';
import type {Places} from '../dependencies.js';
import {encodedBody, type Encoded} from '../http/encoded-response.js';
import type {PlaceServices, Store} from '../store/store.js';

type PlaceStore = Pick<Store, 'directoryRevision' | 'places' | 'servicesIn'>;

// England's largest areas have about two thousand services, whose lists and counts take some 5 MB.
const mostPlaces = 32;

interface Kept {
  ratings: Promise<Encoded>;
  services: readonly RatedService[];
  /** By kind, and all under the empty one; made when somebody asks. */
  lists: Map<string, Promise<Encoded>>;
}

/**
 * The store's areas. The answers of those that were asked for last are kept in
 * memory, until an import ends. Rejects with `StoreUnavailable` when the store does not answer.
 */
export function createPlaces(store: PlaceStore): Places {
  let revision: number | undefined;
  let names: Promise<Place[]> | undefined;
  let kept = new Map<string, Promise<Kept | undefined>>();

  /** Forgets what was before the last import. When the store does not answer, what was read before still helps. */
  async function catchUp(): Promise<void> {
    const now = await store.directoryRevision().catch((error: unknown) => revision ?? Promise.reject(error));
    if (now === revision) return;
    revision = now;
    names = undefined;
    kept = new Map();
  }

  async function placeNow(id: string): Promise<Kept | undefined> {
    await catchUp();
    const key = id.toLowerCase();
    const place = kept.get(key) ?? read(id);
    hold(key, place);
    return place;
  }

  /** Keeps it as the one asked for last. What is not there is not kept: anybody could fill the memory with names. */
  function hold(key: string, place: Promise<Kept | undefined>): void {
    const among = kept;
    among.delete(key);
    among.set(key, place);
    const forget = () => void (among.get(key) === place && among.delete(key));
    place.then((there) => there ?? forget(), forget);
    const [oldest] = among.keys();
    if (among.size > mostPlaces && oldest !== undefined) among.delete(oldest);
  }

  async function read(id: string): Promise<Kept | undefined> {
    const found = await store.servicesIn(id);
    if (!found) return undefined;
    return {ratings: encodedJson(ratingsOf(found)), services: listOf(found).services, lists: new Map()};
  }

  return {
    async list() {
      await catchUp();
      const reading = (names ??= store.places().then(byName));
      reading.catch(() => (names = undefined));
      return reading;
    },
    ratings: async (id) => (await placeNow(id))?.ratings,
    async services(id, kind) {
      const place = await placeNow(id);
      if (!place) return undefined;
      const key = kind ?? '';
      const list = place.lists.get(key) ?? encodedJson({services: place.services.filter(({service}) => kind === undefined || service.kinds.includes(kind))} satisfies RatedServiceList);
      place.lists.set(key, list);
      return list;
    },
  };
}

/** The answer of `GET /v1/places/{id}`. */
export function ratingsOf({place, services, asOf}: PlaceServices): PlaceRatings {
  return placeRatings(place, servicesOnce(services), asOf);
}

/** The answer of `GET /v1/places/{id}/services`. */
export function listOf({services}: PlaceServices): RatedServiceList {
  return {services: ratedServices(servicesOnce(services))};
}

/** A service with several registrations is one, rated as the registration that CQC has published of last. */
function servicesOnce(services: PlaceServices['services']): PlaceServices['services'] {
  const published = ({rating}: PlaceServices['services'][number]) => (rating?.status.kind === 'registered' ? (rating.overall?.published ?? '') : '');
  return onceEach(services, (one, other) => published(one) > published(other));
}

/** As people look for them. */
export function byName(places: readonly Place[]): Place[] {
  const order = new Intl.Collator('en-GB');
  return [...places].sort((one, other) => order.compare(one.name, other.name) || order.compare(one.id, other.id));
}

function encodedJson(value: unknown): Promise<Encoded> {
  return encodedBody(Buffer.from(JSON.stringify(value)), 5);
}
