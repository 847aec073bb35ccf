import {shortLineIn} from '../../../domain/ratings/json-record.js';
import {serviceFromRecord} from '../../../domain/ratings/service-from-record.js';
import type {RowSource, FoundRows} from './found-rows.js';
import {placeNamed} from '../../../domain/ratings/place-named.js';

type Row = Readonly<Record<string, string>>;

/** What a line of the care directory says of a location. Its telephone number and website, which it has too, are not read. */
export function foundInDirectory(row: Row, where: string, about: RowSource): FoundRows {
  const locationId = row['cqclocationidforofficeuseonly'] || idIn(row['locationurl']);
  // With the provider's id alone, the row would be taken for one of the provider.
  if (locationId === undefined) return {of: 'services', where, fault: 'has no location id'};
  return partOfService(
    {
      locationId,
      name: row['name'],
      postalAddressTownCity: townIn(row['address']),
      postalCode: row['postcode'],
      providerId: row['cqcprovideridforofficeuseonly'],
      providerName: row['providername'],
      gacServiceTypes: row['servicetypes']?.split('|').map((name) => ({name})),
    },
    row['localauthority'],
    where,
    about,
  );
}

/** What a line of the latest ratings says of the location or the provider, besides the rating. */
export function foundBesideRating(row: Row, level: 'location' | 'provider', where: string, about: RowSource): FoundRows {
  const of = (column: string) => row[`${level}${column}`];
  return partOfService(
    {
      [`${level}Id`]: of('id'),
      name: of('name'),
      postalAddressTownCity: of('city'),
      postalCode: of('postcode'),
      odsCode: of('odscode'),
      ...(level === 'location' ? {providerId: row['providerid'], providerName: row['providername']} : {}),
    },
    of('localauthority'),
    where,
    about,
  );
}

/** Lists say less than a record: not whether a service has closed, for one. */
function partOfService(record: Record<string, unknown>, localAuthority: string | undefined, where: string, {asOf}: RowSource): FoundRows {
  const read = serviceFromRecord(withoutBlanks(record));
  if ('fault' in read) return {of: 'services', where, fault: read.fault};
  const place = placeNamed(shortLineIn(localAuthority, 300));
  return {service: {service: read.service, ...(place && {place}), asOf, isPartial: true}};
}

function withoutBlanks(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '' && value !== undefined));
}

function idIn(address = ''): string | undefined {
  return /\/location\/([A-Za-z0-9-]+)\/?$/.exec(address)?.[1];
}

/** The town ends the address, `21 Example Road,Exampleton`; CQC leaves the county out. */
function townIn(address = ''): string | undefined {
  const last = address.split(',').at(-1)?.trim();
  return last && address.includes(',') && !/\d/.test(last) ? last : undefined;
}
