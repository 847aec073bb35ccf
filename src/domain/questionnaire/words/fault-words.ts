import type {QuestionText} from '../../../contract/question-set.js';
import {str, type Words} from '../../../locale/words.js';
import type {QuestionFault} from '../check.js';

/** What to tell a person about a fault: what to do, in one sentence. */
export function faultWords(fault: QuestionFault, text: QuestionText | undefined, {lang, msg}: Words): string {
  switch (fault.kind) {
    case 'required': return text?.required ?? msg('Answer this question');
    case 'not-a-choice':
    case 'wrong-type': return msg('Choose from the answers shown');
    case 'not-a-date': return msg('Write a real date, such as 27 3 2026, or only the year');
    case 'too-late': return msg('Write a date that is not in the future');
    // Forms take such characters out, so this is only met where an older version has carried one along.
    case 'unkeepable': return msg('Look at this text again, then go on');
    case 'too-long': return lengthWords(fault.maxLength.toLocaleString(lang), {msg});
    case 'needs-name': return fault.part === 'place' ? msg('Write the name of the area') : msg('Write or choose the name of the service');
    case 'needs-two': return msg('Name at least two services, or choose “One service”');
    case 'not-an-email': return msg('Write an email address such as name@example.com');
    case 'needs-way': return wayWords(fault.part, {msg});
  }
}

function lengthWords(maximum: string, {msg}: Pick<Words, 'msg'>): string {
  return msg(str`Write ${maximum} characters or fewer`);
}

function wayWords(part: string, {msg}: Pick<Words, 'msg'>): string {
  if (part === 'phone') return msg('Write your phone number, or choose another way');
  if (part === 'address') return msg('Write your postal address, or choose another way');
  return msg('Write an email address, a phone number or a postal address, or choose “No”');
}
