import type {Words} from '../../locale/words.js';

/** What is said of feedback that waits to be sent. */
export function waitingWords({msg}: Words) {
  return {
    kept: msg('We have not got this yet. It is kept on this device.'),
    notKept: msg('We have not got this yet. It could not be kept on this device.'),
    comeBack: msg('We send it by ourselves as soon as we can. Come back here within 7 days, or it may be lost.'),
    stay: msg('Keep this page open: we send it by ourselves as soon as we can.'),
    unreadable: msg('You cannot read it here again once you have left this page. Copy your words now if you want to keep them.'),
    readable: msg('Until we have got it, somebody who uses this device and knows how can read it.'),
    left: msg('This page was left after you sent it. So it does not show your words any more.'),
    mayNotArrive: msg('It may not arrive. Please tell us in another way.'),
    slow: msg('This website has a fault, so this may take long. Copy your words, and tell us another way.'),
    danger: msg('Do not wait for this form. Call {emergency} if someone is in danger now.'),
    dangerOrPhone: msg('Do not wait for this form. Call {emergency} if someone is in danger now, or {phone}.'),
  };
}
