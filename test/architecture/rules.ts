import ts from 'typescript';
import {area, importsOf, parse, type Source} from './source.js';

// The folders move one after the other; until the last has, only what no folder may ever import is refused.
const rules = ['contract', 'locale', 'questionnaire', 'ratings', 'signposting', 'search', 'domain/questionnaire', 'domain/ratings', 'domain/signposting', 'domain/search', 'domain/concerns'];

/** What each folder of `src/` may import from the others. */
export const arrows: Record<string, string[]> = {
  contract: [],
  locale: [],
  theme: [],
  ...Object.fromEntries(rules.slice(2).map((each) => [each, rules])),
  delivery: ['contract', 'delivery/client', 'delivery/outbox'],
  'delivery/client': ['contract', 'delivery'],
  'delivery/outbox': ['contract', 'delivery', 'delivery/client'],
  elements: [...rules, 'theme', 'delivery', 'delivery/client', 'delivery/outbox'],
  define: ['elements'],
  embed: ['contract', 'define'],
  'embed/script': ['contract', 'define'],
  pages: [...rules, 'theme', 'endpoint'],
  endpoint: [...rules, 'theme', 'pages'],
};

/** Packages that only some folders may import; every folder may import the others that it needs. */
const homes: Record<string, string[]> = {
  lit: ['elements', 'theme', 'define', 'embed', 'embed/script'],
  '@lit/localize': ['locale'],
};

const pure = rules;
const impure = ['document', 'window', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'XMLHttpRequest', 'setTimeout', 'setInterval', 'performance', 'process'];

/** These run when they are loaded: that is what they are for. */
const starts = (name: string): boolean =>
  ['define', 'embed', 'embed/script'].includes(area(name)) || name === 'endpoint/care-endpoint.ts' || name.endsWith('/sqlite-worker.ts');

/** Imports that no arrow of the design allows. */
export function wrongArrows(source: Source): string[] {
  const wrong: string[] = [];
  for (const [name, text] of source) {
    const from = area(name);
    if (!arrows[from]) wrong.push(`${name} lies in no folder of the design`);
    for (const {to, ours} of importsOf(name, text)) {
      const allowed = ours ? to.startsWith(`${from}/`) || arrows[from]?.includes(area(to)) : (homes[packageOf(to)]?.includes(from) ?? true);
      if (!allowed) wrong.push(`${name} imports ${to}`);
    }
  }
  return wrong;
}

/** Imports of files of ours that do not exist. */
export function lostImports(source: Source): string[] {
  const exists = (to: string): boolean => source.has(to) || to.startsWith('locale/generated/');
  return [...source].flatMap(([name, text]) => importsOf(name, text).filter(({ours, to}) => ours && !exists(to)).map(({to}) => `${name} imports ${to}`));
}

/** Files that come back to themselves, each circle once. */
export function circles(source: Source): string[] {
  const next = new Map([...source].map(([name, text]) => [name, importsOf(name, text).filter(({ours}) => ours).map(({to}) => to)]));
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (name: string, path: string[]): void => {
    if (path.includes(name)) found.push([...path.slice(path.indexOf(name)), name].join(' → '));
    if (done.has(name) || path.includes(name)) return;
    for (const each of next.get(name) ?? []) walk(each, [...path, name]);
    done.add(name);
  };
  for (const name of source.keys()) walk(name, []);
  return found;
}

/** Folders and files that only gather what belongs elsewhere. */
export function gatherings(source: Source): string[] {
  return [...source].flatMap(([name, text]) => {
    if (/(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(name)) return [`${name} says nothing about what is in it`];
    const statements = parse(name, text).statements;
    const passesOn = (each: ts.Statement): boolean => ts.isExportDeclaration(each) && each.moduleSpecifier !== undefined;
    const everything = statements.some((each) => passesOn(each) && ts.isExportDeclaration(each) && !each.exportClause);
    const nothingElse = statements.length > 0 && statements.every(passesOn);
    return everything || nothingElse || /(^|\/)index\.ts$/.test(name) ? [`${name} is a barrel`] : [];
  });
}

/** Statements that do something as soon as a file is loaded. */
export function effectsOnImport(source: Source): string[] {
  return [...source].flatMap(([name, text]) => {
    if (starts(name)) return [];
    const file = parse(name, text);
    const bare = importsOf(name, text).filter((each) => each.bare).map(({to}) => `${name} imports ${to} for its effect`);
    const statements = file.statements.filter((each) => ts.isExpressionStatement(each) || ts.isForOfStatement(each) || ts.isIfStatement(each));
    const done = statements.map((each) => `${name} runs ${each.getText(file).slice(0, 60)}`);
    const touched = namesUsed(file, {onLoad: true}).filter((each) => ['document', 'window', 'customElements', 'addEventListener', 'globalThis'].includes(each));
    return [...bare, ...done, ...touched.map((each) => `${name} touches ${each}`)];
  });
}

/** What the pure folders use of the page, the clock or the network. */
export function impurities(source: Source): string[] {
  return [...source].flatMap(([name, text]) => {
    if (!pure.includes(area(name))) return [];
    const file = parse(name, text);
    const names = namesUsed(file, {onLoad: false}).filter((each) => impure.includes(each));
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.exec(text)?.[0];
    return [...names, ...(clock ? [clock] : [])].map((each) => `${name} uses ${each}`);
  });
}

const onNode = ['endpoint', 'pages', 'search', 'domain/search'];

/** Where ids, bodies and times are made that the endpoint gets. */
const makesWhatIsSent = (name: string): boolean => /^(delivery|elements\/care-feedback|(domain\/)?questionnaire\/form-session)\//.test(name);

/** They say which ways are taken; and what only shows something. */
const mayUseBuiltIns = ['delivery/client/clean-built-ins.ts', 'delivery/client/clock.ts', 'delivery/client/read-response.ts', 'delivery/client/clean-built-ins.ts', 'delivery/client/clock.ts', 'delivery/client/read-response.ts'];

/** What would go wrong on pages that have replaced or frozen built-ins, as `delivery/client/clean-built-ins.ts` says. */
export function hangingOnBuiltIns(source: Source): string[] {
  return [...source].flatMap(([name, text]) => {
    if (onNode.includes(area(name)) || mayUseBuiltIns.includes(name)) return [];
    const file = parse(name, text);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const {expression, name: member} = node;
        const called = `${expression.getText(file)}.${member.text}`;
        if (/^(\w*Array)\.from$/.test(called)) found.push(called);
        if (makesWhatIsSent(name) && /^(JSON\.\w+|Date\.\w+|Math\.random|(globalThis\.)?crypto\.\w+|performance\.\w+)$/.test(called)) found.push(called);
      }
      if (makesWhatIsSent(name) && ts.isCallExpression(node) && ['fetch', 'btoa', 'atob'].includes(node.expression.getText(file))) found.push(node.expression.getText(file));
      if (makesWhatIsSent(name) && ts.isNewExpression(node) && ['Date', 'TextEncoder', 'TextDecoder'].includes(node.expression.getText(file))) found.push(`new ${node.expression.getText(file)}`);
      if (ts.isClassLike(node) && node.heritageClauses?.some(({types}) => types.some((each) => /(Error|Unusable|CannotStart|TookTooLong)$/.test(each.expression.getText(file))))) found.push(...assignedNames(node, file));
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found.map((each) => `${name} hangs on ${each}`);
  });
}

/** Where an error's class gives itself a name by assigning it, which throws where a page has frozen `Error.prototype`. */
function assignedNames(error: ts.ClassLikeDeclaration, file: ts.SourceFile): string[] {
  const isField = error.members.some((member) => ts.isPropertyDeclaration(member) && ['name', 'message', 'stack', 'toString'].includes(member.name.getText(file)));
  return isField || /\bthis\.(name|stack|toString) =/.test(error.getText(file)) ? [`a name that is assigned in ${error.name?.text ?? 'a class'}`] : [];
}

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Free names in expressions: no property's name, no type, nothing that the file declares itself. */
function namesUsed(file: ts.SourceFile, {onLoad}: {onLoad: boolean}): string[] {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isModuleDeclaration(node)) return;
    if (onLoad && ts.isFunctionLike(node)) return;
    if (onLoad && ts.isPropertyDeclaration(node) && !node.modifiers?.some(({kind}) => kind === ts.SyntaxKind.StaticKeyword)) return;
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node) || ts.isImportSpecifier(node)) && node.name && ts.isIdentifier(node.name)) declared.add(node.name.text);
    const parent = node.parent;
    const isMember = parent && ((ts.isPropertyAccessExpression(parent) && parent.name === node) || ((ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent)) && parent.name === node));
    if (ts.isIdentifier(node) && !isMember) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used].filter((each) => !declared.has(each));
}
