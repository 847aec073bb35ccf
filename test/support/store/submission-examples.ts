import {createHash} from 'node:crypto';
import type {ServiceRating} from '../../../src/contract/rating.js';
import type {Service} from '../../../src/contract/service.js';
import type {NewSubmission} from '../../../src/endpoint/store/store.js';

/** The day for which rows hold unless a test says another. */
export const exampleDay = '2026-11-01';

let made = 0;

/** An id in the order of the calls. */
export function nextId(): string {
  made += 1;
  return `0197b2c4-7a1e-7cc2-9d0b-${String(made).padStart(12, '0')}`;
}

export function newSubmission(changes: Partial<NewSubmission> = {}): NewSubmission {
  const id = changes.id ?? nextId();
  return {
    id,
    contentHash: hash(`content of ${id}`),
    referenceHash: hash(`reference of ${id}`),
    receivedAt: '2026-11-22T10:09:41.000Z',
    urgency: 'none',
    coded: {
      id,
      questionSet: {id: 'quick', version: '1'},
      language: 'en',
      startedAt: '2026-11-22T10:02:11Z',
      finishedAt: '2026-11-22T10:09:40Z',
      about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House'}]},
      answers: {overall: 'good', risk: 'no'},
      source: {element: 'care-feedback', version: '0.1.0', mode: 'inline'},
    },
    stories: {},
    // Of the same sender, unless a test says otherwise.
    ...(changes.replaces !== undefined && {isReplacementProven: true}),
    ...changes,
  };
}

/** By whom tests erase. */
export const erasing = {who: 'command line', at: '2026-11-23T09:00:00.000Z'};

export function hash(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

export function exampleService(changes: Partial<Service> = {}): Service {
  return {id: '1-1000000001', level: 'location', name: 'Example House', odsCode: 'VXX01', provider: {id: '1-1000000002'}, status: {kind: 'registered'}, ...changes};
}

export function exampleRating(changes: Partial<ServiceRating> = {}): ServiceRating {
  const {id, level, name} = exampleService();
  return {
    service: {id, level, name},
    status: {kind: 'registered'},
    overall: {rating: 'good', label: 'Good', published: '2020-12-01'},
    keyQuestions: [],
    asOf: exampleDay,
    source: 'An example',
    ...changes,
  };
}
