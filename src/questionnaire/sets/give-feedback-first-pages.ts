import type {Page, When} from '../../contract/question-set.js';

const forSomebodyElse: When = {question: 'relationship', in: ['carer', 'relative', 'advocate']};

const choices = (...values: string[]) => values.map((value) => ({value}));

/** The pages of `give-feedback` whose words are in its opening, so that a browser can show them before the rest has come. */
export const giveFeedbackFirstPages: Page[] = [
  {id: 'about-this-form', questions: []},
  {id: 'service', questions: [{id: 'service', kind: 'service', required: true}]},
  {
    id: 'worked-together',
    when: {service: ['pathway']},
    questions: [{id: 'worked-together', kind: 'choice', required: false, choices: choices('yes', 'partly', 'no', 'unsure')}],
  },
  {
    id: 'relationship',
    questions: [
      {id: 'relationship', kind: 'choice', required: true, choices: choices('self', 'carer', 'relative', 'advocate', 'staff', 'other')},
      {id: 'died', kind: 'choice', when: forSomebodyElse, required: false, choices: choices('yes', 'no')},
    ],
  },
];
