import type {QuestionText} from '../../contract/question-set.js';
import type {Words} from '../../locale/words.js';

/** The words that ask which service; the same in every built-in set. */
export function serviceText({msg}: Words): QuestionText {
  return {
    label: msg('Which service do you want to tell us about?'),
    hint: msg('For example a GP practice, a hospital, a care home or home care.'),
    required: msg('Say which service you want to tell us about'),
  };
}

/** The words that ask about danger; the same in every built-in set. */
export function riskText({msg}: Words): QuestionText {
  const help = [
    msg('If someone is in danger now, call {emergency}. Do not wait for this form.'),
    msg('To get help, you may need to say who is in danger and where.'),
    msg('If it is not an emergency, you can tell the police on {police}, or the social care team of the council.'),
  ];
  return {
    label: msg('Is anyone being hurt, or in danger of being hurt, now or soon?'),
    choices: {
      yes: {label: msg('Yes'), then: help},
      unsure: {label: msg('I am not sure'), then: help},
      no: {label: msg('No')},
    },
    required: msg('Say if anyone is in danger of being hurt'),
  };
}
