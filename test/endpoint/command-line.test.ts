import {open, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {runCommandLine} from '../../src/endpoint/command-line.js';
import {contactSealer, openContact} from '../../src/endpoint/keys/contact-key.js';
import * as opened from '../../src/endpoint/store/open-store.js';
import type {Deed} from '../../src/endpoint/store/access-store.js';
import {StoreUnavailable} from '../../src/endpoint/store/store.js';
import {builtInSet} from '../../src/domain/questionnaire/sets/built-in-sets.js';
import {giveStoresTheirWorker, listen, type Heard} from '../support/endpoint/listening.js';
import {exampleReceiver} from '../support/endpoint/endpoint.js';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {newSubmission} from '../support/store/submission-examples.js';

let heard: Heard;
let folder: string;

beforeEach(async () => {
  heard = listen();
  folder = temporaryFolder();
  await giveStoresTheirWorker();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const run = (...words: string[]) => runCommandLine(words, {DATA_DIR: folder});
const fileWith = async (content: unknown) => {
  const file = join(folder, 'set.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const ownSet = (changes: object = {}) => ({...builtInSet('quick'), id: 'own', ...changes});

/** What a command writes as it goes. */
async function printed(words: readonly string[], environment = {}): Promise<string> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((...[chunk, , done]: unknown[]) => {
    text += String(chunk);
    (done as (() => void) | undefined)?.();
    return true;
  });
  expect(await runCommandLine(words, {DATA_DIR: folder, ...environment})).toBe(0);
  vi.mocked(process.stdout.write).mockRestore();
  return text;
}

describe('care-endpoint', () => {
  it.each([['help'], ['--help'], ['-h']])('%s lists every command and every variable', async (word) => {
    expect(await run(word)).toBe(0);
    for (const part of ['serve', 'import-ratings FILE', 'sync', 'export ratings DIR', 'export feedback --format csv|jsonl', 'concerns rules', 'CARE_CONCERNS', 'question-sets add FILE', 'signposts unchecked', 'log', 'tidy', 'erase REFERENCE', 'backup FILE', 'restore FILE', 'CARE_KEEP_STORY', 'CARE_KEEP_CONTACT', 'CARE_RECEIVER', 'CARE_SIGNPOSTS', 'CARE_ENDPOINT_TOKEN', 'DATA_DIR', 'CARE_KEYS', 'CARE_CQC_KEY', 'CARE_CQC_API', 'PORT']) expect(heard.said).toContain(part);
  });

  it('--version says the version', async () => {
    expect(await run('--version')).toBe(0);
    expect(heard.said).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([[['serv']], [['question-sets']], [['question-sets', 'remove']], [[]]])('%j is no command: 2, and what there is', async (words) => {
    expect(await run(...words)).toBe(2);
    expect(heard.complained).toContain('Usage: care-endpoint COMMAND');
    expect(heard.said).toBe('');
  });

  it.each([[['serve']], [['import-ratings']], [['sync']], [['question-sets', 'add']], [['export', 'ratings']], [['export', 'feedback']], [['concerns', 'rules']], [['log']], [['tidy']], [['erase']], [['backup']], [['restore']]])('%j --help says what it takes and does', async (words) => {
    expect(await run(...words, '--help')).toBe(0);
    expect(heard.said).toContain(`Usage: care-endpoint ${words.join(' ')}`);
  });

  it('log prints who did what, a line of JSON each, all or only what is asked for', async () => {
    const [first, second] = [newSubmission().id, newSubmission().id];
    const line = (at: string, what: Deed, submission: string) => ({at, who: 'Example Worker', what, submission});
    const lines = [line('2026-11-21T23:59:00.000Z', 'opened', first), line('2026-11-22T00:00:00.000Z', 'erased', first), line('2026-11-22T09:00:00.000Z', 'opened', second)];
    const store = await opened.openStore({dataFolder: folder});
    // More than are read at once.
    const many = Array.from({length: 1200}, () => ({at: '2026-11-01T00:00:00.000Z', who: 'Example Worker', what: 'listed' as const}));
    await store.record([...many, ...lines]);
    await store.close();
    const print = async (...words: string[]) => (await printed(['log', ...words])).trim().split('\n').map((each) => JSON.parse(each) as object);
    expect(await print()).toEqual([...many, ...lines]);
    expect(await print('--what', 'opened')).toEqual([lines[0], lines[2]]);
    expect(await print('--id', first.toUpperCase())).toEqual(lines.slice(0, 2));
    expect(await print('--since', '2026-11-22')).toEqual(lines.slice(1));
  });

  it.each([[['--what', 'seen'], /"seen" is none/], [['--id', 'K7M0-4TRD-9X1P-H6WC'], /--id takes/], [['--since', '2026-02-30'], /--since takes/], [['all'], /log takes/]] as const)('log %j is 2, and says why', async (words, reason) => {
    expect(await run('log', ...words)).toBe(2);
    expect(heard.complained).toMatch(reason);
  });

  it('export feedback prints what people told, in the form that was asked for', async () => {
    const store = await opened.openStore({dataFolder: folder});
    await store.save(newSubmission({stories: {comment: 'What somebody told.'}, contact: {name: 'Example Person'}}));
    await store.close();
    const receiver = join(folder, 'receiver.json');
    await writeFile(receiver, JSON.stringify(exampleReceiver));
    const print = (...words: string[]) => printed(['export', 'feedback', ...words], {CARE_RECEIVER: receiver});
    expect(await print('--format', 'csv')).toMatch(/^\uFEFF"id",.*\r\n"0197.*"What somebody told\."/);
    expect(await print('--format=jsonl')).not.toContain('Example Person');
    expect(JSON.parse(await print('--format', 'jsonl', '--contact'))).toMatchObject({answers: {comment: 'What somebody told.'}, contact: {name: 'Example Person'}});
  });

  describe('export feedback --out', () => {
    const out = () => join(folder, 'feedback.jsonl');
    const take = async (words: readonly string[] = [], file = out()) => {
      await writeFile(join(folder, 'receiver.json'), JSON.stringify(exampleReceiver));
      return runCommandLine(['export', 'feedback', '--format', 'jsonl', '--out', file, ...words], {DATA_DIR: folder, CARE_RECEIVER: join(folder, 'receiver.json')});
    };
    const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);
    let told: string;
    beforeEach(async () => {
      const store = await opened.openStore({dataFolder: folder});
      const submission = newSubmission({stories: {comment: 'What somebody told.'}});
      told = submission.id;
      await store.save(submission);
      await store.close();
    });

    it('writes a file that its owner alone can read, whatever the shell allows others', async () => {
      const usual = process.umask(0);
      try {
        expect(await take()).toBe(0);
      } finally {
        process.umask(usual);
      }
      expect(await modeOf(out())).toBe('600');
      expect(JSON.parse(await readFile(out(), 'utf8'))).toMatchObject({id: told});
      expect(heard).toEqual({said: '', complained: ''});
    });

    it('puts a new file in the place of one that others can read, or hold open', async () => {
      await writeFile(out(), 'of last month', {mode: 0o644});
      const held = await open(out(), 'r');
      expect(await take()).toBe(0);
      expect(await modeOf(out())).toBe('600');
      expect(JSON.parse(await readFile(out(), 'utf8'))).toMatchObject({id: told});
      expect(await held.readFile('utf8')).toBe('of last month');
      await held.close();
    });

    it('follows no link, and writes over no folder', async () => {
      const others = join(folder, 'others.txt');
      await writeFile(others, 'of somebody else');
      await symlink(others, out());
      expect(await take()).toBe(1);
      expect(heard.complained).toContain(`${out()} is there and is a link. It is left as it is.`);
      expect(await readFile(others, 'utf8')).toBe('of somebody else');
      expect(await take([], folder)).toBe(1);
      expect(heard.complained).toContain(`${folder} is there and is no file.`);
    });

    it('leaves the file as it was, nothing beside it and no line in the log where it cannot be written', async () => {
      expect(await take([], join(folder, 'none', 'feedback.jsonl'))).toBe(1);
      expect(heard.complained).toMatch(/none\/feedback\.jsonl cannot be written: ENOENT/);
      expect(await printed(['log', '--what', 'exported'])).toBe('');
    });

    it('leaves the file as it was, and nothing beside it, where the database stops answering in the middle', async () => {
      await writeFile(out(), 'of last month');
      const store = await opened.openStore({dataFolder: folder});
      vi.mocked(opened.openStore).mockResolvedValueOnce({...store, inbox: () => Promise.reject(new StoreUnavailable('gone'))});
      expect(await take()).toBe(1);
      expect(heard.complained).toBe('The database does not answer: gone.\n');
      expect(await readFile(out(), 'utf8')).toBe('of last month');
      expect((await readdir(folder)).filter((name) => name.startsWith('feedback'))).toEqual(['feedback.jsonl']);
    });
  });

  it.each([[[]], [['--format']], [['--format', 'xlsx']], [['csv']], [['--format', 'csv', 'more']]])('export feedback %j is not what it takes: 2', async (words) => {
    expect(await run('export', 'feedback', ...words)).toBe(2);
    expect(heard.complained).toContain('Usage: care-endpoint export feedback --format csv|jsonl [--contact]');
  });

  it('concerns rules prints the rules in force, and says what is wrong with a file', async () => {
    expect(await run('concerns', 'rules')).toBe(0);
    expect(JSON.parse(heard.said)).toMatchObject({fewestPeople: 3, rules: expect.any(Array)});
    const file = await fileWith({fewestPeople: 1});
    expect(await runCommandLine(['concerns', 'rules'], {CARE_CONCERNS: file})).toBe(1);
    expect(heard.complained).toMatch(/CARE_CONCERNS\) cannot be used as it is:\n  \/fewestPeople is fewer than 3/);
  });

  it('serve without a receiver says what to write, and 1', async () => {
    expect(await run('serve')).toBe(1);
    expect(heard.complained).toMatch(/^CARE_RECEIVER is not set/);
    expect(heard.complained).toContain('"privacyNotice"');
    expect(heard.complained).not.toMatch(/\n\s+at /);
  });

  it('says which variable was probably misspelt, and goes on', async () => {
    expect(await runCommandLine(['tidy'], {DATA_DIR: folder, CARE_KEEP_STORIES: '30'})).toBe(0);
    expect(heard.complained).toBe('CARE_KEEP_STORIES is set, and the endpoint has no such variable. Did you mean CARE_KEEP_STORY?\n');
  });

  it('with a port that is none names PORT, and 1', async () => {
    expect(await runCommandLine(['serve'], {PORT: 'x'})).toBe(1);
    expect(heard.complained).toMatch(/^PORT is "x"/);
  });

  it('serve with words it does not take is 2', async () => {
    expect(await run('serve', 'now')).toBe(2);
    expect(heard.complained).toContain('Usage: care-endpoint serve');
  });
});

describe('care-endpoint export ratings', () => {
  it('says how much it wrote, and where', async () => {
    const out = join(folder, 'public');
    expect(await run('export', 'ratings', out)).toBe(0);
    expect(heard.said).toBe(`0 ratings and 0 areas in ${out}; new or changed files: 1\n`);
    expect(heard.complained).toBe('');
  });

  it('into a file is 1, and names it', async () => {
    const file = await fileWith('text');
    expect(await run('export', 'ratings', file)).toBe(1);
    expect(heard.complained).toContain(`${file} is a file`);
  });

  it.each([[[]], [['one', 'two']], [['--all']]])('with %j is 2', async (words) => {
    expect(await run('export', 'ratings', ...words)).toBe(2);
    expect(heard.complained).toContain('Usage: care-endpoint export ratings DIR');
  });
});

describe('care-endpoint question-sets add', () => {
  it('registers a set, and says so when it was there already', async () => {
    const file = await fileWith(ownSet());
    expect(await run('question-sets', 'add', file)).toBe(0);
    expect(await run('question-sets', 'add', file)).toBe(0);
    expect(heard.said).toBe('own version 1 is registered.\nown version 1 was registered already.\n');
  });

  it('never changes a version that is published', async () => {
    await run('question-sets', 'add', await fileWith(ownSet()));
    const {texts} = ownSet();
    const other = {...texts, en: {...texts?.['en'], title: 'Other'}};
    expect(await run('question-sets', 'add', await fileWith(ownSet({texts: other})))).toBe(1);
    expect(heard.complained).toMatch(/own version 1 is registered already with other content/);
    expect(await run('question-sets', 'add', await fileWith(ownSet({version: '2', texts: other})))).toBe(0);
  });

  it.each([
    ['no JSON', '{', /is not JSON: ./],
    ['not of the schema', {id: 'own'}, /\/pages is missing/],
    ['with a key that is never taken', '{"__proto__": {}}', /\/__proto__ is a key that is never taken/],
    ['that is built in', builtInSet('quick'), /\/id is "quick", which is built in/],
    ['without words', {...ownSet(), texts: {}}, /\/texts/],
  ])('refuses a file that is %s, and names it with the place', async (_title, content, expected) => {
    const file = await fileWith(content);
    expect(await run('question-sets', 'add', file)).toBe(1);
    expect(heard.complained).toContain(file);
    expect(heard.complained).toMatch(expected);
  });

  it('without a file is 2, and a file that is not there 1', async () => {
    expect(await run('question-sets', 'add')).toBe(2);
    expect(await run('question-sets', 'add', join(folder, 'none.json'))).toBe(1);
    expect(heard.complained).toContain('none.json');
  });
});

describe('care-endpoint keys rotate', () => {
  it('puts a new key on top, says how many are left, and what to do then', async () => {
    for (const old of [1, 2]) {
      expect(await run('keys', 'rotate')).toBe(0);
      expect(heard.said).toContain(`Old ones that still open: ${old}. Dropped: 0.`);
    }
    expect(heard.said).toContain('Endpoints that use this file take it within a minute.');
    expect(await run('keys', 'rotate', 'now')).toBe(2);
  });
});

describe('care-endpoint contact-key', () => {
  it('makes a pair of which only the public half is printed, and opens with the file what was sealed to it', async () => {
    const file = join(folder, 'contact.json');
    expect(await run('contact-key', 'make', file)).toBe(0);
    expect(heard.said).not.toContain('"d"');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const sealed = await (await contactSealer(heard.said))({email: 'a@example.org'});
    for (const given of [sealed, JSON.stringify({sealed})]) expect(JSON.parse(await openContact(given, await readFile(file, 'utf8')))).toEqual({email: 'a@example.org'});
  });

  it('never writes over a key that is there, and says what does not open', async () => {
    const file = await fileWith({kty: 'EC'});
    expect(await run('contact-key', 'make', file)).toBe(1);
    expect(heard.complained).toContain('is there already');
    expect(await readFile(file, 'utf8')).toContain('EC');
    expect(await run('contact-key', 'make')).toBe(2);
    await expect(openContact('a.b.c.d.e', '{}')).rejects.toThrow(/no contact details that this key opens/);
  });
});
