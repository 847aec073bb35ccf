import type {ReceiverFile} from '../../../src/contract/receiver.js';
import type {Service} from '../../../src/contract/service.js';
import type {InboxSubmission} from '../../../src/contract/inbox.js';
import {exampleReceiver, openEndpoint, type TestEndpoint} from '../endpoint/endpoint.js';
import {putServices} from '../store/put-services.js';

export const services: readonly Service[] = [
  {id: '1-1000000001', level: 'location', name: 'Example House', town: 'Exampleton', postcode: 'ZZ99 1AA', kinds: ['care-home'], status: {kind: 'registered'}},
  {id: '1-1000000003', level: 'location', name: 'Example Homes', town: 'Exampleton', kinds: ['care-home'], status: {kind: 'closed', on: '2019-03-31'}},
  {id: '1-1000000007', level: 'location', name: 'Example Mental Health Centre', town: 'Little Exampleham', kinds: ['mental-health'], status: {kind: 'registered'}},
];

export const receiver: ReceiverFile = {
  ...exampleReceiver,
  privacyNoticeVersion: '2026-11',
  share: {
    regulator: {name: 'Example Regulator', words: 'The body that inspects services.'},
    service: {name: 'The service itself', words: 'The people who run it.'},
  },
};

/** An endpoint that knows a few services, with a clock that a test can move. */
export interface FormEndpoint extends TestEndpoint {
  now: Date;
  arrived(): Promise<InboxSubmission[]>;
}

export async function openFormEndpoint(): Promise<FormEndpoint> {
  const time = {now: new Date('2026-11-22T12:00:00Z')};
  const endpoint = await openEndpoint({receiver, clock: () => time.now});
  await putServices(endpoint.dependencies.store, services, 'example');
  return Object.defineProperties(endpoint, {
    now: {get: () => time.now, set: (now: Date) => (time.now = now)},
    arrived: {value: async () => (await endpoint.dependencies.store.inbox({order: 'arrived', limit: 500})).submissions},
  }) as FormEndpoint;
}
