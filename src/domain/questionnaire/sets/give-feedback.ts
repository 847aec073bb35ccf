import type {SetStructure, When} from '../../../contract/question-set.js';
import {choiceList} from './choices.js';
import {giveFeedbackFirstPage} from './give-feedback-first-page.js';

const hasDied: When = {question: 'died', in: ['yes']};
const wentBadly: When = {question: 'experience', in: ['poor', 'mixed']};
const isStaff: When = {any: [{question: 'relationship', in: ['staff']}, {question: 'also-staff', in: ['yes']}]};
const mayBeInDanger: When = {question: 'risk', in: ['yes', 'unsure']};
const isAboutRights: When = {question: 'topics', in: ['rights']};
const mayContact: When = {question: 'may-contact', in: ['yes']};

/** The structure of the set `give-feedback`, version 2. Published: it never changes; a change makes version 3. */
export const giveFeedback: SetStructure = {
  id: 'give-feedback',
  version: '2',
  pages: [
    giveFeedbackFirstPage,
    {id: 'service', questions: [{id: 'service', kind: 'service', required: true}]},
    {
      id: 'worked-together',
      when: {service: ['pathway']},
      questions: [{id: 'worked-together', kind: 'choice', required: false, choices: choiceList('yes', 'partly', 'no', 'unsure')}],
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
        {id: 'told-others', kind: 'choice', when: mayBeInDanger, required: false, choices: choiceList('police', 'council', 'both', 'no')},
      ],
    },
    {
      id: 'when',
      // Of somebody who has died nothing still happens.
      questions: [{id: 'when', kind: 'date', required: true, choices: [{value: 'ongoing', when: {not: hasDied}}, {value: 'unknown'}]}],
    },
    {
      id: 'story',
      questions: [
        {id: 'story', kind: 'long-text', required: false, maxLength: 20_000},
        // With the story at its longest in a script of four bytes a character, a
        // submission still fits the 128 KiB that the endpoint takes.
        {id: 'change', kind: 'long-text', required: false, maxLength: 5000},
        {id: 'where', kind: 'text', required: false, maxLength: 500},
        {
          id: 'topics',
          kind: 'choices',
          required: false,
          folded: {not: wentBadly},
          choices: choiceList('safe', 'kindness', 'listened', 'decisions', 'information', 'access', 'staff', 'rights', 'place', 'medicines', 'together', 'other'),
        },
        {
          id: 'detained',
          kind: 'choice',
          when: {any: [{service: ['mental-health', 'hospital']}, isAboutRights]},
          required: false,
          folded: {not: {any: [wentBadly, isAboutRights, {service: ['mental-health']}]}},
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
      id: 'may-contact',
      questions: [
        {id: 'may-contact', kind: 'choice', required: false, choices: choiceList('yes', 'no')},
        {id: 'safe-reply', kind: 'choice', when: mayContact, required: true, choices: choiceList('yes', 'no', 'unsure')},
        // Where a reply is not safe, nobody is asked how to reach them.
        {id: 'contact', kind: 'contact', when: {question: 'safe-reply', in: ['yes', 'unsure']}, required: true},
      ],
    },
  ],
};
