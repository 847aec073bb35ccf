// @ts-check

const helper = '__exportAll';
const file = /\/rolldown-runtime-[^/]*\.js$/;

/**
 * Writes out what the bundler would have a file of its own do: where a part that
 * is loaded later shares its file with others, its exports become an object.
 * That file holds one short function, and each element would have to ask for it.
 * @returns {import('vite').Plugin}
 */
export function withoutRuntime() {
  return {
    name: 'without-runtime',
    // Here and not in `generateBundle`: the names of the files hold a hash of what is done here.
    renderChunk(code, chunk) {
      if (!code.includes(helper) || file.test(chunk.fileName)) return null;
      const written = code
        .replace(new RegExp(`${helper}\\(\\{([^}]*)\\}\\)`, 'g'), (_whole, exported) => `{${String(exported).replace(/([\w$]+): \(\) => ([\w$.]+)/g, 'get $1() { return $2; }')}}`)
        .replace(new RegExp(`import \\{ \\w+ as ${helper} \\} from "[^"]+";`), '');
      if (written.includes(helper)) this.error(`build/without-runtime.js does not know what ${chunk.fileName} does with ${helper}.`);
      return {code: written, map: null};
    },
    generateBundle(_options, bundle) {
      const runtime = Object.keys(bundle).find((name) => file.test(`/${name}`));
      if (!runtime) return this.error('build/without-runtime.js found no file to leave out; the bundler may have given it another name.');
      delete bundle[runtime];
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.imports = chunk.imports.filter((name) => name !== runtime);
    },
  };
}
