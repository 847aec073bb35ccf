import type {Service} from '../../../src/contract/service.js';
import type {ServiceOrigin} from '../../../src/domain/ratings/directory-row.js';
import type {DirectoryImports, ImportRows} from '../../../src/endpoint/store/directory-import.js';
import {exampleDay} from './submission-examples.js';

/** One whole import. */
export async function putRows(store: DirectoryImports, rows: Partial<ImportRows>, origin: ServiceOrigin = 'import') {
  const run = await store.startImport(origin);
  const counts = await store.importRows(run, {services: [], ratings: [], ...rows});
  await store.endImport(run);
  return counts;
}

/** One whole import of services, all of which is known of them. */
export async function putServices(store: DirectoryImports, services: readonly Service[], origin: ServiceOrigin) {
  const counts = await putRows(store, {services: services.map((service) => ({service, asOf: exampleDay}))}, origin);
  return counts.services;
}
