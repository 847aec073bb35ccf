import * as z from 'zod/mini';
import {ServiceId} from '../../contract/identifiers.js';
import {Share} from '../../contract/submission.js';
import {UsageFault} from '../commands/command.js';
import {placeNamed} from '../../domain/ratings/place-named.js';
import {rights, thePerson, type Access, type Scope, type AccessRight} from './access.js';
import {commandLine, ownersNames} from './authenticate.js';

/** What was typed after `token make`. */
export interface TokenOptions {
  can?: string;
  share?: string;
  partner?: string;
  service?: string[];
  place?: string;
  until?: string;
  name?: string;
}

/**
 * The access that somebody asked for. `service` holds what was typed.
 *
 * @throws UsageFault that names the word.
 */
export function readTokenOptions(words: TokenOptions, today: string): Access {
  const rightsAsked = readRights(words.can);
  const scope: Scope = {
    ...(words.share !== undefined && {share: readShare(words.share)}),
    ...(words.partner !== undefined && {partner: readPartner(words.partner)}),
    ...(words.service !== undefined && {service: words.service.map(readService)}),
    ...(words.place !== undefined && {place: readPlace(words.place)}),
  };
  if (scope.share === 'service' && scope.service === undefined) throw new UsageFault('--share service needs --service: what people share with a service is for that service alone.');
  if (scope.share === 'service' && rightsAsked.includes('contact')) throw new UsageFault('--share service cannot stand with the right contact: what goes to a service carries no contact details.');
  if (scope.share === 'service' && rightsAsked.includes('erase')) throw new UsageFault('--share service cannot stand with the right erase: no service erases what people told about it.');
  return {name: readName(words.name), rights: rightsAsked, scope, ...(words.until !== undefined && {until: readUntil(words.until, today)})};
}

/** What a token may do, in one line. */
export function describeToken({name, rights: has, scope, until}: Access, state?: {today: string; endedAt: string | undefined}): string {
  const {share, partner, service, place} = scope;
  const only = [
    ...(share === undefined ? [] : [`shared with ${share}`]),
    ...(partner === undefined ? [] : [`through ${partner}`]),
    ...(service === undefined ? [] : [`about ${service.join(' or ')}`]),
    ...(place === undefined ? [] : [`in ${place}`]),
  ];
  const isOver = state !== undefined && until !== undefined && until < state.today;
  return [
    `${name}: ${has.join(', ')}`,
    only.length === 0 ? 'everything' : `only what is ${only.join(' and ')}`,
    ...(until === undefined ? [] : [`${isOver ? 'over, its last day was' : 'until'} ${until}`]),
    ...(state?.endedAt === undefined ? [] : [`ended ${state.endedAt}`]),
  ].join(' · ');
}

function readRights(typed: string | undefined): AccessRight[] {
  if (typed === undefined) throw new UsageFault(`token make needs --can with what it may do, of ${rights.join(',')}.`);
  const words = typed.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !rights.some((right) => right === word));
  if (wrong !== undefined) throw new UsageFault(`--can takes ${rights.join(',')}, or some of them; "${wrong}" is none.`);
  return rights.filter((right) => words.includes(right));
}

function readName(typed: string | undefined): string {
  const name = typed?.trim().normalize('NFC') ?? '';
  if (name === '') throw new UsageFault('token make needs --name with whose it is.');
  // The log and a proxy's header hold it; a colon parts it from somebody else's name there.
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@+’'-]{0,99}$/u.test(name)) throw new UsageFault('--name takes at most 100 letters, figures, spaces and . _ @ + \' -');
  if ([...ownersNames, commandLine, thePerson].includes(name)) throw new UsageFault(`--name cannot be "${name}": the log has another meaning for it.`);
  return name;
}

function readShare(typed: string): Share {
  const read = Share.safeParse(typed);
  if (!read.success) throw new UsageFault(`--share takes regulator, local or service; "${typed}" is none.`);
  return read.data;
}

function readPartner(typed: string): string {
  if (typed === '' || [...typed].length > 100) throw new UsageFault('--partner takes the name that stands in the tag, of at most 100 characters.');
  return typed;
}

function readService(typed: string): string {
  if (!ServiceId.safeParse(typed).success) throw new UsageFault(`--service takes a CQC id or an ODS code; "${typed}" is none.`);
  return typed;
}

function readPlace(typed: string): string {
  const place = placeNamed(typed);
  if (!place) throw new UsageFault(`--place takes the name or the id of an area; "${typed}" is none.`);
  return place.id;
}

function readUntil(typed: string, today: string): string {
  if (!z.iso.date().safeParse(typed).success) throw new UsageFault(`--until takes a day as YYYY-MM-DD; "${typed}" is none.`);
  if (typed < today) throw new UsageFault(`--until ${typed} is over already.`);
  return typed;
}
