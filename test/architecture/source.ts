import {readdirSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import ts from 'typescript';

/** Paths relative to `src/`, with the text of each. */
export type Source = Map<string, string>;

export interface Import {
  from: string;
  /** A path relative to `src/` where the import is of a file of ours, else what the code names. */
  to: string;
  ours: boolean;
  /** `import './x.js'`: taken for what it does, not for what it gives. */
  bare: boolean;
}

const folder = new URL('../../src/', import.meta.url);

/** Every TypeScript file of `src/`, but for what is generated or only declares. */
export function readSource(): Source {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => name.replaceAll('\\', '/'));
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.startsWith('locale/generated/'));
  return new Map(files.sort().map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}

export function parse(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
}

/** Every import of a file: static, dynamic, of types, and what it passes on. */
export function importsOf(name: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, bare = false): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({...target(name, specifier.text), bare});
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, !node.importClause);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    ts.forEachChild(node, visit);
  };
  visit(parse(name, text));
  return found;
}

function target(from: string, specifier: string): Omit<Import, 'bare'> {
  if (!specifier.startsWith('.')) return {from, to: specifier, ours: false};
  const path = posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
  return {from, to: path, ours: true};
}

const ofParts = ['domain', 'delivery', 'embed'];

/** The folder of `src/` that a file lies in: of those that only gather others the one inside. */
export function area(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return ofParts.includes(first) && second !== '' && !second.includes('.') ? `${first}/${second}` : first;
}

/** The room of the endpoint, or the element, whose folder a file lies in. */
export function room(path: string): string | undefined {
  const [first, second, third] = path.split('/');
  return (first === 'endpoint' || first === 'elements') && third !== undefined ? second : undefined;
}
