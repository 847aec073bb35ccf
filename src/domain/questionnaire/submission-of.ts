import type {Answer} from '../../contract/answers.js';
import type {SetStructure} from '../../contract/question-set.js';
import type {About, Contact, Submission} from '../../contract/submission.js';
import {isWritten} from '../../contract/characters.js';
import {isAnswered, truthOf} from './conditions.js';
import {wantsContact} from './contact.js';
import {visiblePages} from './visible-pages.js';
import type {DraftResponse} from './draft-response.js';
import {urgencyOf} from './urgency.js';

/** What a submission says beside what somebody told. */
export type Envelope = Pick<Submission, 'id' | 'replaces' | 'language' | 'startedAt' | 'finishedAt' | 'consent' | 'right' | 'source'>;

/**
 * The submission for what was told: only what the journey reaches, and nothing
 * that was left empty. Stories go letter for letter.
 *
 * @throws RangeError when nobody has said what it is about; the checks come first.
 */
export function submissionFrom(draft: DraftResponse, set: SetStructure, envelope: Envelope): Submission {
  const asked = visiblePages(set, draft).pages.flatMap((page) => page.questions);
  const {about, answers: reached, share = []} = responseToSend(draft, set);
  if (!about) throw new RangeError('A submission needs to say what it is about');

  const answers = answeredOnly(reached);
  const asksContact = asked.find(({kind}) => kind === 'contact');
  const contact = asksContact && draft.contact && wantsContact(asksContact, draft) ? writtenOnly(draft.contact.details) : undefined;
  return {
    ...envelope,
    questionSet: {id: set.id, version: set.version},
    about: tidyAbout(about),
    answers,
    urgency: urgencyOf(answers),
    ...(contact && {contact}),
    ...(share.length > 0 && {share: [...share]}),
  };
}

/** What was told as it would be sent: without what does not apply, and shared only with whom it is offered. */
export function responseToSend(draft: DraftResponse, set: SetStructure): DraftResponse {
  const reached = visiblePages(set, draft);
  const offered = reached.pages.flatMap((page) => page.questions).find(({kind}) => kind === 'share')?.choices ?? [];
  const share = draft.share?.filter((each) => offered.some(({value, when}) => value === each && truthOf(when, reached.draft) === true));
  return {...reached.draft, ...(share && {share})};
}

function answeredOnly(answers: Readonly<Record<string, Answer>>): Record<string, Answer> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => isAnswered(answer)));
}

function writtenOnly(contact: Contact): Contact | undefined {
  const kept = Object.entries(contact).flatMap(([part, value]) => {
    if (typeof value === 'string') return isWritten(value) ? [[part, value.trim()]] : [];
    return value && value.length > 0 ? [[part, value]] : [];
  });
  return kept.length > 0 ? (Object.fromEntries(kept) as Contact) : undefined;
}

function tidyAbout(about: About): About {
  if (about.kind !== 'service' && about.kind !== 'pathway') return about;
  return {
    kind: about.kind,
    services: about.services.map(({id, name, town}) => ({...(id && {id}), name: name.trim(), ...(town && isWritten(town) && {town: town.trim()})})),
  };
}
