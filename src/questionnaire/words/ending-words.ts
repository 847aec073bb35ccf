import {str, type Words} from '../../locale/words.js';

/** The words from check-answers to the receipt. */
export function endingWords({msg}: Words) {
  return {
    checkAnswers: msg('Check your answers before you send them'),
    change: msg('Change'),
    changeWhat: (question: string) => msg(str`Change your answer: ${question}`),
    notAnswered: msg('Not answered'),
    about: msg('What you are telling us about'),
    noContact: msg('No, do not contact me'),
    noShares: msg('Nobody else'),
    privacy: (receiver: string) => msg(str`${receiver} keeps what you send. Read how before you send it:`),
    receiverNotice: (receiver: string) => msg(str`Privacy notice of ${receiver}`),
    siteNotice: msg('Privacy notice of this website'),
    lawfulBasis: msg('Why we may keep it'),
    retention: msg('How long we keep it'),
    sentTo: (host: string) => msg(str`It is sent to ${host}.`),
    send: msg('Send'),
    sendAgain: msg('Try to send again'),
    sending: msg('Sending …'),
    notSent: msg('We have not got this yet'),
    notSentAdvice: msg('Your answers are still on this page. Keep it open, and try again when you have a connection.'),
    notTaken: msg('We could not take this as it is. Your answers are still on this page. Change what is marked, or copy your words and tell us in another way.'),
    copy: msg('Copy your words'),
    copied: msg('Copied.'),
    received: msg('Thank you. We have got what you sent.'),
    accepted: msg('Thank you. Your feedback was accepted.'),
    reference: msg('Your reference'),
    keepReference: msg('Keep this reference. You need it if you want to ask about what you sent.'),
    yourCode: msg('Your code'),
    keepCode: msg('With the reference and this code you can later see what you sent, correct it or withdraw it. Do not show the code to anybody: whoever has both can do the same.'),
    wayBack: msg('See, correct or withdraw what you sent'),
    receivedAt: (when: string) => msg(str`Received: ${when}`),
    whatNext: msg('What happens next'),
    copyToKeep: msg('A copy for you'),
    print: msg('Print'),
    save: msg('Save a copy'),
    sharedDevice: msg('If other people use this device, they can read a copy that you save.'),
    another: msg('Tell us about another service'),
    expired: msg('This page was open for more than 24 hours. Check your answers, then go on.'),
  };
}
export type EndingWords = ReturnType<typeof endingWords>;
