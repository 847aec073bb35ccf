import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import {openMetrics} from '../../../src/endpoint/metrics/metrics.js';
import {startEndpoint, type RunningEndpoint} from '../../../src/endpoint/serve.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {exampleReceiver, exampleSubmission} from '../../support/endpoint/endpoint.js';
import {sqliteWorker} from '../../support/endpoint/sqlite-worker.js';

let folder: string;
let endpoint: RunningEndpoint;
const at = (path: string, port = endpoint.port) => `http://127.0.0.1:${port}${path}`;
const read = async () => (await fetch(at('/metrics', endpoint.metricsPort))).text();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'care-'));
  await writeFile(join(folder, 'receiver.json'), JSON.stringify(exampleReceiver));
  const configuration = readConfiguration({PORT: '0', DATA_DIR: join(folder, 'data'), CARE_RECEIVER: join(folder, 'receiver.json'), CARE_METRICS_PORT: '0'});
  endpoint = await startEndpoint(configuration, {worker: await sqliteWorker(), log: () => undefined});
});
afterAll(async () => {
  await endpoint.close();
  await rm(folder, {recursive: true});
});

describe('metrics', () => {
  it('count what was asked and answered, and how far the team is behind, with nothing that anybody sent', async () => {
    const submission = exampleSubmission();
    await fetch(at('/v1/submissions'), {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(submission)});
    await fetch(at('/v1/submissions'), {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{"words": "of-somebody"}'});
    await fetch(at('/v1/services/1-4242424242/rating?q=of-somebody'));
    await fetch(at('/of-somebody'), {method: 'PATCH'});
    const text = await read();
    expect(text).toContain('care_request_duration_seconds_count{method="POST",route="/v1/submissions",status="201"} 1');
    expect(text).toContain('care_request_duration_seconds_count{method="POST",route="/v1/submissions",status="422"} 1');
    expect(text).toContain('care_request_duration_seconds_count{method="GET",route="/v1/services/:id/rating",status="404"} 1');
    expect(text).toContain('care_request_duration_seconds_count{method="other",route="none",status="404"} 1');
    expect(text).toMatch(/^care_submissions_unopened 1$/m);
    expect(text).toMatch(/^care_store_up 1$/m);
    for (const words of ['of-somebody', submission.id, '4242424242', 'PATCH']) expect(text).not.toContain(words);
  });

  it('are in the format that Prometheus reads, at an address of their own alone', async () => {
    const {headers, status} = await fetch(at('/metrics', endpoint.metricsPort));
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    for (const line of (await read()).split('\n').filter(Boolean)) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? (\S+))$/);
    expect((await fetch(at('/metrics'))).status).toBe(404);
    expect((await fetch(at('/v1/receiver', endpoint.metricsPort))).status).toBe(404);
    expect((await fetch(at('/metrics', endpoint.metricsPort), {method: 'POST'})).status).toBe(404);
  });

  it('say that the store does not answer, and then no figures that may be old', async () => {
    let isUp = true;
    const answer = async <Answer>(given: Answer): Promise<Answer> => {
      if (!isUp) throw new StoreUnavailable('it is not there');
      return given;
    };
    const store = {check: () => answer(undefined), unopenedInAll: () => answer({count: 3})};
    const metrics = openMetrics({store, failingAlerts: () => ['hook'], overdue: () => answer({count: 2})});
    expect((await metrics.read()).text).toMatch(/care_store_up 1[^]*care_submissions_unopened 3[^]*care_submissions_urgent_overdue 2[^]*care_alerts_failing 1/);
    isUp = false;
    const {text} = await metrics.read();
    expect(text).toMatch(/^care_store_up 0$/m);
    expect(text).not.toMatch(/^care_submissions_\w+ \d/m);
  });

  it('are nowhere unless a port is named, and a port that is taken is told before anything is served', async () => {
    expect(readConfiguration({}).metrics).toBeUndefined();
    expect(readConfiguration({CARE_METRICS_PORT: '9400'}).metrics).toEqual({host: '127.0.0.1', port: 9400});
    const taken = readConfiguration({PORT: '0', DATA_DIR: join(folder, 'other'), CARE_RECEIVER: join(folder, 'receiver.json'), CARE_METRICS_PORT: String(endpoint.metricsPort)});
    await expect(startEndpoint(taken, {worker: await sqliteWorker(), log: () => undefined})).rejects.toThrow(/metrics cannot be answered at 127\.0\.0\.1, port \d+[^]*CARE_METRICS_PORT/);
  });
});
