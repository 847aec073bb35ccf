import type {Words} from '../../locale/words.js';

/** What stands over those who can help, within the form. */
export function pointingWords({msg}: Words) {
  return {
    danger: msg('If someone is in danger: who can help'),
    complaint: msg('This form is not a complaint, and we cannot resolve one. These are the steps of a complaint.'),
    detained: msg('Who can help people detained under the Mental Health Act'),
    died: msg('Who can help after a death'),
    child: msg('Who can help you'),
    staff: msg('Who can help people who speak up at work'),
    ending: msg('Who can help'),
  };
}
