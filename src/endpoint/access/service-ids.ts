import type {Dependencies} from '../dependencies.js';

/** All by which people may have named it or another registration of the same service. */
export async function everyIdOf(id: string, service: {id: string; odsCode?: string | undefined} | undefined, dependencies: Pick<Dependencies, 'store' | 'directory'>): Promise<string[]> {
  if (!service) return [id];
  const together = (await dependencies.directory.registrations([service.id])).get(service.id.toLowerCase()) ?? [service];
  return (await Promise.all(together.map((each) => idsOf(each.id, each, dependencies)))).flat();
}

/** All by which people may have named it. A provider may have the code of its only place: then that is the place's. */
export async function idsOf(id: string, service: {id: string; odsCode?: string | undefined} | undefined, {store}: Pick<Dependencies, 'store'>): Promise<string[]> {
  if (!service) return [id];
  const {odsCode} = service;
  const isItsOwn = odsCode !== undefined && (await store.service(odsCode))?.id === service.id;
  return isItsOwn ? [service.id, odsCode] : [service.id];
}
