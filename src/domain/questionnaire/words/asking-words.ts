import {plural} from '../../../locale/plural.js';
import {str, type Words} from '../../../locale/words.js';

/** The words that dates, long texts and contact details need beside their own question. */
export function askingWords({lang, msg}: Words) {
  const left = (count: number, figures: string) => plural(lang, count, {
    zero: msg(str`You have ${figures} characters left.`, {id: 'characters-left.zero'}),
    one: msg(str`You have ${figures} character left.`, {id: 'characters-left.one'}),
    two: msg(str`You have ${figures} characters left.`, {id: 'characters-left.two'}),
    few: msg(str`You have ${figures} characters left.`, {id: 'characters-left.few'}),
    many: msg(str`You have ${figures} characters left.`, {id: 'characters-left.many'}),
    other: msg(str`You have ${figures} characters left.`, {id: 'characters-left.other'}),
  });
  const over = (count: number, figures: string) => plural(lang, count, {
    zero: msg(str`You have ${figures} characters too many.`, {id: 'characters-over.zero'}),
    one: msg(str`You have ${figures} character too many.`, {id: 'characters-over.one'}),
    two: msg(str`You have ${figures} characters too many.`, {id: 'characters-over.two'}),
    few: msg(str`You have ${figures} characters too many.`, {id: 'characters-over.few'}),
    many: msg(str`You have ${figures} characters too many.`, {id: 'characters-over.many'}),
    other: msg(str`You have ${figures} characters too many.`, {id: 'characters-over.other'}),
  });
  return {
    day: msg('Day'),
    month: msg('Month'),
    year: msg('Year'),
    or: msg('Or'),
    charactersLeft: (count: number) => left(count, count.toLocaleString(lang)),
    charactersOver: (count: number) => over(count, count.toLocaleString(lang)),
    yes: msg('Yes'),
    no: msg('No'),
    name: msg('Full name'),
    email: msg('Email'),
    phone: msg('Phone number'),
    address: msg('Postal address'),
    by: msg('Which should we use?'),
    contactWays: {email: msg('Email'), phone: msg('Phone'), post: msg('Post')},
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
