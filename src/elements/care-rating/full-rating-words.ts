import {str, type Words} from '../../locale/words.js';

/** What `full` adds, in one language: what the words mean, for people who choose care. */
export function fullWords({msg}: Words) {
  return {
    meanings: msg('What the questions and ratings mean'),
    parts: (count: number) => msg(str`Parts that are rated apart: ${count}`),
    history: (count: number) => msg(str`Earlier overall ratings: ${count}`),
    questions: {
      safe: {asks: msg('Are people kept from harm?'), good: msg('Good care looks like this. People are kept safe from abuse and harm. There are enough staff, and they have the right skills. When something goes wrong, the service learns from it.')},
      effective: {asks: msg('Does the care help?'), good: msg('Good care looks like this. It works, and looks at all that a person needs. Staff work together. People decide about their own care.')},
      caring: {asks: msg('Are staff kind?'), good: msg('Good care looks like this. Staff are kind. They treat each person with respect. People have a choice.')},
      responsive: {asks: msg('Does the service meet each person’s needs?'), good: msg('Good care looks like this. People get care when they need it, in a way that suits them. They are listened to, and what they say changes things.')},
      'well-led': {asks: msg('Is the service well run?'), good: msg('Good care looks like this. Leaders know what goes on. Staff can speak up. The service keeps getting better.')},
    },
    ratings: {
      outstanding: msg('The service does exceptionally well.'),
      good: msg('The service does well and meets what is expected of it.'),
      'requires-improvement': msg('The service does not do as well as it should. CQC has told it how to improve.'),
      inadequate: msg('The service does badly. CQC has taken action.'),
    },
    others: msg('Other words mean that CQC has given no rating for this.'),
  };
}
