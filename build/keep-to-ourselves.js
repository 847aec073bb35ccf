// @ts-check
// On somebody else's page we may leave one global symbol and one Trusted Types
// policy, and share nothing with the page's own Lit. Lit puts things on
// `globalThis` when it loads; here those lines are taken out.

const store = 'globalThis[Symbol.for("care-elements")]??={origins:new Set}';
const policy = /\w+\.createPolicy\(["']lit-html["'],(\{createHTML:(\w+)=>\2\})\)/;

/**
 * What to change, by the end of a module's path. Exact text, so that a new
 * version of a library that does it differently fails the build.
 * @type {Record<string, {find: string | RegExp, put: string}[]>}
 */
const edits = {
  '/lit-html/lit-html.js': [
    // A second copy or version of us, and a page that allows one policy of this name once, share it.
    {find: policy, put: `(${store}).policy??=trustedTypes.createPolicy("care-elements",$1)`},
    {find: /\((\w+)\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, put: '0'},
    {find: /\w+\.litHtmlPolyfillSupport/, put: 'void 0'},
  ],
  '/lit-element/lit-element.js': [
    {find: /\((\w+)\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, put: '0'},
    {find: /\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, put: '0'},
    {find: /\w+\.litElementPolyfillSupport/, put: 'void 0'},
  ],
  // What only somebody who writes an element could do wrong, and our types forbid.
  '/@lit/reactive-element/css-tag.js': [
    {find: /Error\("CSSResult is not constructable[^"]*"\)/, put: 'Error()'},
    {find: /Error\("Value passed to 'css' function[^"]*"\+(\w+)\+"[^"]*"\)/, put: 'Error($1)'},
  ],
  '/@lit/reactive-element/reactive-element.js': [
    {find: /\((\w+)\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, put: '0'},
    {find: /\w+\.reactiveElementPolyfillSupport/, put: 'void 0'},
    // Only standard decorators keep anything there, and ours are TypeScript's.
    {find: /Symbol\.metadata\?\?=Symbol\("metadata"\),(\w+)\.litPropertyMetadata\?\?=new WeakMap;/, put: ''},
    {find: /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\._\$Eh=new Map)/, put: ''},
  ],
  '/@lit/reactive-element/decorators/property.js': [
    {find: /const\{kind:(\w+),metadata:\w+\}=\w+;let \w+=globalThis\.litPropertyMetadata.*?throw Error\("Unsupported decorator location: "\+\1\)/, put: 'throw Error("Standard decorators are not in use")'},
  ],
};

const traces = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata', '"lit-html"', 'PolyfillSupport', 'HydrateSupport'];

/**
 * Fails the build when it finds nothing to replace, or when anything is left.
 * @returns {import('vite').Plugin}
 */
export function keepToOurselves() {
  let policies = 0;
  return {
    name: 'keep-to-ourselves',
    buildStart() {
      policies = 0;
    },
    transform(code, id) {
      const path = id.replaceAll('\\', '/').split('?')[0] ?? '';
      const end = Object.keys(edits).find((each) => path.endsWith(each));
      if (!end) return null;
      for (const {find, put} of edits[end] ?? []) {
        const changed = code.replace(find, put);
        if (changed === code) this.error(`${end} no longer holds ${find}; say in build/keep-to-ourselves.js what it does now.`);
        if (find === policy) policies += 1;
        code = changed;
      }
      return {code, map: null};
    },
    generateBundle(_options, bundle) {
      if (policies === 0) this.error('No createPolicy of Lit was found to replace, so Lit would make a policy of its own.');
      for (const file of Object.values(bundle)) {
        const trace = file.type === 'chunk' && traces.find((each) => file.code.includes(each));
        if (trace) this.error(`${file.fileName} still speaks of ${trace}.`);
      }
    },
  };
}
