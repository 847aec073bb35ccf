import type {SetStructure} from '../../../contract/question-set.js';

/**
 * The structure of the set `quick`, version 1: one page, and before it the
 * question which service, where the tag does not say. Published: it never changes.
 */
export const quick: SetStructure = {
  id: 'quick',
  version: '1',
  pages: [
    {id: 'service', questions: [{id: 'service', kind: 'service', required: true}]},
    {
      id: 'quick',
      questions: [
        {
          id: 'overall',
          kind: 'choice',
          required: true,
          choices: ['very-good', 'good', 'neither', 'poor', 'very-poor', 'dont-know'].map((value) => ({value})),
        },
        {id: 'risk', kind: 'choice', required: true, choices: ['yes', 'unsure', 'no'].map((value) => ({value}))},
        {id: 'comment', kind: 'long-text', required: false, maxLength: 20_000},
      ],
    },
  ],
};
