import type {Words} from '../../locale/words.js';

/** The words that only the plain form says, beside those of every form. */
export function plainWords({msg}: Words) {
  return {
    onADate: msg('On or around this date'),
    servicesSoFar: msg('Services so far'),
    ifYes: msg('If yes, how may we contact you?'),
    remembered: msg('Your browser may keep these details and offer them again. To clear them, choose “Clear browsing data” or “Clear history” in its settings, with form entries or autofill.'),
    sayYesOrNo: msg('Choose “Yes” if we may use the contact details that you wrote, or choose “No”'),
    unknownService: msg('The link that you followed names a service that we do not know. Tell us which service you mean.'),
    youCanStillTell: msg('You can still tell us about it.'),
    helpFromBefore: msg('Before you go on'),
    soFar: msg('Your answers so far'),
    typed: msg('What you wrote on the last page'),
    lost: msg('We are sorry. We could not read your earlier answers, so the form starts again. What you wrote on the last page is here, and it is kept in the form where it fits.'),
    sentBefore: msg('You have sent this already'),
    sentBeforeAdvice: msg('We have got it. To see it, correct it or withdraw it you need the code that we showed you then.'),
    noSuchForm: msg('There is no such form here'),
    noSuchFormAdvice: msg('The link that you followed names a form that we do not have.'),
    usualForm: msg('Go to our usual form'),
    tooLong: msg('That is longer than we can take'),
    tooLongAdvice: msg('Nothing was sent. Go back to the page before: what you wrote is still there. Copy it if you want to keep it, then make it shorter.'),
    unreadable: msg('We could not read that'),
    unreadableAdvice: msg('Nothing was sent. Go back to the page before and try again.'),
    unavailable: msg('Sorry, something on our side does not work now'),
    unavailableAdvice: msg('Nothing was sent. Try again in a few minutes.'),
    stillHere: msg('Your answers are still on this page. Keep it open, and try again in a few minutes.'),
    correction: msg('You sent this before and have changed it. We keep both and read the newer one.'),
    whenYouHear: msg('When you hear from us'),
    leave: msg('Leave this page'),
    historyStays: msg('This page stays in your browser’s history.'),
    printThis: msg('To keep a copy, print this page or save it with your browser.'),
  };
}
