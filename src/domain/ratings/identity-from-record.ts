import {isRecord} from '../../contract/guarding.js';
import type {Service} from '../../contract/service.js';
import {isServiceId} from '../../contract/service-id.js';
import {lineIn, shortLineIn, type JsonRecord} from './json-record.js';

export type Identity = Pick<Service, 'id' | 'level' | 'name' | 'provider'>;

/** Whose record it is, or why it is none. */
export function identityFromRecord(record: unknown): {identity: Identity; record: JsonRecord} | {fault: string} {
  if (!isRecord(record)) return {fault: 'is not an object'};
  const {locationId, providerId} = record;
  const isLocation = typeof locationId === 'string';

  const id = idIn(isLocation ? locationId : providerId);
  if (id === undefined) return {fault: 'has neither locationId nor providerId'};
  if (!isServiceId(id)) return {fault: 'has an id that is not a CQC id'};
  const name = nameIn(record['name'] ?? record[isLocation ? 'locationName' : 'providerName']);
  if (name === undefined) return {fault: 'has no name that can be shown'};

  const provider = isLocation ? idIn(providerId) : undefined;
  const providerName = nameIn(record['providerName']);
  return {
    record,
    identity: {
      id,
      level: isLocation ? 'location' : 'provider',
      name,
      ...(isServiceId(provider) ? {provider: {id: provider, ...(providerName === undefined ? {} : {name: providerName})}} : {}),
    },
  };
}

function idIn(value: unknown): string | undefined {
  return typeof value === 'string' ? lineIn(value) ?? '' : undefined;
}

function nameIn(value: unknown): string | undefined {
  return shortLineIn(value, 300);
}
