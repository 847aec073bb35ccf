import {describe, expect, it} from 'vitest';
import {classifyResponse, type SentRequest} from '../../../src/delivery/outbox/classify-response.js';
import {receipt} from '../../support/contract/contract-examples.js';

const now = Date.parse('2026-11-22T10:00:00Z');
const ours: SentRequest = {id: receipt.id, isAction: false};
const toAction: SentRequest = {id: receipt.id, isAction: true};
const problem = {type: 'about:blank', title: 'Feedback does not match the contract', status: 422, errors: [{pointer: '/answers/when', detail: 'is later than tomorrow'}]};

const kindOf = (status: number, value?: unknown, sent = ours) => classifyResponse({status, value}, sent, now).kind;

describe('what an answer means for what somebody sent', () => {
  it.each([200, 201, 202, 299])('is kept once a %i brings its receipt', (status) => {
    expect(classifyResponse({status, value: receipt}, ours, now)).toEqual({kind: 'received', receipt});
  });

  it.each([
    ['no JSON', undefined],
    ['nothing', null],
    ['an empty object', {}],
    ['the receipt of somebody else', {...receipt, id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a12'}],
    ['a list of receipts', [receipt]],
    ['the id alone as text', receipt.id],
  ])('is not known when a 2xx brings %s', (_what, value) => {
    for (const status of [200, 201, 204]) expect(kindOf(status, value)).toBe('not-yet');
  });

  it('is accepted, without a reference, when a 2xx repeats the id and no more', () => {
    expect(kindOf(201, {id: receipt.id})).toBe('accepted');
  });

  it.each([200, 201, 202, 204])('is accepted when an action answers %i, whatever it says', (status) => {
    for (const value of [undefined, null, {}, receipt]) expect(kindOf(status, value, toAction)).toBe('accepted');
  });

  it.each([301, 302, 307, 408, 409, 425, 429, 500, 502, 503, 504, 511, 599])('is not known after %i, and is tried again', (status) => {
    expect(kindOf(status, problem)).toBe('not-yet');
    expect(kindOf(status, problem, toAction)).toBe('not-yet');
    expect(kindOf(status, receipt)).toBe('not-yet');
  });

  it.each([400, 413, 415, 422])('is refused for good by %i, with the faults the endpoint named', (status) => {
    expect(classifyResponse({status, value: problem}, ours, now)).toMatchObject({kind: 'not-taken', faults: problem.errors});
    expect(classifyResponse({status, value: undefined}, ours, now)).toMatchObject({kind: 'not-taken', faults: []});
    expect(classifyResponse({status, value: problem}, toAction, now)).toMatchObject({kind: 'not-taken'});
  });

  it('leaves out faults that are none', () => {
    const errors = [{pointer: '/a', detail: 'is wrong'}, {pointer: 7}, null, 'text'];
    expect(classifyResponse({status: 422, value: {errors}}, ours, now)).toMatchObject({faults: [{pointer: '/a', detail: 'is wrong'}]});
  });

  it.each([401, 402, 403, 404, 405, 406, 410, 418, 451])('is for the page’s developer to mend after %i', (status) => {
    expect(kindOf(status, problem)).toBe('misconfigured');
    expect(kindOf(status, receipt)).toBe('misconfigured');
  });

  it('tells a developer the status and what the problem says', () => {
    expect(classifyResponse({status: 403, value: {title: 'Isolation required', detail: 'Use the frame'}}, ours, now)).toEqual({kind: 'misconfigured', reason: '403: Isolation required: Use the frame'});
    expect(classifyResponse({status: 404}, ours, now)).toEqual({kind: 'misconfigured', reason: '404'});
  });

  it('waits as long as the endpoint asks, and no longer than a day', () => {
    expect(classifyResponse({status: 503, retryAfterHeader: '7'}, ours, now)).toMatchObject({kind: 'not-yet', retryAfterSeconds: 7});
    expect(classifyResponse({status: 429, retryAfterHeader: 'Sun, 22 Nov 2026 10:00:30 GMT'}, ours, now)).toMatchObject({retryAfterSeconds: 30});
    expect(classifyResponse({status: 503, retryAfterHeader: '99999999999999999999'}, ours, now)).toMatchObject({retryAfterSeconds: 86_400});
    expect(classifyResponse({status: 503, retryAfterHeader: 'Sun, 22 Nov 2036 10:01:00 GMT'}, ours, now)).toMatchObject({retryAfterSeconds: 86_400});
    expect(classifyResponse({status: 503}, ours, now)).not.toHaveProperty('retryAfterSeconds');
  });
});
