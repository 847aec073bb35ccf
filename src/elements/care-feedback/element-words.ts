import {str, type Words} from '../../locale/words.js';

/** The words that only the element says, beside those of every form. */
export function elementWords({msg}: Words) {
  return {
    serviceNumber: (number: number) => msg(str`Service ${number}`),
    notHere: msg('This website must not see what you say. Tell us on our own page.'),
    ownPage: msg('Go to our own page (opens in a new tab)'),
    tellingAbout: msg('You are telling us about {service}.'),
    theService: msg('The service named on this website'),
    copyThis: msg('Your words. Select them all and copy them.'),
    refusedAnswers: msg('These answers could not be taken'),
    fileName: msg('feedback-copy'),
  };
}
