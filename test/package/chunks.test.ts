import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {filesOf, wholeGraph} from '../../build/graph.js';

const files = filesOf(fileURLToPath(new URL('../../dist/elements', import.meta.url)));
const definitions = Object.keys(files).filter((file) => files[file]?.source?.startsWith('src/define/'));

it('a page that uses one tag never loads what defines another', () => {
  expect(definitions.length).toBeGreaterThan(1);
  for (const definition of definitions) expect(wholeGraph(files, definition).filter((file) => definitions.includes(file))).toEqual([definition]);
});
