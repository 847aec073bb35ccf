import {beforeEach, describe, expect, it} from 'vitest';
import type {InboxPage} from '../../src/contract/inbox.js';
import {exampleSubmission, openEndpoint, type TestEndpoint} from './endpoint.js';
import {signedIn} from './inbox-pages/team.js';
import {readPage} from './plain-form/reader.js';

let endpoint: TestEndpoint;

beforeEach(async () => {
  endpoint = await openEndpoint();
  return () => endpoint.close();
});

async function tell(story: string, answers: Record<string, string> = {}) {
  const submission = exampleSubmission({answers: {...exampleSubmission().answers, risk: 'no', story, ...answers}});
  const response = await endpoint.post(submission);
  const receipt = (await response.json()) as Record<string, unknown>;
  expect(response.status).toBe(201);
  const page = (await (await endpoint.inbox('')).json()) as InboxPage;
  return {submission, receipt, kept: page.submissions.find(({id}) => id === submission.id)!};
}

describe('words that point to danger', () => {
  it('make somebody look soon, and are shown to the team as they were written', async () => {
    const {submission, kept} = await tell('The night carer HIT my mother.');
    expect(kept).toMatchObject({urgency: 'concern', dangerWords: ['HIT my mother']});
    const page = readPage(await (await (await signedIn(endpoint)).get(`/inbox/${submission.id}`)).text()).words;
    expect(page).toContain('A person must judge: HIT my mother');
  });

  it('change nothing for whoever wrote them: the receipt says no more, and a repeat is the same', async () => {
    const {submission, receipt} = await tell('I want to die.');
    expect(Object.keys(receipt).sort()).toEqual(['id', 'receivedAt', 'reference', 'token']);
    const again = await endpoint.post(submission);
    expect([again.status, await again.json()]).toEqual([200, receipt]);
  });

  it('never lower what is urgent', async () => {
    expect((await tell('He said he wants to die.', {risk: 'yes'})).kept.urgency).toBe('immediate');
    expect((await tell('All was well.', {risk: 'yes'})).kept).not.toHaveProperty('dangerWords');
  });

  it('are not found in what is harmless', async () => {
    const {kept} = await tell('The food was cold and my hip was killing me.');
    expect(kept.urgency).toBe('none');
    expect(kept).not.toHaveProperty('dangerWords');
  });
});
