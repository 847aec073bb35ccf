// @ts-check
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/**
 * Writes licences.txt: whose work is inside the browser build, and on what
 * terms. Minified code keeps no comments, and these licences ask to be passed on.
 * @returns {import('vite').Plugin}
 */
export function licences() {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const folders = new Set();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of file.moduleIds) {
          const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
          if (folder) folders.add(folder);
        }
      }
      this.emitFile({type: 'asset', fileName: 'licences.txt', source: [...folders].sort().map(licence).join('\n')});
    },
  };
}

/** @param {string} folder of a package */
function licence(folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
}
