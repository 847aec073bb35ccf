import type {Dependencies} from './dependencies.js';

/** All by which people may have named it. A provider may have the code of its only place: then that is the place's. */
export async function idsOf(id: string, service: {id: string; odsCode?: string | undefined} | undefined, {store}: Pick<Dependencies, 'store'>): Promise<string[]> {
  if (!service) return [id];
  const {odsCode} = service;
  const isItsOwn = odsCode !== undefined && (await store.service(odsCode))?.id === service.id;
  return isItsOwn ? [service.id, odsCode] : [service.id];
}
