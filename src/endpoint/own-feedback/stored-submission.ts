import type {InboxEntry} from '../../contract/inbox.js';
import type {KeptSubmission} from './own-pages.js';
import type {LocalisedSet} from '../html/localised-set.js';
import {thePerson} from '../access/access.js';
import type {Dependencies} from '../dependencies.js';
import {kindsOf, lookUpIn} from '../plain-form/named-services.js';

/** What is kept of a submission, contact details too: that the person opened them is recorded as any other opening. */
export async function storedSubmissionOf(entry: InboxEntry, {set}: LocalisedSet, {store, directory, clock}: Dependencies): Promise<KeptSubmission> {
  const {id, answers, about, share, hasContact, questionSet} = entry;
  const contact = hasContact ? await store.openContact(id, {label: thePerson, openedAt: clock().toISOString()}) : undefined;
  const isReadable = contact !== undefined && !('sealed' in contact) && !('whole' in contact);
  return {
    entry,
    contact,
    canCorrect: !('whole' in entry) && questionSet?.id === set.id && questionSet.version === set.version,
    draft: {
      answers,
      ...(about && {about}),
      aboutIsGiven: false,
      kinds: (await kindsOf(about, lookUpIn(directory))) ?? [],
      ...(share && {share}),
      ...(isReadable && {contact: {wanted: true, details: contact}}),
    },
  };
}
