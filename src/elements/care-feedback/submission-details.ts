import {isoText, now} from '../../delivery/client/clock.js';
import type {SubmissionDetails} from '../../domain/questionnaire/form-session/session-steps.js';
import type {StartedForm} from './start-form.js';
import {sourceTexts} from './tag-texts.js';

/** What the page around a form says of a submission that is sent now, by somebody who has read the form in `language`. */
export function submissionDetails({tag, receiver}: StartedForm, language: string): SubmissionDetails {
  return {
    language,
    finishedAt: isoText(now()),
    consent: {notice: receiver.privacyNotice, ...(receiver.privacyNoticeVersion && {version: receiver.privacyNoticeVersion})},
    source: {
      element: 'care-feedback',
      version: __VERSION__,
      mode: 'inline',
      ...sourceTexts(tag),
      ...(/^https?:/.test(location.origin) && {site: location.origin}),
    },
  };
}
