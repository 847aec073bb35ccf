import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {usualSendingTimes} from '../../src/endpoint/alerts/send-alerts.js';
import {startHook, type HookServer} from '../support/endpoint/hook-server.js';
import {startMailServer, type MailServer} from '../support/endpoint/mail-server.js';
import {inboxToken} from '../support/endpoint/endpoint.js';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {eventually} from '../support/eventually.js';
import {ahead} from '../support/faults/clock.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {feedback, tryOnce, type Feedback} from '../support/faults/people.js';
import {newStores} from '../support/faults/stores.js';

const urgent = () => {
  const {answers} = JSON.parse(feedback().body) as {answers: Record<string, unknown>};
  return feedback({answers: {...answers, risk: 'yes', story: 'Canary of the story.'} as never});
};
const tells = (heard: readonly {headers: Record<string, unknown>}[], {id}: Feedback) => heard.filter(({headers}) => headers['webhook-id'] === `msg_${id}_immediate_1`);

// Later than what one endpoint has begun to tell is given up, and another may tell it.
const afterwards = ahead(2 * usualSendingTimes.claim);

describe.each(await newStores())('the endpoint over $name', ({environment}) => {
  let folder: string;
  let endpoint: EndpointProcess | undefined;
  let hook: HookServer | undefined;
  let mail: MailServer | undefined;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await endpoint?.end('SIGKILL');
    await Promise.all([hook?.close(), mail?.close()]);
    await clear(folder);
  });

  /** What the test before has kept in the same database may be told again meanwhile. */
  async function hearsOf(one: Feedback, times: number): Promise<void> {
    await eventually(() => tells(hook!.heard, one).length >= times, `an alert to come ${times} times`);
  }

  const alerting = (hookUrl: URL, mailUrl?: URL) => ({
    ...environment,
    CARE_ALERT_HOOK: hookUrl.href,
    CARE_ALERT_SECRET: `whsec_${Buffer.alloc(32, 3).toString('base64')}`,
    CARE_ALERT_ALLOW_PRIVATE: '1',
    ...(mailUrl && {CARE_ALERT_MAIL: 'team@central.example', CARE_SMTP: mailUrl.href}),
  });

  it('killed after it has kept urgent feedback and before anybody could be told, tells after it starts again', async () => {
    const gone = await startHook();
    await gone.close();
    endpoint = await startEndpointProcess({folder, environment: alerting(gone.url)});
    const all = Array.from({length: 5}, urgent);
    for (const one of all) expect((await tryOnce(endpoint.address, one)).kind).toBe('received');
    await endpoint.end('SIGKILL');

    hook = await startHook(Number(gone.url.port));
    endpoint = await startEndpointProcess({folder, environment: alerting(hook.url), node: afterwards});
    await hook.hears(all.length);
    for (const one of all) expect(tells(hook.heard, one)).toHaveLength(1);
    expect(JSON.stringify(hook.heard)).not.toContain('Canary');
  });

  it('killed while it tells, tells again by every way once what it had begun is given up', async () => {
    [hook, mail] = await Promise.all([startHook(), startMailServer()]);
    hook.answer = () => undefined;
    endpoint = await startEndpointProcess({folder, environment: alerting(hook.url, mail.url)});
    const one = urgent();
    const sending = tryOnce(endpoint.address, one);
    await hearsOf(one, 1);
    await endpoint.end('SIGKILL');
    await sending;

    hook.answer = (response) => void response.writeHead(204).end();
    endpoint = await startEndpointProcess({folder, environment: alerting(hook.url, mail.url), node: afterwards});
    await hearsOf(one, 2);
    expect(tells(hook.heard, one)).toHaveLength(2);
    await mail.takes(1);
    // Whoever reads it after the restart ends it.
    const opened = await fetch(new URL(`/inbox/${one.id}`, endpoint.address), {headers: {Authorization: `Bearer ${inboxToken}`}});
    expect(await opened.text()).toContain('Canary of the story.');
  });
});
