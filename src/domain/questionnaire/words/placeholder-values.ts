import type {Receiver} from '../../../contract/receiver.js';
import type {About} from '../../../contract/submission.js';
import {str, type Words} from '../../../locale/words.js';
import type {Placeholders} from './placeholders.js';

/** Who helps first, from the dated directory: numbers and addresses as text. */
export interface FirstHelpWays {
  emergency: string | undefined;
  police: string | undefined;
  /** Where a worker gets free advice. */
  advice: string | undefined;
}

/** What the words of a set leave open, for one receiver and one journey. */
export function placeholdersFor(receiver: Receiver, about: About | undefined, help: FirstHelpWays, {msg}: Words): Placeholders {
  return {
    ...help,
    receiver: receiver.name,
    service: nameOf(about),
    readHours: receiver.readHours,
    replyWithin: receiver.replyWithin,
    whatHappens: receiver.whatHappens,
    phone: receiver.phone,
    prescribed: receiver.prescribedPerson
      ? msg(str`${receiver.name} is a body named in law for this.`)
      : msg(str`Telling ${receiver.name} may not protect you in law. Telling CQC may.`),
  };
}

/** What the feedback is about, by name, or `undefined` while nobody has said. */
export function nameOf(about: About | undefined): string | undefined {
  if (!about) return undefined;
  if (about.kind === 'place') return about.place.name;
  if (about.kind === 'topic') return about.topic;
  return about.services.map((service) => (service.town ? `${service.name}, ${service.town}` : service.name)).join(' → ') || undefined;
}
