import * as z from 'zod/mini';
import {ServiceId} from '../contract/identifiers.js';
import type {Service} from '../contract/service.js';
import {shortText} from '../contract/text.js';
import {kindsFrom} from './kinds-from-record.js';

// Only what a Service is made of is read. Whatever else a record holds, the names of
// managers and nominated individuals first of all, does not pass this door.
const maybe = z.catch(z.optional(z.string()), undefined);
const maybeList = <Item extends z.core.$ZodType>(item: Item) => z.catch(z.optional(z.array(z.catch(z.nullable(item), null))), undefined);

const CqcRecord = z.object({
  locationId: maybe,
  providerId: maybe,
  name: maybe,
  locationName: maybe,
  providerName: maybe,
  postalAddressTownCity: maybe,
  postalCode: maybe,
  odsCode: maybe,
  type: maybe,
  careHome: maybe,
  registrationStatus: maybe,
  deregistrationDate: maybe,
  inspectionCategories: maybeList(z.object({code: z.string(), primary: maybe})),
  gacServiceTypes: maybeList(z.object({name: maybe, description: maybe})),
  locationTypes: maybeList(z.object({type: z.string()})),
  relationships: maybeList(z.object({
    relatedLocationId: maybe,
    relatedLocationName: maybe,
    relatedProviderId: maybe,
    relatedProviderName: maybe,
    type: z.string(),
    reason: maybe,
  })),
});
type CqcRecord = z.infer<typeof CqcRecord>;

const Name = shortText(300);
const Town = shortText(200);

/**
 * A location's or a provider's record of the CQC API as a Service, or why it is none.
 *
 * A line of CQC's list pages (`locationId`, `locationName`, `postalCode`) makes one
 * too, with `statusKnown` false: lists name closed services without saying so.
 */
export function serviceFromRecord(record: unknown): {service: Service; statusKnown: boolean} | {fault: string} {
  const read = CqcRecord.safeParse(record);
  if (!read.success || Array.isArray(record)) return {fault: 'is not an object'};
  const said = read.data;

  const id = (said.locationId ?? said.providerId)?.trim();
  if (id === undefined) return {fault: 'has neither locationId nor providerId'};
  if (!isId(id)) return {fault: 'has an id that is not a CQC id'};
  const name = Name.safeParse(inOneLine(said.name ?? said.locationName ?? said.providerName));
  if (!name.success) return {fault: 'has no name that can be shown'};

  const service: Service = {
    id,
    level: said.locationId === undefined ? 'provider' : 'location',
    name: name.data,
    ...placeOf(said),
    ...(isId(said.odsCode) ? {odsCode: said.odsCode} : {}),
    ...(said.locationId !== undefined && isId(said.providerId) ? {provider: providerOf(said)} : {}),
    ...kindsOf(said),
    status: statusOf(said),
  };
  return {service, statusKnown: said.registrationStatus !== undefined || said.deregistrationDate !== undefined};
}

function isId(text: string | undefined): text is string {
  return ServiceId.safeParse(text).success;
}

function inOneLine(text: string | undefined): string {
  return (text ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function placeOf({postalAddressTownCity, postalCode}: CqcRecord): Pick<Service, 'town' | 'postcode'> {
  const town = Town.safeParse(inOneLine(postalAddressTownCity));
  const postcode = spacedPostcode(postalCode);
  return {...(town.success ? {town: town.data} : {}), ...(postcode === undefined ? {} : {postcode})};
}

/** A postcode as people write it, `DN6 7JX`, or nothing where the text is none. */
function spacedPostcode(text: string | undefined): string | undefined {
  const [, outward, inward] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec((text ?? '').toUpperCase().replace(/\s+/g, '')) ?? [];
  return outward && inward ? `${outward} ${inward}` : undefined;
}

function providerOf({providerId, providerName}: CqcRecord): NonNullable<Service['provider']> {
  const name = Name.safeParse(inOneLine(providerName));
  return {id: providerId!.trim(), ...(name.success ? {name: name.data} : {})};
}

function kindsOf(said: CqcRecord): Pick<Service, 'kinds'> {
  const categories = known(said.inspectionCategories).sort((one, other) => Number(other.primary === 'true') - Number(one.primary === 'true'));
  const kinds = kindsFrom({
    categories: categories.map(({code}) => code),
    serviceTypes: known(said.gacServiceTypes).flatMap(({name, description}) => [name ?? '', description ?? '']),
    locationTypes: known(said.locationTypes).map(({type}) => type),
    type: said.type,
    careHome: said.careHome === 'Y',
  });
  return kinds.length > 0 ? {kinds} : {};
}

function statusOf(said: CqcRecord): Service['status'] {
  const isClosed = said.registrationStatus === undefined ? said.deregistrationDate !== undefined : /^\s*deregistered\s*$/i.test(said.registrationStatus);
  if (!isClosed) return {kind: 'registered'};

  const on = /^\d{4}-\d{2}-\d{2}/.exec(said.deregistrationDate ?? '')?.[0];
  const next = known(said.relationships).find(({type, ...related}) => type === 'HSCA Successor' && isId(related.relatedLocationId ?? related.relatedProviderId));
  if (!next) return {kind: 'closed', ...(on === undefined ? {} : {on})};
  const name = Name.safeParse(inOneLine(next.relatedLocationName ?? next.relatedProviderName));
  return {
    kind: next.reason === 'Location Move' ? 'moved' : 'closed',
    ...(on === undefined ? {} : {on}),
    successor: {id: (next.relatedLocationId ?? next.relatedProviderId)!, ...(name.success ? {name: name.data} : {})},
  };
}

function known<Item>(list: readonly (Item | null)[] | undefined): Item[] {
  return (list ?? []).filter((item) => item !== null);
}
