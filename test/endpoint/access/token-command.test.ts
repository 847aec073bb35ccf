import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {InboxPage} from '../../../src/contract/inbox.js';
import {runCommandLine} from '../../../src/endpoint/command-line.js';
import {giveStoresTheirWorker, listen, type Heard} from '../../support/endpoint/listening.js';
import {exampleSubmission, openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {exampleDay, exampleService} from '../../support/store/submission-examples.js';
import {putRows} from '../../support/store/put-services.js';
import {bearer} from '../../support/endpoint/tokens.js';

let endpoint: TestEndpoint;
let heard: Heard;

beforeEach(async () => {
  endpoint = await openEndpoint({clock: () => new Date()});
  heard = listen();
  await giveStoresTheirWorker();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endpoint.close();
});

const run = (...words: string[]) => runCommandLine(['token', ...words], {DATA_DIR: endpoint.folder});
const make = async (...words: string[]) => {
  heard.said = '';
  expect(await run('make', ...words)).toBe(0);
  return heard.said.trim().split('\n').at(-1)!;
};
const ask = (token: string, path = '/v1/inbox') => endpoint.ask(path, {headers: bearer(token)});
const idsFor = async (token: string) => ((await (await ask(token)).json()) as InboxPage).submissions.map(({id}) => id);

describe('care-endpoint token', () => {
  it('makes one that opens the running endpoint at once, prints it last, and keeps only its hash', async () => {
    const token = await make('--can', 'read', '--name', 'anna@charity.example');
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(heard.said).toBe(`anna@charity.example: read · everything\nIt is shown this once:\n${token}\n`);
    expect((await ask(token)).status).toBe(200);
    expect((await ask(token, '/v1/inbox/x/contact')).status).toBe(403);
    expect(JSON.stringify(await endpoint.dependencies.store.tokens())).not.toContain(token);
  });

  it('limits it to a partner, whom people share with, a service by either of its ids, and an area', async () => {
    await putRows(endpoint.dependencies.store, {services: [{service: exampleService(), place: {id: 'kingston-upon-hull', name: 'Kingston upon Hull'}, asOf: exampleDay}]});
    const source = {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner: 'example-charity'};
    const all = [
      exampleSubmission({source, about: {kind: 'topic', topic: 'x'}}),
      exampleSubmission({share: ['local'], about: {kind: 'topic', topic: 'x'}}),
      exampleSubmission({about: {kind: 'service', services: [{id: 'vxx01', name: 'x'}]}}),
      exampleSubmission({about: {kind: 'place', place: {name: 'Kingston upon Hull'}}}),
    ];
    for (const each of all) expect((await endpoint.post(each)).status).toBe(201);
    const [through, shared, about, inside] = all.map(({id}) => id);
    const read = (name: string, ...words: string[]) => make('--can', 'read', '--name', name, ...words);
    expect(await idsFor(await read('a', '--partner', 'example-charity'))).toEqual([through]);
    expect(await idsFor(await read('b', '--share=local'))).toEqual([shared]);
    expect(await idsFor(await read('c', '--service', '1-1000000001'))).toEqual([about]);
    expect(await idsFor(await read('d', '--place', 'Kingston upon Hull'))).toEqual([inside, about]);
    expect(await idsFor(await read('e', '--place', 'kingston-upon-hull', '--partner', 'example-charity'))).toEqual([]);
    expect(heard.complained).toBe('');
    expect(await idsFor(await read('f', '--service', '1-999', '--service', 'VXX01'))).toEqual([about]);
    expect(heard.complained).toContain('No service is known here as 1-999');
  });

  it('lists whose they are, what they may do and until when, also those that are ended', async () => {
    expect(await run('list')).toBe(0);
    expect(heard.said).toContain('No token was made here');
    const tokens = [await make('--can', 'contact,read', '--partner', 'example-charity', '--share', 'local', '--until', '2999-12-31', '--name', 'anna'), await make('--can', 'erase', '--name', 'Béla from the office')];
    expect(await run('end', 'Béla from the office')).toBe(0);
    heard.said = '';
    expect(await run('list')).toBe(0);
    expect(heard.said).toMatch(/^anna: read, contact · only what is shared with local and through example-charity · until 2999-12-31\nBéla from the office: erase · everything · ended \d{4}-\d\d-\d\dT[\d:.]+Z\n$/);
    for (const token of tokens) expect(heard.said).not.toContain(token);
  });

  it('ends one at once and for good, and says what was ended before or never was', async () => {
    const token = await make('--can', 'read', '--name', 'anna');
    heard.said = '';
    expect([await run('end', 'anna'), await run('end', 'anna')]).toEqual([0, 0]);
    expect(heard.said).toBe('The token of anna is ended.\nThe token of anna was ended before.\n');
    expect((await ask(token)).status).toBe(401);
    expect(await run('end', 'nobody')).toBe(1);
    expect(heard.complained).toContain('No token has the name "nobody"');
    heard.complained = '';
    expect(await run('make', '--can', 'read', '--name', 'anna')).toBe(1);
    expect(heard.complained).toContain('There is or was a token of the name "anna" already');
    expect((await endpoint.dependencies.store.log({limit: 10})).entries.map(({who, what, detail}) => [who, what, detail])).toEqual([['command line', 'made-token', 'anna'], ['command line', 'ended-token', 'anna'], ['unknown', 'failed-sign-in', 'by token']]);
  });

  it('does not take a provider for its only place, whose code it may have', async () => {
    const place = {id: 'leeds', name: 'Leeds'};
    await putRows(endpoint.dependencies.store, {services: [
      {service: exampleService(), place, asOf: exampleDay},
      {service: exampleService({id: '1-2000000001', level: 'provider'}), place, asOf: exampleDay},
    ]});
    const submission = exampleSubmission({about: {kind: 'service', services: [{id: 'vxx01', name: 'x'}]}});
    expect((await endpoint.post(submission)).status).toBe(201);
    expect(await idsFor(await make('--can', 'read', '--name', 'a', '--service', '1-2000000001'))).toEqual([]);
    expect(await idsFor(await make('--can', 'read', '--name', 'b', '--service', '1-1000000001'))).toEqual([submission.id]);
  });

  it.each<[string[], RegExp]>([
    [['make', '--name', 'anna'], /needs --can/],
    [['make', '--can', 'read'], /needs --name/],
    [['make', '--can', 'read,write', '--name', 'anna'], /"write" is none/],
    [['make', '--can', '', '--name', 'anna'], /"" is none/],
    [['make', '--can', 'read', '--name', 'inbox'], /cannot be "inbox"/],
    [['make', '--can', 'read', '--name', 'a: b'], /--name takes/],
    [['make', '--can', 'read', '--name', 'anna', '--share', 'everybody'], /--share takes/],
    [['make', '--can', 'read', '--name', 'anna', '--share', 'service'], /needs --service/],
    [['make', '--can', 'read,contact', '--name', 'anna', '--share', 'service', '--service', '1-1000000001'], /carries no contact/],
    [['make', '--can', 'read,erase', '--name', 'anna', '--share', 'service', '--service', '1-1000000001'], /no service erases/],
    [['make', '--can', 'read', '--name', 'anna', '--service', 'no id'], /--service takes/],
    [['make', '--can', 'read', '--name', 'anna', '--partner', ''], /--partner takes/],
    [['make', '--can', 'read', '--name', 'anna', '--place', 'unknown'], /--place takes/],
    [['make', '--can', 'read', '--name', 'anna', '--until', '2026-02-30'], /--until takes a day/],
    [['make', '--can', 'read', '--name', 'anna', '--until', '2020-01-01'], /is over already/],
    [['make', '--can', 'read', '--name', 'anna', '--colour', 'red'], /colour/],
    [['make', '--can', 'read', '--name', 'anna', 'more'], /more/],
    [['list', 'all'], /takes nothing/],
    [['end'], /takes one name/],
  ])('%j is 2, and says why', async (words, reason) => {
    expect(await run(...words)).toBe(2);
    expect(heard.complained).toMatch(reason);
    expect(heard.complained).toContain(`Usage: care-endpoint token ${words[0]}`);
    expect(heard.said).toBe('');
    expect(await endpoint.dependencies.store.tokens()).toEqual([]);
  });
});
