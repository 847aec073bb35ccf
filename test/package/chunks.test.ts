import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {wholeGraph, type Manifest} from '../../build/graph.js';

const {files} = JSON.parse(readFileSync(fileURLToPath(new URL('../../dist/elements/manifest.json', import.meta.url)), 'utf8')) as Manifest;
const definitions = Object.keys(files).filter((file) => files[file]?.source?.startsWith('src/define/'));

it('a page that uses one tag never loads what defines another', () => {
  expect(definitions.length).toBeGreaterThan(1);
  for (const definition of definitions) expect(wholeGraph(files, definition).filter((file) => definitions.includes(file))).toEqual([definition]);
});
