import {str, type Words} from '../../locale/words.js';

/** The words for people who come back to what they sent. */
export function ownWords({msg}: Words) {
  return {
    heading: msg('See, correct or withdraw what you sent'),
    howTo: msg('You need the reference and the code from the page that said that we have got what you sent.'),
    reference: msg('Reference'),
    referenceHint: msg('For example K7MQ-4TRD-9X2P-H6WC'),
    code: msg('Code'),
    codeHint: msg('It is long, and capital and small letters are different in it.'),
    show: msg('Show what I sent'),
    wrong: msg('We know of nothing with this reference and this code. Look at both again'),
    yourCode: msg('Your code'),
    keepCode: msg('With the reference and this code you can later see what you sent, correct it or withdraw it. Do not show the code to anybody: whoever has both can do the same.'),
    whatYouSent: msg('What you sent'),
    receivedAt: (when: string) => msg(str`Received: ${when}`),
    hasNewer: msg('Something came later that says it corrects this. If that was not you, tell us.'),
    alsoKept: msg('Other answers'),
    asItCame: msg('As it came'),
    contactSealed: msg('Your contact details are kept too. They are sealed, so that we cannot show them here.'),
    contactKept: msg('Contact details'),
    correct: msg('Correct it'),
    correctHint: msg('We keep both, and read the newer one.'),
    contactAgain: msg('Give your contact details again there if you still want us to contact you.'),
    withdraw: msg('Withdraw it'),
    withdrawHint: msg('We erase what you wrote, your contact details and every version of it.'),
    sure: msg('Do you want to withdraw what you sent?'),
    sureAdvice: msg('We erase what you wrote, your contact details and every version of it. This cannot be undone. If someone is in danger and you have not told anyone else, we can no longer act on it.'),
    yesWithdraw: msg('Yes, withdraw it'),
    noKeep: msg('No, keep it'),
    withdrawn: msg('It is withdrawn'),
    withdrawnAdvice: msg('We have erased what you wrote and your contact details, in every version. What stays is that something came, when, its number, and who looked at it; nothing of what you wrote.'),
    notReached: msg('We could not reach backups, copies that were taken out before, for example in a spreadsheet or another program, or what somebody has read and written down. Ask us about those.'),
    copiedOn: (days: string) => msg(str`Copies in which it may still be were taken out on: ${days}.`),
    notByThis: msg('It cannot be withdrawn with this code'),
    notByThisAdvice: msg('It corrects something that came before, and we cannot tell that both are yours. Use the reference and the code that you got the first time: then we erase every version.'),
    gone: msg('Nothing of it is kept any more'),
    goneAdvice: msg('It was withdrawn or deleted.'),
    tooOften: msg('Too much has come from one place'),
    tooOftenAdvice: msg('Try again in a few minutes.'),
  };
}
export type OwnWords = ReturnType<typeof ownWords>;
