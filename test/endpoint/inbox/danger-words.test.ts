import {beforeEach, describe, expect, it} from 'vitest';
import type {InboxPage} from '../../../src/contract/inbox.js';
import type {Submission} from '../../../src/contract/submission.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {exampleSubmission, openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {signedIn} from '../../support/endpoint/team.js';
import {follow} from '../../support/plain-form/page-person.js';
import {readPage} from '../../support/plain-form/page-reader.js';

let endpoint: TestEndpoint;

beforeEach(async () => {
  endpoint = await openEndpoint();
  return () => endpoint.close();
});

function tell(story: string, answers: Record<string, string> = {}) {
  return sent(exampleSubmission({answers: {...exampleSubmission().answers, risk: 'no', story, ...answers}}));
}

async function sent(submission: Submission) {
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

  it.each([
    ['what they should do differently', {change: 'She has not been fed.'}, 'not been fed'],
    ['where it happened', {where: 'On Ward 4, where she was left in her own urine.'}, 'left in her own urine'],
  ])('are found in %s as well', async (_, answers, expected) => {
    expect((await tell('It was fine.', answers)).kept).toMatchObject({urgency: 'concern', dangerWords: [expected]});
  });

  it('are found in the comment of the quick form', async () => {
    const quick = exampleSubmission({questionSet: {id: 'quick', version: '1'}, answers: {overall: 'poor', risk: 'no', comment: 'I can’t breathe.'}});
    expect((await sent(quick)).kept).toMatchObject({urgency: 'concern', dangerWords: ['can’t breathe']});
  });

  it('are found in what comes from the plain form', async () => {
    const person = await follow(endpoint, '/feedback?question-set=quick&place=Exampleshire');
    const check = await person.choose('Poor').choose('No').write(/^What would you like/, 'He hits me.').press('Continue');
    const receipt = await check.press('Send');
    expect(receipt.page.heading).toBe('Thank you. We have got what you sent.');
    expect(receipt.page.words).not.toMatch(/machine|concern/i);
    const {submissions} = (await (await endpoint.inbox('')).json()) as InboxPage;
    expect(submissions[0]).toMatchObject({urgency: 'concern', dangerWords: ['hits me']});
  });

  it('stand in the team’s list, before what is not urgent', async () => {
    const {submission} = await tell('He has a knife.');
    await tell('The garden is lovely.');
    const list = readPage(await (await (await signedIn(endpoint)).get('/inbox')).text());
    expect(list.words).toContain('A person must judge: has a knife');
    expect(((await (await endpoint.inbox('')).json()) as InboxPage).submissions[0]?.id).toBe(submission.id);
  });

  it('are written into no log, neither when they are kept nor when they cannot be', async () => {
    await tell('I want to die, SECRET.');
    const {store} = endpoint.dependencies;
    const {save} = store;
    store.save = () => Promise.reject(new StoreUnavailable('the disk is full'));
    const failed = await endpoint.post(exampleSubmission({answers: {...exampleSubmission().answers, story: 'I want to die, SECRET.'}}));
    store.save = save;
    expect(failed.status).toBe(503);
    expect(endpoint.logged.join('\n')).toContain('the disk is full');
    expect(endpoint.logged.join('\n')).not.toMatch(/SECRET|die/);
  });

  it('are described for programmers', async () => {
    const document = (await (await endpoint.ask('/v1/openapi.json')).json()) as {components: {schemas: Record<string, {description?: string; properties: object}>}};
    expect(document.components.schemas['InboxSubmission']?.properties).toHaveProperty('dangerWords');
    expect(document.components.schemas['InboxSubmission']?.description).toContain('`dangerWords`');
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
