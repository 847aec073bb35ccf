import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createHandler} from '../../../src/endpoint/handler.js';
import {createRateLimiter} from '../../../src/endpoint/http/rate-limiter.js';
import {origin} from '../../support/endpoint/endpoint.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {toCheckAnswers} from '../../support/plain-form/page-person.js';

const house = '/feedback?service=1-1000000001';
let endpoint: FormEndpoint;
beforeAll(async () => {
  endpoint = await openFormEndpoint();
});
afterAll(() => endpoint.close());

describe('a field that nobody sees', () => {
  it('is left empty by people, whose feedback nothing sets apart', async () => {
    const check = await toCheckAnswers(endpoint, house, 'They were kind.');
    const html = await (await endpoint.ask('/feedback.css')).text();
    expect(html).toMatch(/\.trap\s*\{\s*display:\s*none/);
    expect((await check.press('Send')).response.status).toBe(200);
    expect((await endpoint.arrived()).at(-1)).not.toHaveProperty('quarantine');
  });

  it('filled in as machines do, sets it apart where the team sees it, and answers as always', async () => {
    const check = await toCheckAnswers(endpoint, house, 'Cheap watches.');
    const sent = await check.write('Leave this empty', 'https://watches.example').press('Send');
    expect(sent.page.heading).toBe('Thank you. We have got what you sent.');
    expect((await endpoint.arrived()).at(-1)).toMatchObject({quarantine: 'trap'});
  });

  it('filled in by a browser for somebody in danger, hides nothing', async () => {
    const check = await toCheckAnswers(endpoint, house, 'I want to kill myself.');
    await check.write('Leave this empty', 'x').press('Send');
    const kept = (await endpoint.arrived()).at(-1);
    expect(kept).toMatchObject({urgency: 'concern'});
    expect(kept).not.toHaveProperty('quarantine');
  });
});

describe('too much from one address', () => {
  it('leaves every answer on the page, with the button to send again', async () => {
    const check = await toCheckAnswers(endpoint, house, 'After many others.');
    const spent = {atOnce: 1, perSecond: 0.01};
    const rateLimiter = createRateLimiter(() => endpoint.now, {sending: spent, refusals: spent, comingBack: spent, wrongCodes: spent, failedSignIns: spent, aboutOneService: spent, sameWords: spent});
    rateLimiter.waitToSend('192.0.2.1');
    const handle = createHandler({...endpoint.dependencies, rateLimiter});
    const response = await handle(new Request(new URL('/feedback', origin), {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: check.fields('Send').toString()}), '192.0.2.1');
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThanOrEqual(100);
    const page = await response.text();
    expect(page).toContain('After many others.');
    expect(page).toContain('Your answers are still on this page.');
  });
});
