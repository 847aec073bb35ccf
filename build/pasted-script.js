// @ts-check
import {readFile} from 'node:fs/promises';
import {staticGraph} from './graph.js';

const mark = '?pasted';

/**
 * Gives the pasted script its own copy of the little that it shares with the
 * elements. Else their chunks would import the script, and a page that pasted
 * it with a query after its name would load and run it a second time.
 * @param {string} source path of the script's source
 * @returns {import('vite').Plugin}
 */
export function standAlone(source) {
  return {
    name: 'stand-alone',
    enforce: 'pre',
    async resolveId(id, importer, {kind}) {
      const ofScript = importer === source || importer?.endsWith(mark);
      if (!ofScript || kind !== 'import-statement' || !importer) return null;
      const found = await this.resolve(id, importer.replace(mark, ''), {skipSelf: true});
      return found && {...found, id: found.id + mark};
    },
    async load(id) {
      if (!id.endsWith(mark)) return null;
      return {code: await readFile(id.slice(0, -mark.length), 'utf8'), moduleType: 'ts'};
    },
    generateBundle(_options, bundle) {
      const script = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId === source);
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !script) continue;
        if (file.imports.includes(script.fileName)) this.error(`${file.fileName} imports the pasted script, which might then run twice.`);
        if (file === script && file.imports.length) this.error(`The pasted script waits for ${file.imports.join(', ')}.`);
      }
    },
  };
}

/**
 * Lets the pasted script ask for all that an element needs at once. A browser
 * learns of a chunk's imports only when the chunk has come, which costs
 * a round trip for every level.
 * @param {string} source path of the script's source
 * @returns {import('vite').Plugin}
 */
export function askAtOnce(source) {
  return {
    name: 'ask-at-once',
    generateBundle(_options, bundle) {
      const chunks = Object.fromEntries(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
      const script = Object.values(chunks).find((chunk) => chunk.facadeModuleId === source);
      if (!script) return this.error(`Nothing was built from ${source}.`);
      script.code = script.code.replace(/\bimport\(\s*(["'`])\.\/([^"'`]+)\1\s*\)(?:\.then\(\w+=>\w+\.\w+\))?/g, (whole, _quote, file) => {
        const others = staticGraph(chunks, file).filter((each) => each !== file);
        if (others.length === 0) return whole;
        // Without `Promise.all`, which is the page's; where another does not come, neither does what imports it.
        return `(${others.map((each) => `import("./${each}").catch(()=>0)`).join(',')},import("./${file}"))`;
      });
    },
  };
}
