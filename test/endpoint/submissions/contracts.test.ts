import * as z from 'zod/mini';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {grouped} from '../../../src/contract/code.js';
import {takesKeysOf} from '../../../src/contract/contract-version.js';
import type {Receipt} from '../../../src/contract/receipt.js';
import {Receiver} from '../../../src/contract/receiver.js';
import {Submission} from '../../../src/contract/submission.js';
import {classifyResponse} from '../../../src/delivery/outbox/classify-response.js';
import {exampleRight, exampleSubmission, openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {sealTo} from '../../support/endpoint/sealing.js';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openEndpoint();
});
afterAll(() => endpoint.close());

/** What the endpoints of 1.0 that are out there do: strict, without knowing what a right is, and with a token for everything. */
const before = {
  contract: '1.0',
  post(submission: Submission): Promise<{status: number; value: unknown}> {
    const fits = z.omit(Submission, {right: true}).safeParse(submission).success;
    return Promise.resolve(fits ? {status: 201, value: {id: submission.id, reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T12:00:00Z', token: 'a token of 1.0'}} : {status: 422, value: {}});
  },
};
const now = {
  contract: '1.1',
  async post(submission: Submission, isSealed: boolean): Promise<{status: number; value: unknown}> {
    const [key] = ((await (await endpoint.ask('/v1/receiver')).json()) as {keys: [object]}).keys;
    const response = isSealed ? await endpoint.post(await sealTo(key, submission), {headers: {'Content-Type': 'application/jose'}}) : await endpoint.post(submission);
    return {status: response.status, value: await response.json()};
  },
};
const forms = [
  {version: '1.0', rightFor: () => undefined},
  {version: '1.1', rightFor: (contract: string) => (takesKeysOf('1.1', contract) ? exampleRight : undefined)},
];
const pairs = forms.flatMap((form) => [before, now].flatMap((there) => [true, false].map((isSealed) => ({form, there, isSealed, title: `a form of ${form.version} and an endpoint of ${there.contract}, ${isSealed ? 'sealed' : 'readable'}`}))));

describe('forms and endpoints of either contract work with each other:', () => {
  it.each(pairs)('$title', async ({form, there, isSealed}) => {
    const right = form.rightFor(there.contract);
    const submission = exampleSubmission(right && {right});
    const outcome = classifyResponse(await there.post(submission, isSealed), {id: submission.id, isAction: false}, 0);
    expect(outcome.kind).toBe('received');
    const {receipt} = outcome as {receipt: Receipt};
    expect(receipt.reference).toMatch(/^(\w{4}-){3}\w{4}$/);
    // Whoever sends bytes that they cannot read gets nothing that opens them.
    expect(receipt.token === '').toBe(there === now && (isSealed || right !== undefined));
    if (there !== now || (isSealed && right === undefined)) return;
    const opened = await endpoint.ask('/feedback/sent', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: new URLSearchParams({code: right ? grouped(right) : receipt.token, reference: receipt.reference, _do: 'show'}).toString()});
    expect(await opened.text()).toContain('They were kind.');
  });

  it('a form of 1.0 takes the receiver of 1.1, and leaves alone what it does not know', async () => {
    const ofToday = (await (await endpoint.ask('/v1/receiver')).json()) as Receiver;
    expect(ofToday.dataComplaint).toBeDefined();
    expect(z.omit(Receiver, {dataComplaint: true}).parse(ofToday)).not.toHaveProperty('dataComplaint');
  });

  it('by a number that is compared as numbers are', () => {
    expect(['1.0', '1.1', '1.9', '1.10', '2.0', undefined].map((contract) => takesKeysOf('1.1', contract))).toEqual([false, true, true, true, false, false]);
    for (const odd of ['', 'x', '1', '1.x']) expect(takesKeysOf('1.1', odd)).toBe(false);
  });
});
