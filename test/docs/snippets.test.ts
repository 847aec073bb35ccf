import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {filesWithSnippets, roomOf, rooms, snippetFor, snippetsIn, svgOf, table} from '../../tools/room.js';
import {foundInRecord} from '../../src/endpoint/directory/import/found-in-record.js';
import {blocks} from '../support/docs/pages.js';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const readme = read('README.md');
const snippets = filesWithSnippets.flatMap((file) => snippetsIn(read(file)).map((snippet) => ({file, ...snippet})));

describe('a snippet that people paste', () => {
  it('is there for each tag, in the README', () => {
    for (const tag of Object.keys(rooms)) expect(snippetFor(readme, tag)).toContain(svgOf(rooms[tag]!));
    expect(new Set(snippetsIn(readme).map(({opening}) => /\w+-\w+/.exec(opening)?.[0]))).toEqual(new Set(['care-feedback', 'care-place', 'care-rating', 'care-signpost']));
  });

  it.each(snippets)('keeps its link in a paragraph, for systems that drop the tag around it: $file, $opening', ({within}) => {
    const links = within.match(/<a /g) ?? [];
    expect(links).toHaveLength(1);
    expect(within).toMatch(/^ *<p><a [^>]*href="[^"]+"[^>]*>[^<]+<\/a><\/p>$/m);
  });

  it.each(snippets)('keeps the room of docs/room.json; else run node tools/room.js: $file, $opening', ({opening, within}) => {
    const room = roomOf(opening);
    expect(within.match(/<svg[\s\S]*?<\/svg>/g) ?? []).toEqual(room ? [svgOf(room)] : []);
  });

  it('has its room in the table of rooms', () => {
    expect(read('docs/embed/styling.md')).toContain(`${table}\n\n`);
  });

  it('can be tried as it is written: each service and area in a block to paste is one of the demonstration', () => {
    const services = JSON.parse(read('demo/services.json')) as {id: string}[];
    const areas = services.flatMap((service) => foundInRecord(service, 'here', {asOf: '2026-11-22'})).map((found) => 'service' in found && found.service.place?.name);
    const pasted = blocks.filter(({mark}) => mark === 'html page').map(({text}) => text).join('\n');
    const named = (attribute: string) => snippetsIn(pasted).flatMap(({opening}) => new RegExp(` ${attribute}="([^"]+)"`).exec(opening)?.[1] ?? []);
    expect(named('service').length).toBeGreaterThan(0);
    expect(services.map(({id}) => id)).toEqual(expect.arrayContaining(named('service')));
    expect(named('place').length).toBeGreaterThan(0);
    expect(areas).toEqual(expect.arrayContaining(named('place')));
    expect(new Set(named('endpoint'))).toEqual(new Set(['http://127.0.0.1:4000']));
  });
});

describe('README.md', () => {
  it('can be read in a few minutes: it has 6,000 bytes at most', () => {
    expect(Buffer.byteLength(readme)).toBeLessThanOrEqual(6000);
  });

  it('says what it is with a picture, both commands and one snippet', () => {
    expect(readme).toMatch(/!\[[^\]]{100,}\]\(docs\/screenshots\/\w+\.png\)/);
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
    expect(blocks.filter(({page, mark}) => page === 'README.md' && mark === 'html page')).toHaveLength(1);
  });
});
