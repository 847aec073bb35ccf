import ts from 'typescript';
import {area, importsOf, parse, room, type Source} from './source.js';

const domain = ['domain/questionnaire', 'domain/ratings', 'domain/signposting', 'domain/search', 'domain/concerns', 'domain/disclosure'];

/** What each folder of `src/` may import from the others. */
export const arrows: Record<string, string[]> = {
  contract: [],
  locale: [],
  theme: [],
  ...Object.fromEntries(domain.map((each) => [each, ['contract', 'locale']])),
  'delivery/client': ['contract'],
  'delivery/outbox': ['contract', 'delivery/client'],
  elements: ['contract', 'locale', 'theme', ...domain, 'delivery/client', 'delivery/outbox'],
  define: ['elements'],
  'embed/script': ['contract', 'define', 'delivery/client'],
  'embed/frame': ['contract', 'define', 'delivery/client', 'delivery/outbox'],
  server: ['contract', 'locale', 'theme', ...domain],
  endpoint: ['contract', 'locale', 'theme', ...domain, 'delivery/client', 'server'],
};

/** Rooms of the endpoint that every other may use, with those of them that they use themselves. */
export const commonRooms: Record<string, string[]> = {
  http: [],
  html: [],
  commands: ['http'],
  access: ['http', 'html', 'commands', 'store'],
  store: ['commands', 'access'],
};

/**
 * A feature's room, and by which of its files others come in: of most none, since only the endpoint's own
 * files put them together. A second entry is a debt, so this list may only get shorter.
 */
export const rooms: Record<string, string[]> = {
  submissions: ['accept-submission.ts'],
  inbox: [],
  'plain-form': ['current-form.ts', 'named-services.ts', 'render-page.ts', 'pages/plain-form-session.ts'],
  'own-feedback': [],
  directory: [],
  signposts: [],
  concerns: [],
  alerts: ['alert-plan.ts'],
  keys: ['keys.ts'],
  metrics: [],
  receiver: ['receiver-file.ts'],
  'question-sets': ['open-question-sets.ts'],
  retention: ['erase-submission.ts'],
  outcomes: [],
  consultations: [],
  involvement: [],
};

/** What lies in no room puts the rooms together; these of it say what rooms are given. */
const forRooms = ['endpoint/dependencies.ts', 'endpoint/configuration.ts', 'endpoint/operator-output.ts'];

/** Packages that only some folders may import; every folder may import the others that it needs. */
const homes: Record<string, string[]> = {
  lit: ['elements', 'theme', 'define', 'embed/script', 'embed/frame'],
  '@lit/localize': ['locale'],
};

const pure = ['contract', 'locale', ...domain];
const impure = ['document', 'window', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'XMLHttpRequest', 'setTimeout', 'setInterval', 'performance', 'process'];

/** These run when they are loaded: that is what they are for. */
const starts = (name: string): boolean =>
  ['define', 'embed/script', 'embed/frame'].includes(area(name)) || ['endpoint/care-endpoint.ts', 'endpoint/store/sqlite/sqlite-worker.ts'].includes(name);

/** Imports that no arrow of the design allows. */
export function wrongArrows(source: Source): string[] {
  const wrong: string[] = [];
  for (const [name, text] of source) {
    const from = area(name);
    if (!arrows[from]) wrong.push(`${name} lies in no folder of the design`);
    for (const {to, ours} of importsOf(name, text)) {
      const allowed = ours ? area(to) === from || arrows[from]?.includes(area(to)) : (homes[packageOf(to)]?.includes(from) ?? true);
      if (!allowed) wrong.push(`${name} imports ${to}`);
    }
  }
  return wrong;
}

/** Where a room of the endpoint or the folder of an element reaches into another. */
export function wrongDoors(source: Source): string[] {
  return [...source].flatMap(([name, text]) => {
    const from = room(name);
    if (area(name) === 'endpoint' && from && !commonRooms[from] && !rooms[from]) return [`${name} lies in no room of the design`];
    return importsOf(name, text).flatMap(({to, ours}) => (ours && area(to) === area(name) && room(to) !== from && !isDoor(name, to) ? [`${name} imports ${to}`] : []));
  });
}

function isDoor(name: string, to: string): boolean {
  const [from, into] = [room(name), room(to)];
  if (area(name) === 'elements') return into === 'shared';
  // What puts the endpoint together may open every room.
  if (area(name) !== 'endpoint' || !from) return true;
  if (!into) return forRooms.includes(to);
  const within = to.slice(`endpoint/${into}/`.length);
  // Only the interfaces: which database it is, is said where the store is opened.
  const isOpen = into !== 'store' || !within.includes('/');
  if (commonRooms[from]) return commonRooms[from].includes(into) && isOpen;
  return commonRooms[into] ? isOpen : (rooms[into]?.includes(within) ?? false);
}

/** Rooms that need each other, so that none can be read or deleted alone. */
export function roomCircles(source: Source): string[] {
  const needs = new Map<string, Set<string>>();
  for (const [name, text] of source) {
    const from = area(name) === 'endpoint' ? room(name) : undefined;
    if (!from || commonRooms[from]) continue;
    for (const {to, ours} of importsOf(name, text)) {
      const into = ours && area(to) === 'endpoint' ? room(to) : undefined;
      if (into && into !== from && !commonRooms[into]) needs.set(from, (needs.get(from) ?? new Set()).add(into));
    }
  }
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean => [...(needs.get(from) ?? [])].some((each) => each === wanted || (!seen.has(each) && reaches(each, wanted, seen.add(each))));
  return [...needs.keys()].filter((each) => reaches(each, each, new Set()));
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

const onNode = ['endpoint', 'domain/search'];

/** Where ids, bodies and times are made that the endpoint gets. */
const makesWhatIsSent = (name: string): boolean => /^(delivery|elements\/care-feedback|domain\/questionnaire\/form-session)\//.test(name);

/** They say which ways are taken; and what only shows something. */
const mayUseBuiltIns = ['delivery/client/clean-built-ins.ts', 'delivery/client/clock.ts', 'delivery/client/read-response.ts'];

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
      if (ts.isClassLike(node) && node.heritageClauses?.some(({types}) => types.some((each) => /(Error|CannotStart|TookTooLong)$/.test(each.expression.getText(file))))) found.push(...assignedNames(node, file));
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
