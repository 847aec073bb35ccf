import {str, type Words} from '../../locale/words.js';

/** The words that only the element says, beside those of every form. */
export function elementWords({msg}: Words) {
  return {
    cannotStart: msg('The feedback form cannot be shown here.'),
    forEditor: (attribute: string) => msg(str`For the editor of this website: look at the attribute “${attribute}” of this form.`),
    restMissing: msg('The rest of this form has not come. Your answers are still here. Check your connection, then try again.'),
    tryAgain: msg('Try again'),
  };
}

/** The words that the element says once a person is near the end. */
export function elementEndingWords({msg}: Words) {
  return {
    theService: msg('The service named on this website'),
    opensNewTab: (name: string) => msg(str`${name} (opens in a new tab)`),
    copyThis: msg('Your words. Select them all and copy them.'),
    refusedAnswers: msg('These answers could not be taken'),
    fileName: msg('feedback-copy'),
    replyWithin: msg('When you hear from us'),
  };
}
