import type {SetText} from '../../../contract/question-set.js';
import type {Words} from '../../../locale/words.js';
import {whatItIs} from './what-it-is.js';

/**
 * The words of the first page of `give-feedback`: what the form is, and whose
 * care it is. They stand apart so that a browser can show them before the rest
 * has come.
 */
export function giveFeedbackOpening(words: Words): SetText {
  const {msg} = words;
  const yes = {label: msg('Yes')};
  const no = {label: msg('No')};
  return {
    title: msg('Tell us what care was like'),
    pages: {
      'whose-care': {
        title: msg('Tell us what care was like'),
        body: [
          msg('Health or social care in England, good or bad.'),
          msg('You are telling us about {service}.'),
          ...whatItIs(words),
        ],
      },
    },
    questions: {
      relationship: {
        label: msg('Whose care is it?'),
        choices: {
          self: {label: msg('My own')},
          carer: {label: msg('Someone I care for')},
          relative: {label: msg('A relative or friend'), hint: msg('Including someone who has died')},
          advocate: {label: msg('Someone I speak for, as an advocate')},
          staff: {label: msg('I work or volunteer there, or used to')},
          other: {label: msg('I saw or heard about it')},
        },
        required: msg('Choose whose care it is'),
      },
      died: {
        label: msg('Has the person died?'),
        hint: msg('We ask so that we use the right words.'),
        choices: {yes: {...yes, then: [msg('We are sorry for your loss.')]}, no},
      },
      'under-18': {label: msg('Are you under 18?'), choices: {yes, no}},
    },
  };
}
