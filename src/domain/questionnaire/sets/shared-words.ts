import type {QuestionText, When} from '../../../contract/question-set.js';
import type {Words} from '../../../locale/words.js';

/** The words that ask which service; the same in every built-in set. */
export function serviceText({msg}: Words): QuestionText {
  return {
    label: msg('Which service was it?'),
    hint: msg('For example a GP practice, a hospital, a care home or home care.'),
    required: msg('Say which service it was'),
  };
}

/** The words that ask about danger; `hasDied` says when the care was that of somebody who has died. */
export function riskText({msg}: Words, hasDied?: When): QuestionText {
  // So short that the next question can be seen beneath it.
  const help = [msg('If someone is in danger now, call {emergency}. Do not wait for this form.')];
  return {
    label: msg('Is anyone being hurt, neglected or in danger, now or soon?'),
    ...(hasDied && {versions: [{when: hasDied, label: msg('Might other people there be hurt, now or soon?')}]}),
    choices: {
      yes: {label: msg('Yes'), then: help},
      unsure: {label: msg('I am not sure'), then: [...help, msg('Not an emergency? Call {police} or your council.')]},
      no: {label: msg('No')},
    },
    required: msg('Say if anyone is in danger of being hurt'),
  };
}
