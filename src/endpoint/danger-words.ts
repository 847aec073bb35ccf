import type {InboxSubmission} from '../contract/inbox.js';
import {dangerPhrases} from '../signposting/danger-phrases.js';

/** The submission with the words that may point to danger, looked for when it is read, so that erasing leaves none behind. */
export function withDangerWords(submission: InboxSubmission): InboxSubmission {
  const texts = Object.values(submission.answers).filter((answer) => typeof answer === 'string');
  const dangerWords = [...new Set(texts.flatMap(dangerPhrases))];
  return submission.urgency === 'none' || dangerWords.length === 0 ? submission : {...submission, dangerWords};
}
