import {str, type Words} from '../../../locale/words.js';

/** The words around every page of every set. */
export function formWords({msg}: Words) {
  return {
    back: msg('Back'),
    continue: msg('Continue'),
    emergency: msg('In danger now? Call {emergency}.'),
    otherWays: (ways: string) => (ways ? msg(str`Other ways to tell us: ${ways}`) : msg('Other ways to tell us')),
    // Translators: in a list, after “Other ways to tell us:”
    otherWaysListed: {phone: msg('phone'), bsl: msg('BSL'), post: msg('post')},
    phone: msg('Phone'),
    relay: msg('Text relay'),
    bsl: msg('British Sign Language (BSL)'),
    email: msg('Email'),
    post: msg('Post'),
    hours: msg('When we read what you send'),
    optional: (label: string) => msg(str`${label} (optional)`),
    thereIsAProblem: msg('There is a problem'),
    error: (words: string) => msg(str`Error: ${words}`),
    openingRest: msg('One moment, please.'),
  };
}
export type FormWords = ReturnType<typeof formWords>;
