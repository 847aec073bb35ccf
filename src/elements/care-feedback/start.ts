import {isWebAddress} from '../../contract/addresses.js';
import {charactersIn, isKeepable} from '../../contract/characters.js';
import {sharedOnPage} from '../../contract/page.js';
import type {Receiver} from '../../contract/receiver.js';
import type {Service} from '../../contract/service.js';
import type {About} from '../../contract/submission.js';
import {receiverAddress, submissionsAddress} from '../../delivery/addresses.js';
import {fetchReceiver, fetchService} from '../../delivery/asking.js';
import {Unusable} from '../../delivery/unusable.js';
import {questionsFor, type Questions} from './question-sets.js';

/** What the tag says; an attribute that is missing or empty counts as left out. */
export interface Tag {
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
export interface Opening {
  /** Where services can be searched; an `action` may come without. */
  endpoint: URL | undefined;
  sendTo: URL;
  isAction: boolean;
  receiver: Receiver;
  questions: Questions;
  /** What the tag said when the form opened; what it says later waits for the next form. */
  tag: Tag;
  /** What the tag says it is about. */
  about: About | undefined;
  /** The directory's record of the tag's service, which may come later than the form. */
  directory: Promise<Service | undefined>;
}

/** Milliseconds that the form waits for the name of its service before it opens without. */
const patienceForName = 1500;

/** Why the form cannot be shown, for the website's editor: the attribute to mend, and how. */
export class CannotStart extends Error {
  override name = 'CannotStart';

  readonly attribute: string;

  constructor(attribute: string, reason: string) {
    super(`<care-feedback>, attribute "${attribute}": ${reason}`);
    this.attribute = attribute;
  }
}

/**
 * Finds out whether the form may start, and asks for what it needs.
 *
 * @throws CannotStart, or what `signal` was aborted with
 */
export async function openForm(tag: Tag, signal: AbortSignal): Promise<Opening> {
  checkTexts(tag);
  const {receiver: receiverAt, ...to} = addressesFrom(tag);
  const about = aboutFrom(tag);
  const directory = tag.service && to.endpoint ? fetchService(to.endpoint, tag.service, signal).catch(() => undefined) : Promise.resolve(undefined);
  const [receiver, questions] = await Promise.all([
    usable(fetchReceiver(receiverAt, signal), tag.action ? 'receiver' : 'endpoint'),
    usable(questionsFor(tag.questionSet || 'give-feedback', to.endpoint, signal), 'question-set'),
  ]);
  if (about?.kind === 'service' && !tag.serviceName) await Promise.race([directory, pause(patienceForName)]);
  if (receiver.isolated) throw new CannotStart('isolated', 'The receiver wants this service to be written about out of this page’s sight. Add the attribute isolated.');
  return {...to, tag, receiver, questions, about, directory};
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function usable<Thing>(asked: Promise<Thing>, attribute: string): Promise<Thing> {
  return asked.catch((error: unknown) => {
    throw error instanceof Unusable ? new CannotStart(attribute, error.reason) : error;
  });
}

function addressesFrom(tag: Tag): Pick<Opening, 'endpoint' | 'sendTo' | 'isAction'> & {receiver: URL} {
  if (!tag.action) {
    const endpoint = tag.endpoint ? addressFrom('endpoint', tag.endpoint) : originOfScript();
    return {endpoint, sendTo: submissionsAddress(endpoint), isAction: false, receiver: receiverAddress(endpoint, tag.service || undefined)};
  }
  const endpoint = tag.endpoint ? addressFrom('endpoint', tag.endpoint) : undefined;
  if (!tag.receiver) throw new CannotStart('receiver', 'With an action, say who receives the feedback: the address of a Receiver in JSON.');
  return {endpoint, sendTo: addressFrom('action', tag.action), isAction: true, receiver: addressFrom('receiver', tag.receiver)};
}

function addressFrom(attribute: string, text: string): URL {
  if (!isWebAddress(text)) throw new CannotStart(attribute, `${JSON.stringify(text)} is not a whole https address, such as https://central.example.`);
  return new URL(text);
}

function originOfScript(): URL {
  const [origin, ...others] = sharedOnPage().origins;
  if (!origin) throw new CannotStart('endpoint', 'Write the address that the feedback is sent to.');
  if (others.length > 0) throw new CannotStart('endpoint', 'This page loads the script from more than one place. Write the address that the feedback is sent to.');
  return addressFrom('endpoint', origin);
}

const longest = {serviceName: 300, place: 300, topic: 200, partner: 100, campaign: 100} as const;
const attributeOf: Partial<Record<keyof Tag, string>> = {serviceName: 'service-name'};

// The limits of `contract/submission.ts`: better told to an editor now than to
// somebody who has written a story.
function checkTexts(tag: Tag): void {
  for (const [name, maximum] of Object.entries(longest) as [keyof typeof longest, number][]) {
    const text = tag[name] ?? '';
    const attribute = attributeOf[name] ?? name;
    if (charactersIn(text) > maximum) throw new CannotStart(attribute, `Write at most ${maximum} characters.`);
    if (!isKeepable(text)) throw new CannotStart(attribute, 'Take out the control characters.');
  }
  if (tag.service && !/^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/.test(tag.service)) {
    throw new CannotStart('service', `${JSON.stringify(tag.service)} is not a CQC id, such as 1-1000000001, or an ODS code.`);
  }
  if (tag.privacyNotice && !noticeAddress(tag.privacyNotice)) throw new CannotStart('privacy-notice', 'Write the address of a page.');
}

/** The page's own notice as an address that may become a link, or `undefined`. */
export function noticeAddress(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  try {
    const address = new URL(text, document.baseURI);
    return /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

function aboutFrom({service, serviceName, place, topic}: Tag): About | undefined {
  if (service) return {kind: 'service', services: [{id: service, name: serviceName?.trim() || service}]};
  if (serviceName?.trim()) return {kind: 'service', services: [{name: serviceName.trim()}]};
  if (place?.trim()) return {kind: 'place', place: {name: place.trim()}};
  return topic?.trim() ? {kind: 'topic', topic: topic.trim()} : undefined;
}
