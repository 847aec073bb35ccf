import type {Place, RatedService} from '../contract/place.js';
import type {QuestionSet} from '../contract/question-set.js';
import type {ReceiverFile} from '../contract/receiver.js';
import type {Service} from '../contract/service.js';
import type {SignpostDirectory} from '../contract/signposts.js';
import type {Alerts} from './alerts/alerts.js';
import type {ConcernRules} from '../domain/concerns/concern-rules.js';
import type {SealContact} from './keys/contact-key.js';
import type {Encoded} from './http/encoded-response.js';
import type {Keys} from './keys/keys.js';
import type {RateLimiter} from './http/rate-limiter.js';
import type {EndpointWords} from './html/endpoint-words.js';
import type {RetentionPolicy} from './retention/retention-policy.js';
import type {Store} from './store/store.js';

/** The services that can be found, as `directory/` keeps them in memory. */
export interface Directory {
  /** At most `limit` services, best first. */
  search(query: string, limit: number): Promise<Service[]>;
  /** By location id, provider id or ODS code. */
  service(id: string): Promise<Service | undefined>;
  /** By id in lower case, those of `ids` (location ids or ODS codes, in any case) that stand for a service with several registrations, with all of these. */
  registrations(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Service[]>>;
}

/** The areas that services are in, by id in any case; `undefined` where there is no such area. */
export interface Places {
  /** By name. */
  list(): Promise<Place[]>;
  /** PlaceRatings in JSON. */
  ratings(id: string): Promise<Encoded | undefined>;
  /** A RatedServiceList in JSON, of all services or of one kind. */
  services(id: string, kind?: RatedService['service']['kinds'][number]): Promise<Encoded | undefined>;
}

/** The built-in sets and those that were registered. */
export interface QuestionSets {
  /** The set's newest version, or exactly `version`. */
  find(id: string, version?: string): Promise<QuestionSet | undefined>;
}

/** Who can help: the built-in directory with what the owner's file adds. */
export interface Signposts {
  /** Every nation and area, in the words of `language`, or in English where there are none. */
  directory(language: string): SignpostDirectory;
}

/** The way into the inbox for whoever runs the endpoint; those whose tokens were made are in the store. */
export interface InboxAccess {
  /** The label under which its holder is recorded, or `undefined` when it is not the endpoint's own token. */
  labelOf(token: string): string | undefined;
  /** Differs for every token: what was signed with it ends when the token is changed. */
  fingerprint: Uint8Array;
  /** Codes that a link printed by `serve` carries in its fragment; each opens the inbox once. */
  oneTimeCodes: {redeem(code: string): boolean};
  /** The header in which the proxy in front names who asks, once they have signed in there; none is believed where it is left out. */
  userHeader?: string | undefined;
}

/** All that the handler and its routes need; nothing else is global. */
export interface Dependencies {
  store: Store;
  keys: Keys;
  /** The owner's file. What the wire sees of it is `receiverFor` in `receiver-file.ts`. */
  receiver: ReceiverFile;
  words: EndpointWords;
  questionSets: QuestionSets;
  directory: Directory;
  places: Places;
  signposts: Signposts;
  inbox: InboxAccess;
  concernRules: ConcernRules;
  rateLimiter: RateLimiter;
  alerts: Alerts;
  /** How long things are kept, as it was decided at the start. */
  retention: RetentionPolicy;
  /** Where contact details are sealed to a key that is not here. */
  sealContact?: SealContact | undefined;
  /** Where people reach the endpoint, where the owner says so. */
  origin?: string | undefined;
  /** Whether the owner has said that a proxy stands in front, whose headers can be believed. */
  trustsProxy: boolean;
  clock(): Date;
  /** The folder that `/elements/` serves. */
  elementsFolder: string;
  /** The version that is pinned under `/elements/{version}/`. */
  version: string;
  /** Says to the operator that something failed; never given content, addresses or queries. */
  log(line: string): void;
}
