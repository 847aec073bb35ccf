import {str, type Words} from '../../locale/words.js';

/** The words that dates, long texts and contact details need beside their own question. */
export function askingWords({lang, msg}: Words) {
  const left = (count: string) => msg(str`You have ${count} characters left.`);
  const over = (count: string) => msg(str`You have ${count} characters too many.`);
  return {
    day: msg('Day'),
    month: msg('Month'),
    year: msg('Year'),
    or: msg('Or'),
    charactersLeft: (count: number) => (count === 1 ? msg('You have 1 character left.') : left(count.toLocaleString(lang))),
    charactersOver: (count: number) => (count === 1 ? msg('You have 1 character too many.') : over(count.toLocaleString(lang))),
    yes: msg('Yes'),
    no: msg('No'),
    name: msg('Full name'),
    email: msg('Email'),
    phone: msg('Phone number'),
    address: msg('Postal address'),
    by: msg('Which should we use?'),
    byEmail: msg('Email'),
    byPhone: msg('Phone'),
    byPost: msg('Post'),
    avoid: msg('When or how should we not contact you?'),
    avoidHint: msg('For example, because someone else reads your messages.'),
    for: msg('What may we contact you about?'),
    forQuestions: msg('Questions about what you told us'),
    forNews: msg('News about what happened because of it'),
    formats: msg('Do you need us to write or speak in a certain way?'),
    formatNames: {
      'large-print': msg('Large print'),
      'easy-read': msg('Easy Read'),
      braille: msg('Braille'),
      bsl: msg('British Sign Language (BSL)'),
      interpreter: msg('An interpreter'),
      relay: msg('Text relay'),
    },
    language: msg('Which language?'),
  };
}
export type AskingWords = ReturnType<typeof askingWords>;
