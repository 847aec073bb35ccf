import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readConcernRules} from '../../src/endpoint/concerns/concern-rules-file.js';
import {readReceiverFile} from '../../src/endpoint/receiver/receiver-file.js';
import {readSignpostsFile} from '../../src/endpoint/signposts/signposts-file.js';
import {blocks, blocksIn, pages, type Block} from '../support/docs/pages.js';

/** What a fence may say: with a second word a test does something with the block. */
const marks = ['html page', 'sh run', 'ts check', 'json receiver', 'json signposts', 'json concerns', 'css', 'html', 'js', 'json', 'jsx', 'nginx', 'sh', 'text', 'ts', 'xml', ''];

/** How a line of commands begins that is not run as it stands, and why. */
const notRun: readonly [RegExp, string][] = [
  [/^npm (ci|start|test|run|install|pack)\b/, 'it builds or tests the whole project, or asks a registry; test/package packs it, test/end-to-end starts it'],
  [/^npx (vitest|wtr) /, 'it is a test itself, with a name to be filled in'],
  [/^(\(umask 077 && )?curl /, 'it asks an endpoint on the internet, with a token; test/endpoint asks the same addresses'],
  [/^([A-Z_]+=\S+ |[A-Z_]+="[^"]*" )*npx care-endpoint (serve|sync|import-ratings|restore|keys rotate|contact-key|export feedback|question-sets add)\b/, 'it goes on for ever, asks CQC, or needs files of the owner’s; test/endpoint runs each of them'],
  [/^npx care-endpoint help$/, 'docs/embed/npm.md has it in a block that is run'],
  [/^([A-Z_]+=(\S+|"[^"]*") ?)+\\$/, 'it belongs to the next line'],
  [/^sudo (-u care )?(adduser|cp|systemctl|env) /, 'it changes the machine'],
  [/^UPDATE_TREES=1 /, 'it is a test itself'],
];

const marked = (mark: string) => blocks.filter((block) => block.mark === mark);

/** What a block has that its mark does not account for. */
function unaccounted({page, mark, text}: Block): string[] {
  if (!marks.includes(mark)) return [`${page}: no test knows the mark “${mark}”`];
  const isExample = (address: string) => /^https?:\/\/[\w.-]+\.example\b/.test(address);
  if (mark === 'html' && /<(care-|a )/.test(text)) {
    const addresses = [...text.matchAll(/(?:src|href|endpoint|action|receiver)="(http[^"]+)"/g)].map(([, address = '']) => address);
    return addresses.length > 0 && addresses.every(isExample) ? [] : [`${page}: a snippet that nobody pastes: ${text.split('\n')[0]}`];
  }
  if (mark === '' && /<care-|npx |npm /.test(text)) return [`${page}: a block without a mark: ${text.split('\n')[0]}`];
  if (mark === 'sh') return text.split('\n').filter((line) => line.trim() !== '' && !notRun.some(([start]) => start.test(line.trim()))).map((line) => `${page}: a command that nobody runs: ${line}`);
  return [];
}

describe('the blocks of the documents', () => {
  it('are each run, pasted or checked, or say why not', () => {
    expect(blocks.flatMap(unaccounted)).toEqual([]);
  });

  it('are as many as there are fences, so that none is passed over', () => {
    const fences = [...pages.values()].flatMap((text) => text.match(/^ *```/gm) ?? []).length;
    expect(blocks).toHaveLength(fences / 2);
    for (const [mark, least] of [['html page', 10], ['sh run', 6], ['ts check', 3], ['json receiver', 1], ['json signposts', 1], ['json concerns', 1]] as const) expect(marked(mark).length, mark).toBeGreaterThanOrEqual(least);
  });

  it('have commands that a shell can read', () => {
    for (const {page, text} of blocks.filter(({mark}) => mark.startsWith('sh'))) expect(() => execFileSync('sh', ['-n', '-c', text.replaceAll('…', 'x')], {stdio: 'pipe'}), page).not.toThrow();
  });

  it.each([
    ['receiver', (file: string) => readReceiverFile(file)],
    ['signposts', (file: string) => readSignpostsFile(file)],
    ['concerns', (file: string) => readConcernRules(file)],
  ] as const)('have files that the endpoint takes as they are: %s', async (kind, readFile) => {
    const folder = mkdtempSync(join(tmpdir(), 'care-docs-'));
    try {
      for (const [number, {text}] of marked(`json ${kind}`).entries()) {
        writeFileSync(join(folder, `${number}.json`), text);
        expect(await readFile(join(folder, `${number}.json`))).toBeTypeOf('object');
      }
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('have JSON that can be read', () => {
    for (const {page, text} of marked('json')) expect(() => JSON.parse(text) as unknown, page).not.toThrow();
  });
});

describe('the check of blocks itself', () => {
  it.each([
    ['```html pag\n<care-rating></care-rating>\n```', /no test knows the mark/],
    ['```html\n<care-rating endpoint="http://127.0.0.1:4000"></care-rating>\n```', /nobody pastes/],
    ['```html\n<care-rating></care-rating>\n```', /nobody pastes/],
    ['```\n<care-rating endpoint="https://central.example"></care-rating>\n```', /without a mark/],
    ['```sh\nnpm ci\nrm -rf data\n```', /nobody runs: rm/],
    ['  ```sh\n  npx care-endpoint tidy\n  ```', /nobody runs: npx care-endpoint tidy/],
  ])('finds what it should in %j', (text, fault) => {
    expect(blocksIn('a.md', text).flatMap(unaccounted)).toEqual([expect.stringMatching(fault)]);
  });

  it.each(['```html\n<care-rating endpoint="https://central.example"></care-rating>\n```', '```sh\nCARE_RECEIVER=receiver.json npx care-endpoint serve\n```', '```sh run\nnpx care-endpoint tidy\n```'])('leaves %j alone', (text) => {
    expect(blocksIn('a.md', text).flatMap(unaccounted)).toEqual([]);
  });
});
