import type {SetStructure, When} from '../../../contract/question-set.js';
import {choiceList} from './choices.js';

const forSomebodyElse: When = {question: 'relationship', in: ['carer', 'relative', 'advocate']};
const wentBadly: When = {question: 'experience', in: ['poor', 'mixed']};
const isStaff: When = {any: [{question: 'relationship', in: ['staff']}, {question: 'also-staff', in: ['yes']}]};
const mayBeInDanger: When = {question: 'risk', in: ['yes', 'unsure']};

/** The structure of the set `give-feedback`, version 1. Published: it never changes. Asked no more; what was sent with it is still read. */
export const giveFeedbackVersion1: SetStructure = {
  id: 'give-feedback',
  version: '1',
  pages: [
    {id: 'about-this-form', questions: []},
    {id: 'service', questions: [{id: 'service', kind: 'service', required: true}]},
    {
      id: 'worked-together',
      when: {service: ['pathway']},
      questions: [{id: 'worked-together', kind: 'choice', required: false, choices: choiceList('yes', 'partly', 'no', 'unsure')}],
    },
    {
      id: 'relationship',
      questions: [
        {id: 'relationship', kind: 'choice', required: true, choices: choiceList('self', 'carer', 'relative', 'advocate', 'staff', 'other')},
        {id: 'died', kind: 'choice', when: forSomebodyElse, required: false, choices: choiceList('yes', 'no')},
      ],
    },
    {
      id: 'experience',
      questions: [
        {id: 'experience', kind: 'choice', required: true, choices: choiceList('good', 'poor', 'mixed')},
        {
          id: 'also-staff',
          kind: 'choice',
          when: {all: [wentBadly, {not: {question: 'relationship', in: ['staff']}}]},
          required: false,
          choices: choiceList('yes', 'no'),
        },
      ],
    },
    {id: 'protection', when: isStaff, questions: []},
    {
      id: 'risk',
      questions: [
        {id: 'risk', kind: 'choice', required: true, choices: choiceList('yes', 'unsure', 'no')},
        {id: 'told-others', kind: 'choice', when: mayBeInDanger, required: false, choices: choiceList('police', 'council', 'both', 'no', 'unsure')},
      ],
    },
    {
      id: 'when',
      questions: [
        {id: 'when', kind: 'date', required: true, choices: choiceList('ongoing', 'unknown')},
        {id: 'where', kind: 'text', required: false, maxLength: 500},
      ],
    },
    {
      id: 'story',
      questions: [
        {id: 'story', kind: 'long-text', required: false, maxLength: 20_000},
        // With the story at its longest in a script of four bytes a character, a
        // submission still fits the 128 KiB that the endpoint takes.
        {id: 'change', kind: 'long-text', required: false, maxLength: 5000},
      ],
    },
    {
      id: 'topics',
      questions: [
        {
          id: 'topics',
          kind: 'choices',
          required: {not: {answered: 'story'}},
          choices: choiceList('safe', 'kindness', 'listened', 'decisions', 'information', 'access', 'staff', 'rights', 'place', 'medicines', 'together', 'other'),
        },
        {
          id: 'detained',
          kind: 'choice',
          when: {any: [{service: ['mental-health']}, {question: 'topics', in: ['rights']}]},
          required: false,
          choices: choiceList('yes', 'no', 'unsure'),
        },
      ],
    },
    {
      id: 'told-service',
      when: wentBadly,
      questions: [
        {id: 'told-service', kind: 'choice', required: true, choices: choiceList('no', 'yes', 'complaint', 'unsure')},
        {id: 'service-answered', kind: 'choice', when: {question: 'told-service', in: ['yes', 'complaint']}, required: false, choices: choiceList('no', 'yes')},
      ],
    },
    {
      id: 'share',
      questions: [{id: 'share', kind: 'share', required: false, choices: [{value: 'regulator'}, {value: 'local'}, {value: 'service', when: {not: isStaff}}]}],
    },
    {
      id: 'under-18',
      questions: [
        {id: 'under-18', kind: 'choice', required: false, choices: choiceList('yes', 'no')},
        {id: 'safe-reply', kind: 'choice', when: {question: 'under-18', in: ['yes']}, required: false, choices: choiceList('yes', 'no', 'unsure')},
      ],
    },
    {id: 'contact', questions: [{id: 'contact', kind: 'contact', required: false}]},
  ],
};
