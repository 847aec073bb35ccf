import {dateInWords} from '../../locale/dates-in-words.js';
import {str, type Words} from '../../locale/words.js';
import type {Way} from '../../contract/signposts.js';

/** What is said about every body, in one language. */
export function signpostWords({lang, msg}: Words) {
  const day = (date: string) => dateInWords(date, lang);
  return {
    kinds: {
      phone: msg('Phone'),
      text: msg('Text'),
      relay: msg('Relay UK or text phone'),
      bsl: msg('British Sign Language'),
      web: msg('Website'),
      email: msg('Email'),
      post: msg('Post'),
    } satisfies Record<Way['kind'], string>,
    hours: msg('Open'),
    cost: msg('Cost'),
    limits: msg('Time limit'),
    /** The usual limit, by whether it has passed. */
    by: (date: string, today: string) =>
      date >= today
        ? msg(str`Usually by ${day(date)}. Ask them if you need longer.`)
        : msg(str`The usual time ended on ${day(date)}. You can still ask them.`),
    until: (date: string) => msg(str`It is there until ${day(date)}.`),
    checked: (date: string) => msg(str`Checked ${day(date)}`),
    /** What to text, and where. */
    textTo: (message: string, number: string) => msg(str`${message} to ${number}`),
  };
}
