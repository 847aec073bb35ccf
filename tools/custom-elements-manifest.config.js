// @ts-check
// What the elements' own comments do not say, since it holds for all of them: states and properties of CSS.
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {root} from '../build/builds.js';

const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
const named = (/** @type {string} */ text) => new Set([...text.matchAll(/var\((--care-[a-z-]+)/g)].map(([, name = '']) => name));

/** `'loading' | 'shown'`, each with its words. */
const states = [...read('src/elements/shared/render-guard.ts').matchAll(/^ \* - `:state\((\w+)\)`: (.+)$/gm)].map(([, name, description]) => ({name, description}));

const rows = [...read('src/theme/tokens.ts').matchAll(/^ \* \| `(--care-[a-z-]+)` \| (.+?) \| (.*?) \| (.*?) ?\|$/gm)];
const properties = rows.map(([, name = '', description = '', light = '', dark = '']) => ({name, description, default: dark ? `${light}, on dark ${dark}` : light}));

/** Those of buttons and faults are read only where an element has any. */
const ofControls = named(read('src/theme/controls.ts'));

/** @param {string} folder */
const hasControls = (folder) => readdirSync(join(root, folder)).some((name) => name.endsWith('.ts') && read(join(folder, name)).includes("'../../theme/controls.js'"));

const shared = {
  name: 'what-all-elements-share',
  /** @param {{customElementsManifest: {modules: {path: string, declarations: Record<string, unknown>[]}[]}}} whole */
  packageLinkPhase({customElementsManifest}) {
    for (const {path, declarations} of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (!declaration['customElement']) continue;
        const folder = dirname(path);
        declaration['tagName'] = folder.split('/').at(-1);
        declaration['cssStates'] = states;
        declaration['cssProperties'] = properties.filter(({name}) => !ofControls.has(name) || hasControls(folder));
      }
    }
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  litelement: true,
  quiet: true,
  // Ours says already where the manifest lies; the tool would rewrite the file.
  packagejson: false,
  plugins: [shared],
};
