import type {Receiver} from '../../../src/contract/receiver.js';
import type {Service} from '../../../src/contract/service.js';

/** The example of the design, with words for the dots. */
export const submission = {
  id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11',
  replaces: '0197b2c4-0000-7cc2-9d0b-5f2f0d1f7a11',
  questionSet: {id: 'give-feedback', version: '1'},
  language: 'en',
  startedAt: '2026-11-22T10:02:11Z',
  finishedAt: '2026-11-22T10:09:40Z',
  about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House'}]},
  answers: {experience: 'mixed', relationship: 'carer', story: 'The staff were kind. The food was cold.', 'told-service': 'no'},
  urgency: 'none',
  contact: {
    name: 'A Person', email: 'person@example.com', phone: '01632 960123', address: '1 Example Street, Exampleton', by: 'post',
    avoid: 'Somebody else reads my messages.', for: ['questions'], formats: ['large-print'], language: 'en',
  },
  share: ['regulator', 'local'],
  consent: {notice: 'https://central.example/privacy', version: '2026-11'},
  helper: {kind: 'interpreter', agreed: true},
  source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner: 'example-charity', campaign: 'winter', site: 'https://charity.example'},
};

export const receipt = {id: submission.id, reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:41Z', token: 'an-example'};

export const receiver: Receiver = {
  name: 'Healthwatch Exampleshire (example)',
  role: 'healthwatch',
  prescribedPerson: false,
  privacyNotice: 'https://central.example/privacy',
  privacyNoticeVersion: '2026-11',
  dataComplaint: 'https://central.example/complain',
  lawfulBasis: 'An example has none.',
  retention: 'Until somebody deletes it.',
  readHours: 'Nobody reads it.',
  replyWithin: 'Nobody replies.',
  whatHappens: 'Nothing.',
  phone: '01632 960123',
  relay: '18001 01632 960123',
  bsl: 'There is no service.',
  email: 'hello@example.com',
  post: '1 Example Street',
  share: {regulator: {name: 'Example Regulator', words: 'It inspects.'}, service: {name: 'The service', words: 'The people who run it.'}},
  keys: [{kty: 'EC', crv: 'P-256', kid: 'example'}],
  contract: '1.0',
  languages: ['en', 'pa-Arab'],
  isolated: false,
};

export const service: Service = {
  id: '1-1000000001',
  level: 'location',
  name: 'Example House',
  town: 'Exampleton',
  postcode: 'ZZ99 9ZZ',
  odsCode: 'VEX01',
  provider: {id: '1-1000000002', name: 'Example Care Ltd'},
  kinds: ['care-home'],
  status: {kind: 'registered'},
  isolated: false,
};
