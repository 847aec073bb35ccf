import type {Submission} from '../../contract/submission.js';
import {firstPatience, laterPatience, send as post} from '../../delivery/sending.js';
import {faultsBeforeSending, pagesToShow} from '../../questionnaire/journey.js';
import {submissionFrom} from '../../questionnaire/submission.js';
import {FeedbackReceivedEvent, FeedbackRefusedEvent} from './events.js';
import type {FeedbackForm} from './feedback-form.js';
import {checkedNow, newId} from './moment.js';
import {letterFor} from './sending.js';
import {fittingAbout, sourceTexts} from './tag-texts.js';

/**
 * Sends what stands in the form, once, and says what became of it. What waits
 * and is tried again by itself is for an outbox to do: it needs `form.letter`.
 */
export async function send(form: FeedbackForm, language: string): Promise<void> {
  const [fault] = faultsBeforeSending(form.journey, checkedNow());
  if (fault) {
    const page = pagesToShow(form.journey).find(({questions}) => questions.some(({id}) => id === fault.question));
    if (page) return form.showFaultsOn(page.page.id);
  }
  const {sendTo, isAction} = form.opening;
  const letter = letterFor(form.letter, submissionOf(form, language), newId);
  // A first attempt that took too long tells of a slow line.
  const patience = form.letter ? laterPatience : firstPatience;
  form.letter = letter;
  form.deliver({is: 'sending'});

  const outcome = await post({address: sendTo, body: letter.body, id: letter.id, isAction, patience});
  if (outcome.kind === 'received' || outcome.kind === 'accepted') {
    form.deliver({is: 'received', receipt: outcome.kind === 'received' ? outcome.receipt : undefined});
    form.element.fire(new FeedbackReceivedEvent());
    return;
  }
  form.deliver({is: 'failed', outcome});
  if (outcome.kind === 'not-yet') return;
  console.error(`<care-feedback> could not send: ${outcome.reason}`);
  form.element.fire(new FeedbackRefusedEvent());
}

function submissionOf(form: FeedbackForm, language: string): Submission {
  const {tag, receiver} = form.opening;
  const now = new Date();
  const {told, set} = form.journey;
  const fitting = told.about && told.aboutIsGiven ? {...told, about: fittingAbout(told.about)} : told;
  return submissionFrom(fitting, set, {
    id: form.id,
    language,
    startedAt: (form.startedAt ?? now).toISOString(),
    finishedAt: now.toISOString(),
    consent: {notice: receiver.privacyNotice, ...(receiver.privacyNoticeVersion && {version: receiver.privacyNoticeVersion})},
    source: {
      element: 'care-feedback',
      version: __VERSION__,
      mode: 'inline',
      ...sourceTexts(tag),
      ...(/^https?:/.test(location.origin) && {site: location.origin}),
    },
  });
}
