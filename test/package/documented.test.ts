import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {buildIfStale} from '../../tools/build.js';
import {blocks, pages, root} from '../support/docs/pages.js';

const run = promisify(execFile);
const marked = blocks.filter(({mark}) => mark === 'ts check');

let folder: string;
beforeAll(async () => {
  await buildIfStale(['elements', 'endpoint', 'package', 'sbom']);
  // Somebody's own project, in which the package is installed.
  folder = await mkdtemp(join(tmpdir(), 'care-docs-'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(root, join(folder, 'node_modules', 'care-elements'), 'dir');
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
});
afterAll(() => rm(folder, {recursive: true, force: true}));

/** What TypeScript says of these files, each a module of its own. */
async function complaints(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), `${text}\nexport {};\n`);
  const compilerOptions = {target: 'ES2022', module: 'NodeNext', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [], strict: true, noEmit: true};
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions, files: Object.keys(files)}));
  return run(process.execPath, [join(root, 'node_modules/typescript-native/bin/tsc'), '--project', folder]).then(() => '', ({stdout, stderr}: {stdout: string; stderr: string}) => stdout + stderr);
}

describe('what the documents say of the package', () => {
  it('has code in TypeScript that fits the package as it is built', async () => {
    expect(marked.length).toBeGreaterThanOrEqual(3);
    const said = await complaints(Object.fromEntries(marked.map(({page, text}, number) => [`${number}-${page.replaceAll(/\W/g, '-')}.ts`, text])));
    expect(said).toBe('');
  });

  it('would be told of code that does not', async () => {
    expect(await complaints({'wrong.ts': "import {CareRating} from 'care-elements/elements/care-rating.js';\nnew CareRating().endpoint = 1;\nimport 'care-elements/define/care-ratings.js';"})).toMatch(/TS2322[^]*TS(2307|2882)|TS(2307|2882)[^]*TS2322/);
  });

  it('has every file that they name', () => {
    const named = [...pages].flatMap(([page, text]) => [...text.matchAll(/`(dist\/[^`\s*…{}<>]+)`/g)].map(([, path = '']) => ({page, path})));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter(({path}) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('lists what custom-elements.json in the package lists', async () => {
    const {modules} = JSON.parse(await readFile(join(root, 'dist/package/custom-elements.json'), 'utf8')) as {modules: {declarations?: ({customElement?: boolean; tagName?: string} & Record<'attributes' | 'events' | 'cssParts' | 'cssStates' | 'cssProperties', {name?: string}[]>)[]}[]};
    const elements = modules.flatMap(({declarations = []}) => declarations).filter(({customElement}) => customElement);
    const page = pages.get('docs/develop/attributes-and-events.md')!;
    expect(elements).toHaveLength(4);
    for (const {tagName, attributes, events, cssParts, cssStates, cssProperties} of elements) {
      const names = [`<${tagName}>`, ...attributes.map(({name}) => name), ...events.flatMap(({name}) => name ?? []), ...cssParts.map(({name}) => `::part(${name})`), ...cssStates.map(({name}) => `:state(${name})`), ...cssProperties.map(({name}) => name)];
      expect(names.length).toBeGreaterThan(15);
      for (const name of names) expect(page).toContain(`\`${name}\``);
    }
  });
});
