import type {Words} from '../../../locale/words.js';

/** The words for the code by which people come back to what they sent. */
export function codeWords({msg}: Words) {
  return {
    yourCode: msg('Your code'),
    keepCode: msg('With this code you can see, change or delete what you sent. Keep it secret: anybody who has it can do the same. We cannot give it to you again.'),
    codeOpens: msg('See, correct or withdraw what you sent'),
  };
}

/** What the form says of it beside that. */
export function codeInFormWords({msg}: Words) {
  return {
    copyCode: msg('Copy the code'),
    codeCopied: msg('The code is copied. Paste it where only you can find it.'),
    cannotCopy: msg('Your browser does not let us copy it. Write it down.'),
    writtenDown: msg('I have written it down'),
    codeKept: msg('Good. You can leave this page now.'),
    keepCodeFirst: msg('Keep your code first: copy it, print or save a copy, or write it down. We cannot show it to you again.'),
    codeWorksOnce: msg('It works as soon as we have got what you sent.'),
    codeWillWork: msg('The code that this website showed you works as soon as we have got what you sent. We cannot show it again.'),
    codeWasShown: msg('The code that this website showed you when you sent it works now. We cannot show it again.'),
  };
}
