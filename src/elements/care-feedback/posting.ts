import type {Submission} from '../../contract/submission.js';
import {faultsBeforeSending, pagesToShow} from '../../questionnaire/journey.js';
import {submissionFrom} from '../../questionnaire/submission.js';
import {isoText, now} from '../../delivery/clock.js';
import type {FeedbackForm} from './feedback-form.js';
import {checkedNow, newId} from './moment.js';
import {letterFor} from './sending.js';
import {fittingAbout, sourceTexts} from './tag-texts.js';

/** Sends what stands in the form: keeps it until it has arrived, however long that takes. */
export async function send(form: FeedbackForm, language: string): Promise<void> {
  const [fault] = faultsBeforeSending(form.journey, checkedNow());
  if (fault) {
    const page = pagesToShow(form.journey).find(({questions}) => questions.some(({id}) => id === fault.question));
    if (page) return form.showFaultsOn(page.page.id);
  }
  const letter = letterFor(form.letter, submissionOf(form, language), newId);
  form.letter = letter;
  form.deliver({is: 'sending'});

  const keeping = form.keeping ?? (await form.fetchKeeping().catch(() => undefined));
  // What keeps and sends is code, which a lost connection can hold up too.
  if (!keeping) return form.deliver({is: 'failed', outcome: {kind: 'not-yet', reason: 'the rest of the form has not come'}});
  await keeping.send(letter);
}

function submissionOf(form: FeedbackForm, language: string): Submission {
  const {tag, receiver} = form.opening;
  const finishedAt = now();
  const {told, set} = form.journey;
  const fitting = told.about && told.aboutIsGiven ? {...told, about: fittingAbout(told.about)} : told;
  return submissionFrom(fitting, set, {
    id: form.id,
    language,
    // The endpoint may have told the time since.
    startedAt: isoText(Math.min(form.startedAt ?? finishedAt, finishedAt)),
    finishedAt: isoText(finishedAt),
    ...(form.code !== undefined && {right: form.right}),
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
