// @ts-check
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {asClassic} from './as-classic.js';
import {firstChunks} from './first-chunk.js';
import {keepToOurselves} from './keep-to-ourselves.js';
import {minifyCss} from './minify-css.js';
import {ownBuiltIns} from './own-built-ins.js';
import {ownCopies} from './own-copies.js';
import {askAtOnce, standAlone} from './pasted-script.js';
import {tryAgain} from './try-again.js';
import {withoutRuntime} from './without-runtime.js';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** @type {{version: string}} */
export const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Constants that builds and test runners put in. */
export const define = {__VERSION__: JSON.stringify(version)};

/** What several elements show of who can help; a chunk of its own, so that it runs no element's definition. */
const signposting = [`${root}src/domain/signposting/`, `${root}src/elements/shared/signpost-list/`];

/** What every element has. */
const everywhere = ['theme/base.ts', 'theme/tokens.ts', 'locale/words.ts', 'locale/languages.ts', 'locale/direction.ts', 'locale/translated.ts', 'locale/generated/', ...['attribute-hints', 'language-controller', 'nearest-attribute', 'render-guard', 'room', 'translated-texts'].map((name) => `elements/shared/${name}.ts`)].map((path) => `${root}src/${path}`);

/** @param {string[]} tags */
const definitions = (...tags) => tags.map((tag) => `${root}src/define/${tag}.ts`);

const pastedScript = `${root}src/embed/script/care-elements.ts`;

/**
 * What pages load: the pasted script and a chunk for each part, Lit inside.
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
export function browserBuild(outDir) {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    base: './',
    define,
    plugins: [standAlone(pastedScript), ownCopies(definitions('care-rating', 'care-place'), everywhere, `${root}src/`), keepToOurselves(), minifyCss(`${root}src/`), withoutRuntime(), askAtOnce(pastedScript), asClassic(), tryAgain()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: true,
      reportCompressedSize: false,
      // What each file needs, for the sizes.
      manifest: 'manifest.json',
      // Whose work is inside, and on what terms: minified code keeps no comments, and these licences ask to be passed on.
      license: {fileName: 'licences.md'},
      // Vite wraps the dynamic imports of an app in a preloader that weighs more
      // than our whole script and speaks on `window`; it leaves a library's alone.
      lib: {entry: {'care-elements': pastedScript}, formats: ['es']},
      rolldownOptions: {
        transform: {inject: ownBuiltIns},
        // For libraries Vite's own minifier keeps white space, so that bundlers can still shake them; pages load this as it is.
        output: {
          minify: true,
          comments: false,
          entryFileNames: '[name].js',
          // Each name is loaded with the code that names it, and cannot be compressed; seven characters tell versions apart, and more files than 64, which six do not.
          chunkFileNames: 'chunks/[name]-[hash:7].js',
          codeSplitting: {groups: firstChunks(definitions('care-feedback', 'care-signpost', 'care-rating', 'care-place'), signposting)},
        },
      },
    },
  };
}

/**
 * The endpoint for Node. All its files lie in one folder, so that what the code
 * finds beside `import.meta.url` does not depend on how it was cut.
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
export function endpointBuild(outDir) {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node20',
      ssr: true,
      rolldownOptions: {
        input: {
          'care-endpoint': `${root}src/endpoint/care-endpoint.ts`,
          'sqlite-worker': `${root}src/endpoint/store/sqlite/sqlite-worker.ts`,
        },
        output: {entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js'},
      },
    },
  };
}
