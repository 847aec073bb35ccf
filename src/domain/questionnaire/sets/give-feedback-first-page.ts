import type {Page, When} from '../../../contract/question-set.js';
import {choiceList} from './choices.js';

const forSomebodyElse: When = {question: 'relationship', in: ['carer', 'relative', 'advocate']};

/** The first page of `give-feedback`, version 2, apart so that a browser can show it before the rest has come. */
export const giveFeedbackFirstPage: Page = {
  id: 'whose-care',
  questions: [
    {id: 'relationship', kind: 'choice', required: true, choices: choiceList('self', 'carer', 'relative', 'advocate', 'staff', 'other')},
    {id: 'died', kind: 'choice', when: forSomebodyElse, required: false, choices: choiceList('yes', 'no')},
    // Whom to point to, and how soon somebody must look, hang on it.
    {id: 'under-18', kind: 'choice', required: false, choices: choiceList('yes', 'no')},
  ],
};
