import {spawn} from 'node:child_process';
import {setImmediate as turn} from 'node:timers/promises';
import {once} from 'node:events';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {parse} from 'csv-parse/sync';
import Database from 'libsql';
import {afterAll, beforeAll, afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {readConfiguration} from '../../../../src/endpoint/configuration.js';
import {exportFeedback} from '../../../../src/endpoint/inbox/export/export-feedback.js';
import * as opened from '../../../../src/endpoint/store/open-store.js';
import {startEndpoint} from '../../../../src/endpoint/serve.js';
import {uuidV7} from '../../../../src/contract/uuid.js';
import {prepareDatabase} from '../../../../src/endpoint/store/sqlite/sqlite-schema.js';
import {StoreUnavailable} from '../../../../src/endpoint/store/store.js';
import {builtInSet} from '../../../../src/domain/questionnaire/sets/built-in-sets.js';
import {exampleReceiver, exampleRight, exampleSubmission, inboxToken, openEndpoint, problemIn, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {times} from '../../../support/faults/length.js';
import {builtFile, sqliteWorker, temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {erasing, hash, newSubmission} from '../../../support/store/submission-examples.js';

let endpoint: TestEndpoint;
beforeEach(async () => {
  endpoint = await openEndpoint();
});
afterEach(() => endpoint.close());

type Row = Record<string, string>;

const exported = (query = '') => endpoint.ask(`/v1/inbox/export${query}`, {headers: {Authorization: `Bearer ${inboxToken}`}});
const rowsIn = (csv: string): Row[] => parse(csv, {columns: true, bom: true});
const rows = async (query = '') => rowsIn(await (await exported(query)).text());
const lines = async (query = '') => (await (await exported(`?format=jsonl${query}`)).text()).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

async function keep(changes: Record<string, unknown> = {}): Promise<string> {
  const submission = exampleSubmission({right: exampleRight, ...changes});
  const response = await endpoint.post(submission);
  if (response.status !== 201) throw new Error(await response.text());
  return submission.id;
}

describe('The export of what people told', () => {
  it('has a row for each submission, a column for each question, and codes and words both', async () => {
    const story = 'ਮੇਰੀ ਮਾਂ 🏥 "أمي",\nsecond line';
    const first = await keep({answers: {relationship: 'carer', experience: 'mixed', risk: 'no', when: '2026-10', story, topics: ['safe', 'rights'], 'told-service': 'no'}, share: ['regulator', 'local']});
    const second = await keep({questionSet: {id: 'quick', version: '1'}, answers: {overall: 'very-poor', risk: 'no', comment: 'Short.'}, replaces: first, language: 'pa'});
    const [one, other, ...more] = await rows();
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      id: first, urgency: 'concern', replaced_by: second, about: 'service', service_ids: '1-1000000001', service_names: 'Example House', share: 'regulator; local', question_set: 'give-feedback',
      answer_experience: 'mixed', answer_experience_in_words: 'Some good, some poor', answer_when: '\t2026-10', answer_when_in_words: '\tOctober 2026',
      answer_topics: 'safe; rights', answer_topics_in_words: 'Feeling and being safe; Rights', answer_story: story, answer_overall: '', has_contact: 'false',
    });
    expect(one).not.toHaveProperty('answer_story_in_words');
    expect(other).toMatchObject({id: second, replaces: first, answer_overall: 'very-poor', answer_overall_in_words: 'Very poor', answer_comment: 'Short.', answer_experience: '', language: 'pa'});
    expect((await lines()).map(({id, words}) => [id, words])).toEqual([
      [first, expect.objectContaining({experience: 'Some good, some poor', when: 'October 2026'})],
      [second, {overall: 'Very poor', risk: 'No'}],
    ]);
    expect((await lines())[0]).toMatchObject({answers: {story}});
  });

  it('has a column for the questions of a set of one’s own, and keeps answers that no set here asks', async () => {
    const {store} = endpoint.dependencies;
    const own = {...builtInSet('quick')!, id: 'own', pages: [{id: 'only', questions: [{id: 'colour', kind: 'choice' as const, required: false, choices: [{value: 'red'}]}]}]};
    own.texts = {en: {title: 'Own', pages: {only: {title: 'Own'}}, questions: {colour: {label: 'Colour?', choices: {red: {label: 'Red as a rose'}}}}}};
    await store.addQuestionSet(own);
    await keep({questionSet: {id: 'own', version: '1'}, answers: {colour: 'red'}});
    const unread = newSubmission({stories: {anything: '=1+1'}, quarantine: {reason: 'unreadable', whole: '{"x":1}', faults: [{pointer: '/x', detail: 'is not a known key'}]}});
    await store.save({...unread, coded: {id: unread.id, answers: {}}});
    expect(await rows()).toMatchObject([
      {answer_colour: 'red', answer_colour_in_words: 'Red as a rose'},
      {other_answers: '{"anything":"=1+1"}', as_it_came: '{"x":1}', set_apart: 'unreadable', faults: '[{"pointer":"/x","detail":"is not a known key"}]'},
    ]);
  });

  it('has contact details only where they are asked for, and records each opening', async () => {
    const id = await keep({contact: {name: 'Example Person', phone: '+44 1632 960000', formats: ['braille', 'relay']}});
    await keep();
    for (const query of ['', '?contact=no', '?format=jsonl']) expect(await (await exported(query)).text()).not.toMatch(/Example Person|960000|contact_name/);
    const database = new Database(join(endpoint.folder, 'care-elements.db'));
    const openings = () => database.prepare("SELECT who FROM access_log WHERE what = 'opened-contact'").all([]);
    expect(openings()).toEqual([]);
    expect((await rows('?contact=yes')).map(({contact_name, contact_phone, contact_formats}) => [contact_name, contact_phone, contact_formats])).toEqual([['Example Person', "'+44 1632 960000", 'braille; relay'], ['', '', '']]);
    expect((await lines('&contact=yes')).map((line) => [line['id'], line['contact']])).toEqual([[id, {name: 'Example Person', phone: '+44 1632 960000', formats: ['braille', 'relay']}], [expect.any(String), undefined]]);
    expect(openings()).toEqual([{who: 'inbox'}, {who: 'inbox'}]);
    await endpoint.ask('/v1/inbox/export?contact=yes', {method: 'HEAD', headers: {Authorization: `Bearer ${inboxToken}`}});
    expect(openings()).toHaveLength(2);
    database.close();
  });

  it('has nothing of what the rights do not see, and no contact without the right', async () => {
    await keep({contact: {name: 'Example Person'}, source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner: 'other'}});
    await keep({contact: {name: 'Own Person'}, source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner: 'own'}});
    const asker = {who: 'charity', access: {name: 'charity', rights: ['export'] as const, scope: {partner: 'own'}}};
    let text = '';
    for await (const chunk of exportFeedback({format: 'csv', withContact: true, arrivedBy: '9999'}, asker, endpoint.dependencies)) text += chunk;
    expect(rowsIn(text)).toHaveLength(1);
    expect(text).not.toMatch(/Person|other"/);
  });

  it('has nothing that arrived after the moment that the log has of it', async () => {
    await keep();
    const later = newSubmission({receivedAt: '2026-11-22T23:00:00.000Z'});
    await endpoint.dependencies.store.save(later);
    expect(await (await exported()).text()).not.toContain(later.id);
    expect(await rows()).toHaveLength(1);
  });

  it('has nothing of what was erased', async () => {
    const submission = newSubmission({stories: {comment: 'ERASED'}});
    await endpoint.dependencies.store.save(submission);
    await endpoint.dependencies.store.erase(submission.referenceHash, erasing);
    expect(await (await exported()).text()).not.toMatch(/ERASED|0197/);
  });

  it('is named as a file, and is for the token’s holder alone', async () => {
    const response = await exported('?format=jsonl');
    expect(response.headers.get('Content-Type')).toBe('application/jsonl; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="feedback.jsonl"');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect((await endpoint.ask('/v1/inbox/export')).status).toBe(401);
    expect((await problemIn(await exported('?format=xlsx'))).title).toContain('"format"');
    expect((await problemIn(await exported('?contact=1'))).title).toContain('"contact"');
  });

  it('is refused while the store does not answer, and breaks off where it stops in the middle', async () => {
    for (let each = 0; each < 150; each += 1) await endpoint.dependencies.store.save(newSubmission());
    const {store} = endpoint.dependencies;
    endpoint.dependencies.store = {...store, record: () => Promise.reject(new StoreUnavailable('gone'))};
    expect((await exported()).status).toBe(503);
    let pages = 0;
    endpoint.dependencies.store = {...store, inbox: (query) => ((pages += 1) > 1 ? Promise.reject(new StoreUnavailable('gone')) : store.inbox(query))};
    const response = await exported();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(endpoint.logged.at(-1)).toBe('GET /v1/inbox/export: broke off: StoreUnavailable');
    endpoint.dependencies.store = store;
  });

  it('is nothing to write down where whoever asked for it goes away in the middle', async () => {
    for (let each = 0; each < 150; each += 1) await endpoint.dependencies.store.save(newSubmission());
    const reader = (await exported()).body!.getReader();
    await reader.read();
    // Until then it would not be asked for the next piece before it is cancelled.
    await turn();
    const [next] = await Promise.all([reader.read(), reader.cancel()]);
    expect(next.done).toBe(true);
    expect(endpoint.logged).toEqual([]);
  });
});

describe('An export over HTTP', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['csv', 'jsonl'])('as %s that breaks off at once ends the connection, and is not taken for a whole file', async (format) => {
    await keep();
    const {store} = endpoint.dependencies;
    vi.spyOn(opened, 'openStore').mockResolvedValue({...store, setsAnswered: () => Promise.resolve([]), inbox: () => Promise.reject(new StoreUnavailable('gone')), close: () => Promise.resolve()});
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const receiverFile = join(endpoint.folder, 'receiver.json');
    await writeFile(receiverFile, JSON.stringify(exampleReceiver));
    const running = await startEndpoint(readConfiguration({PORT: '0', DATA_DIR: endpoint.folder, CARE_RECEIVER: receiverFile, CARE_ENDPOINT_TOKEN: inboxToken}), {log: () => undefined});
    const whole = fetch(`http://127.0.0.1:${running.port}/v1/inbox/export?format=${format}`, {headers: {Authorization: `Bearer ${inboxToken}`}}).then((response) => response.text());
    await expect(whole).rejects.toThrow();
    await running.close();
  });
});

describe('An export of cells that were made to stop it', () => {
  it('goes out in pieces, and between any two of them others are answered and received', async () => {
    const {store} = endpoint.dependencies;
    const hostile = ['\n', ' \r\n', '" ', ';=', '=', "'", '\u202e'].map((piece) => piece.repeat(120_000 / piece.length));
    for (let each = 0; each < 42; each += 1) await store.save(newSubmission({stories: {story: hostile[each % hostile.length]!}}));
    const reader = (await exported()).body!.getReader();
    let isOver = false;
    const [answered, received]: [number[], number[]] = [[], []];
    const asking = (async () => {
      for (; !isOver; await turn()) answered.push((await endpoint.ask('/healthz')).status);
    })();
    const sending = (async () => {
      // Ids of another kind than those that lie there.
      for (; !isOver; await turn()) received.push((await endpoint.post(exampleSubmission({id: uuidV7(1_763_800_000_000 + received.length, new Uint8Array(10))}))).status);
    })();
    const answeredBy: number[] = [];
    for (let part = await reader.read(); !part.done; part = await reader.read()) answeredBy.push(answered.length);
    isOver = true;
    await Promise.all([asking, sending]);
    expect(answeredBy.length).toBeGreaterThan(15);
    const between = answeredBy.slice(1).map((count, place) => count - answeredBy[place]!);
    expect(Math.min(...between)).toBeGreaterThan(0);
    expect(received.length).toBeGreaterThan(1);
    expect([new Set(answered), new Set(received)]).toEqual([new Set([200]), new Set([201])]);
  });
});

describe('An export of many submissions', () => {
  const folder = temporaryFolder();
  const receiverFile = join(folder, 'receiver.json');
  const [few, many] = [5000, 30_000];
  const fileOf = (count: number) => join(folder, `${count}.db`);
  beforeAll(async () => {
    await writeFile(receiverFile, JSON.stringify(exampleReceiver));
    for (const count of [few, many]) fill(fileOf(count), count);
  });
  afterAll(() => rm(folder, {recursive: true}));

  /** Exports all of so many, by a process of its own. */
  async function exportAll(count: number, format: string) {
    const exporter = fileURLToPath(await builtFile('test/support/endpoint/exporter.ts'));
    const child = spawn(process.execPath, ['--expose-gc', exporter, fileOf(count), (await sqliteWorker()).href, receiverFile, format], {stdio: ['ignore', 'pipe', 'pipe']});
    const closed = once(child, 'close');
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    const ids = new Set<string>();
    let bytes = 0;
    for await (const line of createInterface({input: child.stdout, crlfDelay: Infinity})) {
      bytes += line.length;
      const id = /^(?:"|\{"id":")([0-9a-f-]{36})"/.exec(line)?.[1];
      if (id !== undefined && line.includes('A story of the usual length.')) ids.add(id);
    }
    await closed;
    expect(child.exitCode, said).toBe(0);
    return {ids, bytes, memory: Number(said)};
  }

  // Both come through the same rows, so one tells of them in the short form.
  it.each(['csv', 'jsonl'].slice(0, times({short: 1, long: 2})))('streams as %s, each once and whole, with no more memory for many than for few', async (format) => {
    const [ofFew, ofMany] = [await exportAll(few, format), await exportAll(many, format)];
    expect([ofFew.ids.size, ofMany.ids.size]).toEqual([few, many]);
    expect(ofFew.memory).toBeGreaterThan(0);
    // Whoever holds what is exported holds all of what there is more, or several copies of it.
    expect(ofMany.memory - ofFew.memory).toBeLessThan((ofMany.bytes - ofFew.bytes) / 2);
  });
});

function fill(file: string, count: number): void {
  const database = new Database(file);
  prepareDatabase(database);
  const row = database.prepare('INSERT INTO submissions (row, id, content_hash, reference_hash, received_at, urgency, coded) VALUES (?, ?, ?, ?, ?, 0, ?)');
  const story = database.prepare('INSERT INTO stories VALUES (?, ?, ?)');
  const answers = {relationship: 'carer', experience: 'mixed', risk: 'no', when: '2026-10', topics: ['safe', 'rights'], 'told-service': 'no'};
  const words = 'A story of the usual length. '.repeat(35);
  const bytes = Buffer.from(hash('example'));
  database.exec('BEGIN');
  for (let each = 1; each <= count; each += 1) {
    const {coded, receivedAt} = newSubmission();
    const id = `0197b2c4-7a1e-7cc2-9d0b-${each.toString(16).padStart(12, '0')}`;
    row.run([each, Buffer.from(id.replaceAll('-', ''), 'hex'), bytes, bytes, receivedAt, JSON.stringify({...coded, id, questionSet: {id: 'give-feedback', version: '1'}, answers})]);
    story.run([each, 'story', words]);
  }
  database.exec('COMMIT');
  database.close();
}
