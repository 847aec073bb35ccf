import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Body, LocalSignposts, SignpostDirectory} from '../../../src/contract/signposts.js';
import {runCommandLine} from '../../../src/endpoint/command-line.js';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import {startEndpoint} from '../../../src/endpoint/serve.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {neutralSite} from '../../../src/domain/signposting/neutral-site.js';
import {listen, type Heard} from '../../support/endpoint/listening.js';
import {exampleReceiver} from '../../support/endpoint/endpoint.js';
import {sqliteWorker, temporaryFolder} from '../../support/endpoint/sqlite-worker.js';

const builtIn = builtInSignposts(words('en'));
const advocacy: Body = {id: 'example-advocacy', name: 'Example Advocacy', does: 'It helps.', ways: [{kind: 'phone', value: '01632 960000', checked: '2026-11-20', source: 'rang it'}], checked: '2026-11-20'};
const route = {id: 'example', when: {}, steps: [{body: 'example-advocacy'}]};
const withWay = (way: object) => ({bodies: [{...advocacy, ways: [way]}]});

let folder: string;
let file: string;
let heard: Heard;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'signposts.json');
  heard = listen();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, {recursive: true});
});

const write = (content: unknown) => writeFile(file, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
const unchecked = (environment: Record<string, string> = {CARE_SIGNPOSTS: file}, ...more: string[]) => runCommandLine(['signposts', 'unchecked', ...more], environment);

/** What somebody on a page gets from an endpoint that was started with the file, and what its operator reads. */
async function serve(): Promise<{directory: SignpostDirectory; logged: string[]}> {
  const receiver = join(folder, 'receiver.json');
  await writeFile(receiver, JSON.stringify(exampleReceiver));
  const logged: string[] = [];
  const configuration = readConfiguration({PORT: '0', DATA_DIR: join(folder, 'data'), CARE_RECEIVER: receiver, CARE_SIGNPOSTS: file});
  const endpoint = await startEndpoint(configuration, {worker: await sqliteWorker(), log: (line) => logged.push(line)});
  try {
    const response = await fetch(`http://127.0.0.1:${endpoint.port}/v1/signposts`);
    expect(response.status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${endpoint.port}/who-can-help`)).status).toBe(200);
    return {directory: (await response.json()) as SignpostDirectory, logged};
  } finally {
    await endpoint.close();
  }
}

const asServed = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('an owner’s file of who can help', () => {
  it('confirms, replaces and adds, as soon as the endpoint starts', async () => {
    await write({confirm: [{body: 'protect', kind: 'phone', checked: '2026-11-20', source: 'rang it'}], bodies: [advocacy], routes: [route]} satisfies LocalSignposts);
    const {directory, logged} = await serve();
    expect(logged).toEqual([]);
    expect(directory.bodies.find(({id}) => id === 'protect')?.ways).toContainEqual({kind: 'phone', value: '020 3117 2520', checked: '2026-11-20', source: 'rang it'});
    expect(directory.bodies.at(-1)).toEqual(advocacy);
    expect(directory.routes.at(-1)).toEqual(route);
  });

  it('may be what its page shows', async () => {
    const page = await readFile(new URL('../../../docs/run/signposts.md', import.meta.url), 'utf8');
    const [, shown = ''] = /```json signposts\n([^`]*)```/.exec(page) ?? [];
    await write(shown);
    const {directory, logged} = await serve();
    expect(logged).toEqual([]);
    expect(directory.bodies.at(-1)).toMatchObject({id: 'council-safeguarding', area: ['E10000099', 'Exampleshire']});
  });

  it('may begin with a byte order mark, and may hold nothing', async () => {
    await write(`\uFEFF${JSON.stringify({bodies: [advocacy]})}`);
    expect((await serve()).directory.bodies).toHaveLength(builtIn.bodies.length + 1);
    await write({});
    expect((await serve()).directory).toEqual(asServed(builtIn));
  });

  it('may be exactly 1 MB', async () => {
    await write(JSON.stringify({bodies: [advocacy]}).padEnd(1024 * 1024));
    expect(await unchecked()).toBe(0);
    await write(JSON.stringify({bodies: [advocacy]}).padEnd(1024 * 1024 + 1));
    expect(await unchecked()).toBe(1);
  });
});

const nested = '['.repeat(5000) + ']'.repeat(5000);
const table: [title: string, content: unknown, said: RegExp][] = [
  ['is empty', '', /is not JSON/],
  ['is not JSON', '{"bodies": [', /is not JSON/],
  ['is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), /is not text in UTF-8/],
  ['is 2 MB long', JSON.stringify({bodies: [advocacy]}).padEnd(2 * 1024 * 1024), /is longer than 1048576 bytes/],
  ['is a list', [], /\n {2}\/ is not an object/],
  ['is nested thousands deep', nested, /\n {2}(\/0)+ is nested more than 32 deep/],
  ['has the key __proto__', '{"__proto__": {"bodies": []}}', /\n {2}\/__proto__ is a key that is never taken/],
  ['has the key constructor further in', {bodies: [{...advocacy, constructor: 'x'}]}, /\n {2}\/bodies\/0\/constructor is a key that is never taken/],
  ['has an unknown key', {body: [advocacy]}, /\n {2}\/body is not a known key/],
  ['has an unknown key in a body', {bodies: [{...advocacy, colour: 'red'}]}, /\n {2}\/bodies\/0\/colour is not a known key/],
  ['has an unknown key in a way', withWay({kind: 'phone', value: '999', checked: null, price: 1}), /\n {2}\/bodies\/0\/ways\/0\/price is not a known key/],
  ['has an unknown key in a condition', {routes: [{...route, when: {colour: ['red']}}], bodies: [advocacy]}, /\n {2}\/routes\/0\/when\/colour is not a known key/],
  ['has a condition on a value that does not exist', {routes: [{...route, when: {wants: ['everything']}}], bodies: [advocacy]}, /\n {2}\/routes\/0\/when\/wants\/0 is not one of: unknown, tell/],
  ['leads to a body that is not there', {routes: [route]}, /\n {2}\/routes\/0\/steps\/0\/body names "example-advocacy", which is no body here/],
  ['has a step that leads nowhere', {bodies: [advocacy], routes: [{...route, steps: [{}]}]}, /\n {2}\/routes\/0\/steps\/0 is not what is taken here/],
  ['leads to a route that is not there', {routes: [{...route, steps: [{route: 'nowhere'}]}]}, /\n {2}\/routes\/0\/steps\/0\/route names "nowhere", which is no route here/],
  ['leads in a loop', {bodies: [advocacy], routes: [{...route, steps: [{body: 'example-advocacy'}, {route: 'example'}]}]}, /\n {2}\/routes\/0\/steps\/1\/route is "example", which comes back to "example"/],
  ['leads in a loop of two', {bodies: [advocacy], routes: [{...route, id: 'one', steps: [{route: 'two'}]}, {...route, id: 'two', steps: [{body: 'example-advocacy'}, {route: 'one'}]}]}, /\n {2}\/routes\/0\/steps\/0\/route is "two", which comes back to "one"\n {2}\/routes\/1\/steps\/1\/route is "one"/],
  ['has bodies that succeed each other in a circle', {bodies: [{...advocacy, until: '2026-12-31', successor: 'two'}, {...advocacy, id: 'two', until: '2026-12-31', successor: 'example-advocacy'}]}, /\n {2}\/bodies\/0\/successor is "two", which comes back/],
  ['has a javascript: link', withWay({kind: 'web', value: 'javascript:alert(1)', checked: '2026-11-20'}), /\n {2}\/bodies\/0\/ways\/0\/value is not an https address/],
  ['has a javascript: link behind a space', withWay({kind: 'web', value: ' javascript:alert(1)', checked: '2026-11-20'}), /\n {2}\/bodies\/0\/ways\/0\/value is not an https address/],
  ['has a data: link', withWay({kind: 'web', value: 'data:text/html,x', checked: '2026-11-20'}), /\n {2}\/bodies\/0\/ways\/0\/value is not an https address/],
  ['has a link that others can read on the way', withWay({kind: 'web', value: 'http://advocacy.example', checked: '2026-11-20'}), /\n {2}\/bodies\/0\/ways\/0\/value is not an https address/],
  ['has a javascript: link for an email address', withWay({kind: 'email', value: 'javascript:alert(1)', checked: '2026-11-20'}), /\n {2}\/bodies\/0\/ways\/0\/value is not an email address/],
  ['has an email address that copies others in', withWay({kind: 'email', value: 'a@a.example?bcc=b@b.example', checked: '2026-11-20'}), /\n {2}\/bodies\/0\/ways\/0\/value is not an email address/],
  ['has a phone number with letters', withWay({kind: 'phone', value: '0800 HELP ME', checked: '2026-11-20'}), /\n {2}\/bodies\/0\/ways\/0\/value is not a phone number/],
  ['has a way of a kind that does not exist', withWay({kind: 'fax', value: '01632 960000', checked: null}), /\n {2}\/bodies\/0\/ways\/0/],
  ['has a day that does not exist', {bodies: [{...advocacy, checked: '2026-02-30'}]}, /\n {2}\/bodies\/0\/checked is not a day/],
  ['has a line to confirm as it was printed, without a day', {confirm: [{body: 'protect', kind: 'phone', checked: 'YYYY-MM-DD', source: 'x'}]}, /\n {2}\/confirm\/0\/checked is not a day/],
  ['has an area that is blank', {bodies: [{...advocacy, area: [' ']}]}, /\n {2}\/bodies\/0\/area\/0 is empty/],
  ['has an area of 200 characters', {bodies: [{...advocacy, area: ['x'.repeat(200)]}]}, /\n {2}\/bodies\/0\/area\/0 is longer than 100 characters/],
  ['has an area that is no list', {bodies: [{...advocacy, area: 'Exampleshire'}]}, /\n {2}\/bodies\/0\/area is not a list/],
  ['has one area twice', {bodies: [{...advocacy, area: ['Exampleshire']}, {...advocacy, area: ['exampleshire']}]}, /\n {2}\/bodies\/1\/id is "example-advocacy", which stands twice for the same area/],
  ['has an area without a name', {bodies: [{...advocacy, area: []}]}, /\n {2}\/bodies\/0\/area has fewer than 1 entries/],
  ['has an area that is a number', {bodies: [{...advocacy, area: [5]}]}, /\n {2}\/bodies\/0\/area\/0 is not text/],
  ['takes 999 from the top', {bodies: [{...advocacy, id: '999'}]}, /\n {2}\/bodies\/0 takes 999 from the top/],
];

describe('an owner’s file that cannot be used', () => {
  it.each(table)('leaves people the built-in directory and tells the operator the place: it %s', async (_title, content, expected) => {
    await write(content);
    const {directory, logged} = await serve();
    expect(directory).toEqual(asServed(builtIn));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(`${file} (CARE_SIGNPOSTS)`);
    expect(logged[0]).toMatch(expected);
    expect(logged[0]).toContain('People see the built-in directory');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(table)('is exit code 1 for who asks what is unchecked: it %s', async (_title, content, expected) => {
    await write(content);
    expect(await unchecked()).toBe(1);
    expect(heard.complained).toMatch(expected);
    expect(heard.complained).not.toMatch(/\n\s+at /);
    expect(heard.said).toBe('');
  });

  it('is also one that is not there, or a folder', async () => {
    expect((await serve()).logged[0]).toMatch(/cannot be read: ENOENT/);
    await mkdir(file);
    expect((await serve()).logged[0]).toMatch(/cannot be read: EISDIR/);
  });

  it('is refused whole: what is right in it does not count either', async () => {
    await write({bodies: [advocacy, {...advocacy, id: 'Two'}]});
    expect((await serve()).directory).toEqual(asServed(builtIn));
  });

  it('names every place at once, up to fifty', async () => {
    await write({bodies: Array.from({length: 100}, (_, n) => ({...advocacy, id: `body-${n}`, colour: 'red'}))});
    expect(await unchecked()).toBe(1);
    expect(heard.complained.match(/is not a known key/g)).toHaveLength(50);
    await write({routes: Array.from({length: 100}, (_, n) => ({...route, id: `route-${n}`}))});
    heard.complained = '';
    expect(await unchecked()).toBe(1);
    expect(heard.complained.match(/which is no body here/g)).toHaveLength(50);
  });
});

/** The lines of one section of the report, without its heads. */
const section = (title: string) => heard.said.split('\n\n').find((part) => part.startsWith(title))?.trimEnd().split('\n').slice(2) ?? [];

describe('care-endpoint signposts unchecked', () => {
  it('lists each way that nobody has checked: body, name, kind, value and where it was read', async () => {
    expect(await unchecked({})).toBe(0);
    const rows = section('Ways').map((line) => line.split(/ {2,}/));
    const open = builtIn.bodies.flatMap(({id, name, ways}) => ways.filter(({checked, known}) => checked === null && !known).map((way) => [id, name, way.kind, way.value, way.source]));
    expect(rows).toEqual(open);
    expect(heard.said).toContain(`Ways that nobody has checked: ${open.length}\n`);
    expect(rows).toContainEqual(['nmc', 'Nursing and Midwifery Council', 'phone', '020 7637 7181', 'general knowledge']);
  });

  it('does not ask anybody to check what everybody knows', async () => {
    await unchecked({});
    expect(section('Ways').filter((line) => /^(samaritans|childline|shout|police-101) /.test(line))).toEqual([]);
  });

  it('lists hours, costs and limits, bodies that nobody has checked, and bodies without any way', async () => {
    await unchecked({});
    expect(section('Hours').some((line) => /^nhs-england .* hours .*8am to 6pm/.test(line))).toBe(true);
    expect(section('Bodies of which').map((line) => line.split(' ')[0])).toEqual(builtIn.bodies.filter(({checked}) => checked === null).map(({id}) => id));
    expect(section('Bodies without').map((line) => line.split(' ')[0])).toEqual(builtIn.bodies.filter(({ways}) => ways.length === 0).map(({id}) => id));
  });

  it('lists where people are led who leave quickly, as that is no body', async () => {
    await unchecked({});
    expect(section('Where').map((line) => line.split(/ {2,}/))).toEqual([[neutralSite.name, neutralSite.address, neutralSite.source]]);
  });

  it('prints lines that confirm everything, once somebody has written the day', async () => {
    await unchecked({});
    const lines = heard.said.split('\n').filter((line) => line.startsWith('{'));
    await write(`{"confirm": [${lines.join(',').replaceAll('YYYY-MM-DD', '2026-11-24')}]}`);
    heard.said = '';
    expect(await unchecked()).toBe(0);
    expect(heard.said).toContain('Ways that nobody has checked: none.');
    expect(heard.said).not.toContain('To confirm a way');
  });

  it('no longer lists what the file confirms, and lists what the file adds unchecked', async () => {
    await write({confirm: [{body: 'nmc', kind: 'phone', checked: '2026-11-20', source: 'rang it'}], bodies: [{...advocacy, area: ['Exampleshire'], ways: [{kind: 'phone', value: '01632 960123', checked: null}]}]} satisfies LocalSignposts);
    expect(await unchecked()).toBe(0);
    expect(section('Ways').filter((line) => line.startsWith('nmc '))).toEqual([]);
    expect(section('Ways').at(-1)?.split(/ {2,}/)).toEqual(['example-advocacy (Exampleshire)', 'Example Advocacy', 'phone', '01632 960123']);
  });

  it('takes no words, and says in its help how to confirm', async () => {
    expect(await unchecked({}, 'now')).toBe(2);
    expect(heard.complained).toContain('Usage: care-endpoint signposts unchecked');
    expect(await unchecked({}, '--help')).toBe(0);
    expect(heard.said).toContain('CARE_SIGNPOSTS');
    expect(heard.said).toMatch(/started\s+again/);
  });
});
