import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {keepToOurselves} from '../../build/keep-to-ourselves.js';

// The production files of the packages, which is what a page gets.
const packages = new URL('../../node_modules/', import.meta.url);
const files = ['lit-html/lit-html.js', 'lit-element/lit-element.js', '@lit/reactive-element/reactive-element.js', '@lit/reactive-element/decorators/property.js'];
const pathOf = (file: string): string => fileURLToPath(new URL(file, packages));

/** The file as the build changes it; throws what the build would end with. */
function edited(file: string, code = readFileSync(pathOf(file), 'utf8')): string {
  const {transform} = keepToOurselves() as unknown as {transform: (this: {error: (reason: string) => never}, code: string, id: string) => {code: string} | null};
  const error = (reason: string): never => {
    throw new Error(reason);
  };
  return transform.call({error}, code, `/anywhere/${file}`)?.code ?? code;
}

describe('Lit on somebody else’s page', () => {
  it.each(files)('writes nothing of its own to the page in %s', (file) => {
    const traces = /litHtmlVersions|litElementVersions|reactiveElementVersions|litPropertyMetadata|PolyfillSupport|HydrateSupport|Symbol\.metadata\?\?=|createPolicy\("lit-html"/;
    expect(readFileSync(pathOf(file), 'utf8')).toMatch(traces);
    expect(edited(file)).not.toMatch(traces);
  });

  it.each(files)('that does it in another way than we know in %s fails the build, which says where to mend it', (file) => {
    expect(() => edited(file, 'export const nothing = 0;')).toThrow(/no longer holds .*build\/keep-to-ourselves\.js/);
  });

  it('makes no policy but the one that all copies of us share', () => {
    expect(edited('lit-html/lit-html.js')).toContain('trustedTypes.createPolicy("care-elements"');
  });
});
