import {isWebAddress} from '../../contract/addresses.js';
import {sharedOnPage} from '../../contract/page.js';
import type {Receiver} from '../../contract/receiver.js';
import type {Service} from '../../contract/service.js';
import type {About} from '../../contract/submission.js';
import {receiverAddress, submissionsAddress} from '../../delivery/client/endpoint-addresses.js';
import {fetchReceiver, fetchService} from '../../delivery/client/api-client.js';
import {InvalidResponseError} from '../../delivery/client/invalid-response-error.js';

/** What the tag says; an attribute that is missing or empty counts as left out. */
export interface FeedbackAttributes {
  endpoint?: string | null;
  action?: string | null;
  receiver?: string | null;
  service?: string | null;
  serviceName?: string | null;
  place?: string | null;
  topic?: string | null;
  questionSet?: string | null;
  partner?: string | null;
  campaign?: string | null;
  privacyNotice?: string | null;
}

/** All that a form needs to open. */
export interface StartedForm {
  /** What the tag said when the form opened; what it says later waits for the next form. */
  tag: FeedbackAttributes;
  /** Where services can be searched; an `action` may come without. */
  endpoint: URL | undefined;
  sendTo: URL;
  isAction: boolean;
  receiver: Receiver;
  /** What the tag says it is about, and what that service does, as far as the directory has told. */
  about: About | undefined;
  kinds: readonly string[] | undefined;
  /** What the directory says of the tag's service, which may come later than the form. */
  directory: Promise<Listed>;
}

/** The directory's record of a service; `unknown` where the endpoint says that it has none, `undefined` where nobody could be asked. */
type Listed = Service | 'unknown' | undefined;

/** Milliseconds that the form waits for the name of its service before it opens without. */
const patienceForName = 1500;

/** Why the form cannot be shown: the attribute to mend, and a key of the reasons in `cannot-start.ts` or a reason in words. */
export class CannotStart extends Error {
  readonly attribute: string;
  readonly because: string;

  constructor(attribute: string, because: string) {
    super(because);
    this.attribute = attribute;
    this.because = because;
  }

  override get name(): string {
    return 'CannotStart';
  }
}

/**
 * Finds out whether the form may start, and asks for what it needs.
 *
 * @throws CannotStart, or what `signal` was aborted with
 */
export async function openForm(tag: FeedbackAttributes, signal: AbortSignal): Promise<StartedForm> {
  if (tag.service && !/^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/.test(tag.service)) throw new CannotStart('service', 'not-an-id');
  const {receiver: receiverAt, ...to} = addressesFrom(tag);
  const directory: Promise<Listed> = tag.service && to.endpoint ? fetchService(to.endpoint, tag.service, signal).then((found) => found ?? 'unknown', () => undefined) : Promise.resolve(undefined);
  void directory.then((listed) => {
    if (listed === 'unknown' && !signal.aborted) console.error(`<care-feedback>, attribute "service": ${to.endpoint!.href} knows no service "${tag.service}", so ${tag.serviceName?.trim() ? 'it goes by the service-name of the tag' : 'the form asks which service it is about'}. Write an id of its directory, or a service-name beside it.`);
  });
  const [receiver, service] = await Promise.all([
    usable(fetchReceiver(receiverAt, signal), tag.action ? 'receiver' : 'endpoint'),
    // Where the page gives the name, nothing that is shown at first hangs on the directory.
    tag.serviceName ? undefined : Promise.race([directory, pause(patienceForName)]),
  ]);
  if (receiver.isolated) throw new CannotStart('isolated', 'isolated');
  return {...to, tag, receiver, about: aboutFromAttributes(tag, service), kinds: service === 'unknown' ? undefined : service?.kinds, directory};
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What was asked for; where it cannot be used, that is `attribute`'s fault. */
export async function usable<Thing>(asked: Promise<Thing>, attribute: string): Promise<Thing> {
  return asked.catch((error: unknown) => {
    throw error instanceof InvalidResponseError ? new CannotStart(attribute, error.reason) : error;
  });
}

function addressesFrom(tag: FeedbackAttributes): Pick<StartedForm, 'endpoint' | 'sendTo' | 'isAction'> & {receiver: URL} {
  if (!tag.action) {
    const endpoint = tag.endpoint ? addressFrom('endpoint', tag.endpoint) : originOfScript();
    return {endpoint, sendTo: submissionsAddress(endpoint), isAction: false, receiver: receiverAddress(endpoint, tag.service || undefined)};
  }
  const endpoint = tag.endpoint ? addressFrom('endpoint', tag.endpoint) : undefined;
  if (!tag.receiver) throw new CannotStart('receiver', 'no-receiver');
  return {endpoint, sendTo: addressFrom('action', tag.action), isAction: true, receiver: addressFrom('receiver', tag.receiver)};
}

function addressFrom(attribute: string, text: string): URL {
  if (!isWebAddress(text)) throw new CannotStart(attribute, 'not-an-address');
  return new URL(text);
}

function originOfScript(): URL {
  const [origin, ...others] = sharedOnPage().origins;
  if (!origin) throw new CannotStart('endpoint', 'no-endpoint');
  if (others.length > 0) throw new CannotStart('endpoint', 'many-origins');
  return addressFrom('endpoint', origin);
}

/**
 * What the tag says it is about, with what the directory knows. A service that nobody could be asked about
 * goes by its id; one that the directory has not, and that the tag gives no name, is a slip of the pen.
 */
export function aboutFromAttributes({service: id, serviceName, place, topic}: FeedbackAttributes, listed?: Listed): About | undefined {
  const name = serviceName?.trim();
  const service = listed === 'unknown' && !name ? undefined : id;
  if (service && listed && listed !== 'unknown' && !name) return {kind: 'service', services: [{id: service, name: listed.name, ...(listed.town && {town: listed.town})}]};
  if (service) return {kind: 'service', services: [{id: service, name: name || service}]};
  if (name) return {kind: 'service', services: [{name}]};
  if (place?.trim()) return {kind: 'place', place: {name: place.trim()}};
  return topic?.trim() ? {kind: 'topic', topic: topic.trim()} : undefined;
}
