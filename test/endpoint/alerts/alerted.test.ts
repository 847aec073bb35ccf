import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import {startEndpoint, type RunningEndpoint} from '../../../src/endpoint/serve.js';
import {eventually} from '../../support/eventually.js';
import {exampleReceiver, exampleSubmission, inboxToken} from '../../support/endpoint/endpoint.js';
import {sqliteWorker} from '../../support/endpoint/sqlite-worker.js';
import {startHook, type HookServer} from '../../support/endpoint/hook-server.js';
import {startMailServer, type MailServer} from '../../support/endpoint/mail-server.js';

let folder: string;
let hook: HookServer;
let mail: MailServer;
let endpoint: RunningEndpoint;
let now = Date.parse('2026-11-22T12:00:00Z');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'care-'));
  await writeFile(join(folder, 'receiver.json'), JSON.stringify(exampleReceiver));
  [hook, mail] = await Promise.all([startHook(), startMailServer()]);
  const configuration = readConfiguration({
    PORT: '0', DATA_DIR: join(folder, 'data'), CARE_RECEIVER: join(folder, 'receiver.json'), CARE_ENDPOINT_TOKEN: inboxToken, CARE_ORIGIN: 'https://central.example',
    CARE_ALERT_HOOK: hook.url.href, CARE_ALERT_SECRET: `whsec_${Buffer.alloc(32, 3).toString('base64')}`, CARE_ALERT_ALLOW_PRIVATE: '1', CARE_ALERT_ALSO: 'arrival',
    CARE_ALERT_MAIL: 'team@central.example', CARE_SMTP: mail.url.href,
  });
  endpoint = await startEndpoint(configuration, {worker: await sqliteWorker(), log: () => undefined, clock: () => new Date(now)});
});
afterEach(async () => {
  await endpoint.close();
  await Promise.all([hook.close(), mail.close()]);
  await rm(folder, {recursive: true});
});

const send = (body: unknown) => fetch(`http://127.0.0.1:${endpoint.port}/v1/submissions`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});

/** Sends feedback that is not urgent, and waits until the hook has heard of it. */
async function another(): Promise<void> {
  const submission = exampleSubmission();
  await send(submission);
  await eventually(() => hook.heard.some(({body}) => body.includes(submission.id)), 'the hook to hear of it');
}

it('tells of urgent feedback by hook and by mail with not one word of it, again until it is opened', async () => {
  const base = exampleSubmission();
  const submission = {
    ...base,
    answers: {...base.answers, risk: 'yes', story: 'Canary of the story.'},
    contact: {name: 'Canary of the name', email: 'canary@person.example'},
    source: {...base.source, partner: 'canary-partner', site: 'https://canary-site.example'},
  };
  const receipt = (await (await send(submission)).json()) as {reference: string; token: string};
  const [requests, [letter]] = await Promise.all([hook.hears(2), mail.takes(1)]);
  expect(requests.map(({body}) => (JSON.parse(body) as {type: string}).type).sort()).toEqual(['submission.arrived', 'submission.urgent']);

  const said = [...requests.map(({headers, body}) => JSON.stringify(headers) + body), letter!.source.replaceAll('=\r\n', '')];
  for (const each of said) {
    expect(each).toContain(`https://central.example/inbox/${submission.id}`);
    for (const secret of ['anary', 'Example House', '1-1000000001', 'carer', receipt.reference, receipt.token, inboxToken]) expect(each).not.toContain(secret);
  }

  const urgentIds = () => hook.heard.map(({headers}) => String(headers['webhook-id'])).filter((id) => id.includes('immediate'));
  // Each new one makes the endpoint look what is due.
  for (; urgentIds().length < 2 || mail.taken.length < 2; now += 5 * 60_000) await another();
  expect(urgentIds()[1]).toBe(`msg_${submission.id}_immediate_2`);
  expect(mail.taken[1]!.source).toContain('still waits to be read (message 2)');

  const opened = await fetch(`http://127.0.0.1:${endpoint.port}/inbox/${submission.id}`, {headers: {Authorization: `Bearer ${inboxToken}`}});
  expect(await opened.text()).toContain('Canary of the story.');
  // What was under way when it was opened has come before the second of these.
  await another();
  await another();
  const before = urgentIds();
  now += 1000 * 60 * 60_000;
  await another();
  await another();
  expect(urgentIds()).toEqual(before);
});
