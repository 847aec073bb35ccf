import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Access} from '../../../../src/endpoint/access/access.js';
import {exampleSubmission, openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {hashOfReference} from '../../../../src/endpoint/access/reference.js';
import {readPage} from '../../../support/plain-form/page-reader.js';
import {leadsTo, memberAt, memberWith, signedIn, type Member} from '../../../support/endpoint/team.js';
import {erasing} from '../../../support/store/submission-examples.js';

let endpoint: TestEndpoint;
let member: Member;
beforeEach(async () => {
  endpoint = await openEndpoint();
  member = await signedIn(endpoint);
});
afterEach(() => endpoint.close());

async function sent(partner: string): Promise<{id: string; reference: string}> {
  const submission = exampleSubmission({share: ['service'], source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner}});
  const response = await endpoint.post(submission);
  const {reference} = (await response.json()) as {reference: string};
  return {id: submission.id, reference};
}

const withLimits = (access: Partial<Access>) => memberWith(endpoint, access);

describe('finding by reference', () => {
  it('leads to the one that has it, however somebody writes it down', async () => {
    const {id, reference} = await sent('example-charity');
    await sent('other');
    for (const written of [reference, ` ${reference.toLowerCase()} `, reference.replaceAll('-', ''), reference.replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')]) {
      const response = await member.post('/inbox/find', {reference: written});
      expect(response.status).toBe(303);
      expect(leadsTo(response)).toBe(`/inbox/${id}`);
    }
    expect((await member.get(`/inbox/${id}`)).status).toBe(200);
  });

  it('is asked for over the list and on a page of its own, and stands in no address', async () => {
    for (const path of ['/inbox', '/inbox/find']) expect(await (await member.get(path)).text()).toContain('<form method="post" action="/inbox/find">');
    const {reference} = await sent('example-charity');
    expect((await member.get(`/inbox/find?reference=${reference}`)).status).toBe(200);
    expect(endpoint.logged.join()).not.toContain(reference);
  });

  it('says the same of what is unknown, of what somebody may not see and of what was erased', async () => {
    const [foreign, erased] = [await sent('other'), await sent('example-charity')];
    await endpoint.dependencies.store.erase(hashOfReference(erased.reference), erasing);
    const limited = await withLimits({scope: {partner: 'example-charity'}});
    const pages = new Set<string>();
    for (const reference of [foreign.reference, erased.reference, '0000-0000-0000-0000']) {
      const response = await limited.post('/inbox/find', {reference});
      expect(response.status).toBe(404);
      const html = await response.text();
      expect(readPage(html).words).toContain('Error: Nothing that you may see has this reference');
      expect(html).toContain(`value="${reference}"`);
      pages.add(html.replaceAll(reference, ''));
    }
    expect(pages.size).toBe(1);
    expect((await member.post('/inbox/find', {reference: foreign.reference})).status).toBe(303);
    expect((await member.post('/inbox/find', {reference: erased.reference})).status).toBe(404);
  });

  it('says at the field that something is no reference, and keeps what was typed', async () => {
    for (const reference of ['', 'K7MQ', 'K7MQ-4TRD-9X2P-H6WU', '"><script>']) {
      const response = await member.post('/inbox/find', {reference});
      expect(response.status).toBe(400);
      const html = await response.text();
      expect(html).toContain('<a href="#reference">Enter a reference of 16 letters and figures</a>');
      expect(html).toContain(`value="${reference.replace('"', '&quot;').replaceAll('>', '&gt;').replace('<', '&lt;')}" dir="auto"`);
    }
  });

  it('is not for the service itself, nor from another website, nor without signing in', async () => {
    const {reference} = await sent('example-charity');
    const visitor = await withLimits({scope: {share: 'service', service: ['1-1000000001']}});
    expect(await (await visitor.get('/inbox')).text()).not.toContain('/inbox/find');
    expect((await visitor.get('/inbox/find')).status).toBe(404);
    const answers = await Promise.all([reference, 'K7MQ-4TRD-9X2P-H6WC', 'none'].map(async (each) => (await visitor.post('/inbox/find', {reference: each})).text()));
    expect(new Set(answers).size).toBe(1);
    expect((await member.post('/inbox/find', {reference}, {'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site'})).status).toBe(403);
    expect((await memberAt(endpoint).post('/inbox/find', {reference})).status).toBe(401);
  });
});
