import {existsSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {filesHere} from '../../tools/content-key.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = (await filesHere()) ?? [];

/** Places in a file of this path where it names something of a folder beside the project. */
function namedBeside(path: string, text: string): string[] {
  return [...text.matchAll(/(?:\.\.\/)+shared\b[\w./-]*/g)].map(([named]) => named).filter((named) => {
    const [folder = ''] = /^(?:\.\.\/)+shared/.exec(named) ?? [];
    return !existsSync(root + posix.join(posix.dirname(path), folder)) || posix.join(posix.dirname(path), folder).startsWith('..');
  });
}

/** Whether a file of tests looks whether what it reads is there, and says so where it is not. */
function skipsPlainly(text: string): boolean {
  return /\bexistsSync\b|\breturn skip\('/.test(text) && /left out|leftOutWithout|skip\('|skipIf/.test(text);
}

describe.skipIf(here.length === 0)('the project', () => {
  it('is whole by itself: only tests that skip plainly read the folder beside it', () => {
    const texts = here.filter((path) => /\.(md|js|ts|json|html|css|svg|xlf)$/.test(path) && existsSync(root + path)).map((path) => ({path, text: readFileSync(root + path, 'utf8')}));
    expect(texts.length).toBeGreaterThan(500);
    const faults = texts.flatMap(({path, text}) => (path.startsWith('test/') && skipsPlainly(text) ? [] : namedBeside(path, text).map((named) => `${path}: ${named}`)));
    expect(faults).toEqual([]);
  });
});

describe('the check itself', () => {
  it('finds what lies beside the project, and not what only has its name', () => {
    expect(namedBeside('docs/run/a.md', '[a](../../../shared/design.md) and ../shared/evidence.md')).toEqual(['../../../shared/design.md', '../shared/evidence.md']);
    expect(namedBeside('src/elements/care-rating/a.ts', "import {Room} from '../shared/room.js';")).toEqual([]);
  });
});
