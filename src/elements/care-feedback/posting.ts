import type {Submission} from '../../contract/submission.js';
import {send as post} from '../../delivery/sending.js';
import {faultsBeforeSending, pagesToShow} from '../../questionnaire/journey.js';
import {submissionFrom} from '../../questionnaire/submission.js';
import {FeedbackReceivedEvent, FeedbackRefusedEvent} from './events.js';
import {checkedNow, newId, type FeedbackForm} from './form.js';
import {letterFor} from './sending.js';

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
  form.letter = letter;
  form.deliver({is: 'sending'});

  const outcome = await post({address: sendTo, body: letter.body, id: letter.id, isAction});
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
  const {partner, campaign} = tag;
  const now = new Date();
  return submissionFrom(form.journey.told, form.journey.set, {
    id: form.id,
    language,
    startedAt: (form.startedAt ?? now).toISOString(),
    finishedAt: now.toISOString(),
    consent: {notice: receiver.privacyNotice, ...(receiver.privacyNoticeVersion && {version: receiver.privacyNoticeVersion})},
    source: {
      element: 'care-feedback',
      version: __VERSION__,
      mode: 'inline',
      ...(partner?.trim() && {partner: partner.trim()}),
      ...(campaign?.trim() && {campaign: campaign.trim()}),
      ...(/^https?:/.test(location.origin) && {site: location.origin}),
    },
  });
}
