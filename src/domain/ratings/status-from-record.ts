import type {Service} from '../../contract/service.js';
import {isServiceId} from '../../contract/service-id.js';
import {dayFrom} from './day-from.js';
import {jsonRecordsIn, lineIn, shortLineIn, type JsonRecord} from './json-record.js';

/** Another service that a record tells of. */
export interface Related {
  id: string;
  name?: string;
}

/** Whether a record's service is still there, and who came after it. */
export function statusFromRecord(record: JsonRecord): Service['status'] {
  const said = lineIn(record['registrationStatus']);
  const isClosed = said === undefined ? lineIn(record['deregistrationDate']) !== undefined : /^deregistered$/i.test(said);
  if (!isClosed) return {kind: 'registered'};

  const on = dayFrom(record['deregistrationDate']);
  const next = jsonRecordsIn(record['relationships']).find((each) => each['type'] === 'HSCA Successor' && relatedBy(each));
  return {
    kind: next?.['reason'] === 'Location Move' ? 'moved' : 'closed',
    ...(on === undefined ? {} : {on}),
    ...(next ? {successor: relatedBy(next)!} : {}),
  };
}

/** The other service of a record's relationship, or nothing where its id is none. */
export function relatedBy(relationship: JsonRecord): Related | undefined {
  const id = relationship['relatedLocationId'] ?? relationship['relatedProviderId'];
  if (!isServiceId(id)) return undefined;
  const name = shortLineIn(relationship['relatedLocationName'] ?? relationship['relatedProviderName'], 300);
  return {id, ...(name === undefined ? {} : {name})};
}
