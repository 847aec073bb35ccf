import type {InboxEntry} from '../../contract/inbox.js';
import {dangerPhrases} from '../../domain/signposting/danger-phrases.js';

/** The submission with the words that may point to danger, looked for when it is read, so that erasing leaves none behind. */
export function withDangerWords(submission: InboxEntry): InboxEntry {
  const answers = Object.values(submission.answers).filter((answer) => typeof answer === 'string');
  const texts = 'whole' in submission ? [...answers, submission.whole] : answers;
  const dangerWords = [...new Set(texts.flatMap(dangerPhrases))];
  return submission.urgency === 'none' || dangerWords.length === 0 ? submission : {...submission, dangerWords};
}
