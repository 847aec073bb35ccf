import type {Words} from '../../../locale/words.js';

/** What a form is, and who gets what is sent; it stands on the first page of every built-in set. */
export function whatItIs({msg}: Words): string[] {
  return [
    msg('This is feedback, not a complaint, a vote or a consultation.'),
    msg('{receiver} gets it. Nobody reads it straight away.'),
    msg('You need not give your name. Any language is fine.'),
  ];
}
