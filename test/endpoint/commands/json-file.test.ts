import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, describe, expect, it, vi} from 'vitest';
import {questionSetsAdd} from '../../../src/endpoint/question-sets/question-sets-add-command.js';
import {readConcernRules} from '../../../src/endpoint/concerns/concern-rules-file.js';
import {readJsonFile} from '../../../src/endpoint/commands/json-file.js';
import {readReceiverFile} from '../../../src/endpoint/receiver/receiver-file.js';
import {readSignpostsFile} from '../../../src/endpoint/signposts/signposts-file.js';
import {temporaryFolder} from '../../support/endpoint/sqlite-worker.js';

const folder = temporaryFolder();
const path = join(folder, 'written.json');
const brackets = '['.repeat(100_000) + ']'.repeat(100_000);
beforeAll(() => mkdir(join(folder, 'a folder')));

/** What the operator reads of a file that is as it should not be. */
async function told(content: string | Uint8Array, read: () => Promise<unknown> = () => readJsonFile({path, named: 'The file', bytes: 1024 * 1024, mend: 'Start from the example.'})): Promise<string> {
  await writeFile(path, content);
  return read().then(() => '', (error: Error) => `${error.name}: ${error.message}`);
}

describe('A file that somebody wrote for the endpoint', () => {
  it('is read with or without a byte order mark, and of a key that stands twice what stands last', async () => {
    await writeFile(path, '\uFEFF{"name": "one", "name": "other"}');
    expect(await readJsonFile({path, named: 'The file'})).toEqual({name: 'other'});
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['is no JSON', '{', /^StartFault: The file is not JSON: .+\nStart from the example\.$/],
    ['is in another encoding', Buffer.from('{"name": "Caf\xe9"}', 'latin1'), /^StartFault: The file is not text in UTF-8\.\nSave it again/],
    ['is one long string', `{"name": "${'x'.repeat(2 * 1024 * 1024)}"}`, /^StartFault: The file is longer than 1048576 bytes \(1 MB\)\.\nIs it the right file\?\nStart from/],
    ['goes 100,000 deep', brackets, /^StartFault: The file cannot be used as it is:\n {2}(\/0)+ is nested more than 32 deep\nStart from/],
    ['has keys that change what things are', '{"a": {"__proto__": {}, "toString": 1}}', /^StartFault: The file cannot be used as it is:\n {2}\/a\/__proto__ is a key that is never taken\n {2}\/a\/toString is/],
  ])('and %s is named with what to do', async (_what, content, expected) => {
    expect(await told(content)).toMatch(expected);
  });

  it('is not parsed, nor read further, once it is longer than it may be', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    await told('1'.repeat(1024 * 1024 + 1));
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the receiver', () => readReceiverFile(path)],
    ['rules for repeat concerns', () => readConcernRules(path)],
    ['who can help', () => readSignpostsFile(path)],
    ['a set of questions', () => questionSetsAdd.run([path], {DATA_DIR: folder})],
  ])('is read so for %s', async (_what, read) => {
    for (const [content, expected] of [[brackets, /written\.json.* is nested more than 32 deep/s], [' '.repeat(5 * 1024 * 1024), /written\.json.* is longer than \d+ bytes/], ['{"name": {"length": {"toString": 5}}}', /written\.json.* \/name\/length\/toString is a key that is never taken/s], ['{', /written\.json.* is not JSON/]] as const) {
      expect(await told(content, read)).toMatch(expected);
    }
  });

  it('that is none, or a folder, is named', async () => {
    for (const [name, reason] of [['none.json', 'ENOENT'], ['a folder', 'EISDIR']]) await expect(readJsonFile({path: join(folder, name!), named: name!})).rejects.toThrow(`${name} cannot be read: ${reason}`);
  });
});
