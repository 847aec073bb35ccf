import {createHash} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {canonicalJson} from '../../../../src/endpoint/store/canonical-json.js';
import {builtInVersions} from '../../../../src/domain/questionnaire/sets/built-in-sets.js';

/**
 * The sha256 of each published structure as JSON, its keys in order. Feedback of every version waits on people's devices
 * and lies in inboxes, and is read by the structure that it was sent with. A change makes a new version and a new line.
 *
 * Version 2 of `give-feedback` is final once it is released, and its line may be changed until then.
 */
const published: Readonly<Record<string, string>> = {
  'give-feedback 1': '85905ae66876aff4378113b42b1e357d1dfa0bbd02c3c22d776f64b4ac90f660',
  'give-feedback 2': 'eb31fe424bee19ed24e8737c3d26bb5b25a5717a59e869fd803e78f6f6e77dbf',
  'quick 1': '9a3c397e2c99ba98b83706f043f39ff0d6f416df8d4dcaf4cdcdeea14c7e94f7',
};

describe('a published version of a question set', () => {
  it.each(builtInVersions())('stays as it was: $id, version $version', ({texts: _, ...structure}) => {
    const hash = createHash('sha256').update(canonicalJson(structure)).digest('hex');
    expect(hash, `The structure of ${structure.id}, version ${structure.version}, has changed. Give the change a version of its own.`).toBe(published[`${structure.id} ${structure.version}`]);
  });

  it('stays at all', () => {
    expect(builtInVersions().map(({id, version}) => `${id} ${version}`).sort()).toEqual(Object.keys(published).sort());
  });
});
