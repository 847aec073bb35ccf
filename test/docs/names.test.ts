import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {describe, expect, it} from 'vitest';
import {commands} from '../../src/endpoint/all-commands.js';
import {optionAsTyped} from '../../src/endpoint/command-help.js';
import {variables} from '../../src/endpoint/environment-variables.js';
import {openApiDocument} from '../../src/endpoint/http/openapi/document.js';
import {routes} from '../../src/endpoint/routes.js';
import {blocks, pages, proseOf, root} from '../support/docs/pages.js';

const read = (path: string) => readFileSync(root + path, 'utf8');
const tags = ['care-feedback', 'care-place', 'care-rating', 'care-signpost'];
const ofElements = 'docs/develop/attributes-and-events.md';
/** What the page that is made of them lists under a heading, without what stands around it: `:state(shown)`. */
const listed = (heading: string) => [...(pages.get(ofElements)!.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
/** What has changed is told in the words of its time. */
const present = [...pages].filter(([page]) => page !== 'CHANGELOG.md');
const shown = (text: string) => [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
/** Names that pages say, each with its page. */
const saidNames = (name: RegExp) => present.flatMap(([page, text]) => [...new Set([...text.matchAll(name)].map(([whole, part]) => part ?? whole))].map((found) => ({page, found})));
const unknown = (name: RegExp, isKnown: (found: string) => boolean) => saidNames(name).filter(({found}) => !isKnown(found)).map(({page, found}) => `${page}: ${found}`);

const folders = ['tools', 'test', 'demo', 'bench', 'build'];
const ourCode = [...folders.flatMap((folder) => readdirSync(root + folder, {recursive: true, encoding: 'utf8'}).filter((name) => /\.(js|ts)$/.test(name)).map((name) => `${folder}/${name.replaceAll('\\', '/')}`)), 'vitest.config.ts', 'web-test-runner.config.js'];
/** Variables of tests and tools, which are no part of what people run. */
const developersVariables = new Set(ourCode.flatMap((path) => [...read(path).matchAll(/process\.env(?:\.|\[')(CARE_[A-Z_]+)|^ {2}(CARE_[A-Z]+): \{value: |^ +variable: '([A-Z_]+)'/gm)].map((found) => found.slice(1).find(Boolean) ?? '')));
/** Set by `npm test` for its own tests, and by nobody else. */
const ofTheRun = ['CARE_TEST_MEMORY', 'CARE_TEST_RUN'];

/** Those that a page lacks: to show the page itself would hide them. */
const lacking = (page: string, names: readonly string[]) => names.filter((name) => !pages.get(page)?.includes(name));

describe('the documents name everything', () => {
  const everything = [...pages.values()].join('\n');

  it('that can be set', () => {
    expect(lacking('docs/run/configuration.md', Object.keys(variables).map((name) => `| \`${name}\` |`))).toEqual([]);
  });

  it('that can be run, with each of its options', () => {
    const typed = commands.flatMap(({name, options}) => [`## ${name}\n`, ...Object.entries(options).map(([option, described]) => `| \`${optionAsTyped(option, described).replaceAll('|', '\\|')}\` |`)]);
    expect(typed.length).toBeGreaterThan(commands.length);
    expect(lacking('docs/run/commands.md', typed)).toEqual([]);
  });

  it('that an element takes, fires, draws or is', () => {
    for (const tag of tags) {
      const source = read(`src/elements/${tag}/${tag}.ts`);
      const [, properties = ''] = /static override properties = \{\n([\s\S]*?)\n {2}\};/.exec(source) ?? [];
      const attributes = [...properties.matchAll(/^ +(\w+): \{(.*)\}/gm)].map(([, name = '', rest = '']) => /attribute: '([\w-]+)'/.exec(rest)?.[1] ?? name);
      expect(attributes.length).toBeGreaterThan(2);
      const events = [...read(`src/elements/${tag}/events.ts`).matchAll(/type = '([\w-]+)'/g)].map(([, type = '']) => type);
      expect(listed(`\`<${tag}>\``)).toEqual(expect.arrayContaining([...attributes, ...events]));
    }
    const tokens = [read('src/theme/tokens.ts'), read('src/theme/controls.ts')].join('').match(/--care-[a-z-]*[a-z]/g) ?? [];
    expect(listed('Properties of CSS').sort()).toEqual([...new Set(tokens)].sort());
    expect(listed('States')).toEqual([':state(loading)', ':state(shown)', ':state(unavailable)']);
  });

  it('that the endpoint answers to programs', async () => {
    const described = Object.entries((await openApiDocument(routes, '')).paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    expect(described.length).toBeGreaterThan(15);
    expect(lacking('docs/develop/http.md', described.map((named) => `\n## \`${named}\`\n`))).toEqual([]);
  });

  it('that changes what tests and tools do', () => {
    expect([...developersVariables].filter((name) => !(name in variables) && !ofTheRun.includes(name) && !everything.includes(name)).sort()).toEqual([]);
  });
});

describe('the documents name nothing that there is not', () => {
  it('no variable', () => {
    expect(unknown(/\bCARE_[A-Z_]*[A-Z]\b/g, (name) => name in variables || developersVariables.has(name))).toEqual([]);
  });

  it('no command of the endpoint, and no option of one', () => {
    const lines = present.flatMap(([page, text]) => [...shown(text), ...blocks.filter((block) => block.page === page && /^(sh|text)\b/.test(block.mark)).flatMap((block) => block.text.replaceAll(/ #.*$/gm, '').split('\n'))].flatMap((line) => [...line.matchAll(/care-endpoint ([^<>;&|()]+)/g)].map(([, words = '']) => ({page, words: words.trim()}))));
    expect(lines.length).toBeGreaterThan(20);
    const faults = lines.flatMap(({page, words}) => {
      if (/^(COMMAND|help|--help|--version|…)/.test(words)) return [];
      const command = commands.find(({name}) => words === name || words.startsWith(`${name} `));
      // Several that begin alike are named by their beginning.
      if (!command) return commands.some(({name}) => name.startsWith(`${words.replace(/ …$/, '')} `)) ? [] : [`${page}: care-endpoint ${words}`];
      return [...words.matchAll(/--([a-z-]+)/g)].flatMap(([typed, option = '']) => (option === 'help' || option in command.options ? [] : [`${page}: care-endpoint ${command.name} ${typed}`]));
    });
    expect(faults).toEqual([]);
  });

  it('no attribute of a tag', () => {
    const any = /^(lang|id|class|hidden|style|slot|part|ref|dir)$/;
    const used = present.flatMap(([page, text]) => [...text.matchAll(/<(care-[a-z]+)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*>/g)].map(([, tag = '', attributes = '']) => ({page, tag, names: [...attributes.matchAll(/([\w-]+)(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?/g)].map(([, name = '']) => name)})));
    expect(used.length).toBeGreaterThan(20);
    expect(used.flatMap(({page, tag, names}) => names.filter((name) => !any.test(name) && !listed(`\`<${tag}>\``).includes(name)).map((name) => `${page}: <${tag} ${name}>`))).toEqual([]);
    expect(used.filter(({tag}) => !tags.includes(tag)).map(({page, tag}) => `${page}: <${tag}>`)).toEqual([]);
  });

  it('no event, no property of CSS, no state and no part', () => {
    const known = [...tags.flatMap((tag) => listed(`\`<${tag}>\``)), ...listed('Properties of CSS'), ...listed('States')];
    expect(unknown(/\bcare-(?:feedback|rating|place|signpost)-[a-z]+\b(?!\.)/g, (name) => known.includes(name))).toEqual([]);
    expect(unknown(/--care-[a-z-]*[a-z]\b/g, (name) => known.includes(name))).toEqual([]);
    expect(unknown(/:state\([a-z-]+\)/g, (name) => known.includes(name))).toEqual([]);
    // A part may be named for its rating too: the page says so beside the part.
    const ofRatings = ['outstanding', 'good', 'requires-improvement', 'inadequate', 'not-rated'].map((name) => `::part(${name})`);
    expect(unknown(/::part\([a-z-]+\)/g, (name) => known.includes(name) || ofRatings.includes(name))).toEqual([]);
  });

  it('no file of the project', () => {
    const named = present.flatMap(([page, text]) => shown(text).filter((words) => /^(src|test|tools|build|bench|demo|docs|stories|xliff)\/[^\s*…{}<>A-Z]*$/.test(words)).map((path) => ({page, path: path.replace(/:\d+$/, '')})));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({path}) => !existsSync(posix.join(root, path))).map(({page, path}) => `${page}: ${path}`)).toEqual([]);
  });

  it('no script of package.json', () => {
    const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>};
    expect(unknown(/\bnpm run ([a-z:]+[a-z])/g, (name) => name in scripts)).toEqual([]);
    const benches = readdirSync(`${root}bench`).filter((name) => name.endsWith('.js')).map((name) => name.replace('.js', ''));
    expect(unknown(/npm run bench -- ([a-z-]+)/g, (name) => benches.includes(name))).toEqual([]);
  });
});
