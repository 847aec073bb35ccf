import type {SetText} from '../../contract/question-set.js';
import type {Words} from '../../locale/words.js';

/**
 * The words of `give-feedback` up to the question whose care it is: what a
 * person reads first, so that a browser can show it before the rest has come.
 * Which service is not among them: that question needs more than words.
 */
export function giveFeedbackOpening({msg}: Words): SetText {
  return {
    title: msg('Tell us what care was like'),
    pages: {
      'about-this-form': {
        title: msg('Tell us what care was like'),
        body: [
          msg('Use this form to say what health or social care in England was like, good or bad.'),
          msg('You are telling us about {service}.'),
          msg('You can write in any language. You do not need to give your name.'),
          msg('{receiver} receives what you send. {readHours}'),
          msg('What happens next: {whatHappens}'),
          msg('This is not a complaint. We cannot sort out a problem for one person. To complain, ask the service how first.'),
        ],
      },
    },
    questions: {
      relationship: {
        label: msg('Whose care do you want to tell us about?'),
        choices: {
          self: {label: msg('My own')},
          carer: {label: msg('Someone I care for')},
          relative: {label: msg('A relative or friend'), hint: msg('Including someone who has died')},
          advocate: {label: msg('Someone I speak up for, as their advocate')},
          staff: {label: msg('I work or volunteer there, or used to')},
          other: {label: msg('I saw or heard about it')},
        },
        required: msg('Choose whose care you want to tell us about'),
      },
      died: {
        label: msg('Has the person died?'),
        hint: msg('You do not have to answer. We ask so that we use the right words.'),
        choices: {yes: {label: msg('Yes'), then: [msg('We are sorry for your loss.')]}, no: {label: msg('No')}},
      },
    },
  };
}
