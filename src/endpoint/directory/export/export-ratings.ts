import type {PlaceList, PlaceRatings, RatedServiceList} from '../../../contract/place.js';
import {ServiceId, Slug} from '../../../contract/identifiers.js';
import type {ServiceRating} from '../../../contract/rating.js';
import {byName, listOf, ratingsOf} from '../place-index.js';
import type {Store} from '../../store/store.js';
import type {StaticFiles} from './static-files.js';

type RatingStore = Pick<Store, 'directoryRevision' | 'ratings' | 'places' | 'servicesIn'>;

/** How many files there are, and how many of them were new or other than before. */
export interface Exported {
  ratings: number;
  places: number;
  written: number;
}

const atATime = 100;

/**
 * Writes what the endpoint answers about ratings and areas as files, which any web
 * server or CDN can serve in its place. Removes none. `tell` is told how far it is.
 *
 * Ids are file names: they hold letters, digits and hyphens alone, and no two of them
 * differ in case only, so that a file system that knows no case keeps them apart.
 */
export async function exportRatings(store: RatingStore, files: StaticFiles, tell: (exported: Exported) => void): Promise<Exported> {
  for (;;) {
    const revision = await store.directoryRevision();
    const exported = await exportOnce(store, files, tell);
    // What was written while an import ended is partly from before it.
    if ((await store.directoryRevision()) === revision) return exported;
  }
}

async function exportOnce(store: RatingStore, files: StaticFiles, tell: (exported: Exported) => void): Promise<Exported> {
  const exported: Exported = {ratings: 0, places: 0, written: 0};

  async function write(path: string, answer: PlaceList | PlaceRatings | RatedServiceList | ServiceRating): Promise<void> {
    if (await files.write(path, JSON.stringify(answer))) exported.written += 1;
  }

  const places = byName(await store.places());
  await write('v1/places.json', {places});
  for (const {id} of places.filter((place) => Slug.safeParse(place.id).success)) {
    const place = await store.servicesIn(id);
    if (!place) continue;
    await write(`v1/places/${id}.json`, ratingsOf(place));
    await write(`v1/places/${id}/services.json`, listOf(place));
    exported.places += 1;
    tell(exported);
  }

  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Awaited<ReturnType<Store['ratings']>> = await store.ratings({after, limit: atATime});
    const ratings = page.ratings.filter(({service}) => ServiceId.safeParse(service.id).success);
    await Promise.all(ratings.map((rating) => write(`v1/services/${rating.service.id}/rating.json`, rating)));
    exported.ratings += ratings.length;
    tell(exported);
    after = page.next;
  }
  return exported;
}
