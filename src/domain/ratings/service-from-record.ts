import type {Service} from '../../contract/service.js';
import {isServiceId} from '../../contract/service-id.js';
import {identityFromRecord} from './identity-from-record.js';
import {kindsFrom} from './kinds-from-record.js';
import {jsonRecordsIn, lineIn, shortLineIn, type JsonRecord} from './json-record.js';
import {statusFromRecord} from './status-from-record.js';

/**
 * A location's or a provider's record of the CQC API as a Service, or why it is none.
 *
 * A line of CQC's list pages (`locationId`, `locationName`, `postalCode`) makes one
 * too, with `statusKnown` false: lists name closed services without saying so.
 */
export function serviceFromRecord(given: unknown): {service: Service; statusKnown: boolean} | {fault: string} {
  const read = identityFromRecord(given);
  if ('fault' in read) return read;

  const {record, identity: {provider, ...who}} = read;
  const {odsCode} = record;
  const service: Service = {
    ...who,
    ...placeOf(record),
    ...(isServiceId(odsCode) ? {odsCode} : {}),
    ...(provider ? {provider} : {}),
    ...kindsOf(record),
    status: statusFromRecord(record),
  };
  return {service, statusKnown: lineIn(record['registrationStatus']) !== undefined || lineIn(record['deregistrationDate']) !== undefined};
}

function placeOf({postalAddressTownCity, postalCode}: JsonRecord): Pick<Service, 'town' | 'postcode'> {
  const town = shortLineIn(postalAddressTownCity, 200);
  const postcode = spacedPostcode(textIn(postalCode) ?? '');
  return {...(town === undefined ? {} : {town}), ...(postcode === undefined ? {} : {postcode})};
}

/** A postcode as people write it, `DN6 7JX`, or nothing where the text is none. */
function spacedPostcode(text: string): string | undefined {
  const [, outward, inward] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(text.toUpperCase().replace(/\s+/g, '')) ?? [];
  return outward && inward ? `${outward} ${inward}` : undefined;
}

function kindsOf(record: JsonRecord): Pick<Service, 'kinds'> {
  const categories = jsonRecordsIn(record['inspectionCategories']).sort((one, other) => Number(other['primary'] === 'true') - Number(one['primary'] === 'true'));
  const kinds = kindsFrom({
    categories: textsIn(categories.map(({code}) => code)),
    serviceTypes: textsIn(jsonRecordsIn(record['gacServiceTypes']).flatMap(({name, description}) => [name, description])),
    locationTypes: textsIn(jsonRecordsIn(record['locationTypes']).map(({type}) => type)),
    type: textIn(record['type']),
    careHome: record['careHome'] === 'Y',
  });
  return kinds.length > 0 ? {kinds} : {};
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsIn(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}
