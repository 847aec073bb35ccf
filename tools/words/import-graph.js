// @ts-check
// Which files a file of src/ needs when it runs.
import {posix} from 'node:path';
import ts from 'typescript';

/** @typedef {{statically: string[], later: string[]}} Needs files by their paths in src/: those loaded with it, and those that it may load afterwards */

/**
 * What each file of `files` imports of the others. What is imported for its
 * types alone is not there when the code runs, and neither is it here.
 * @param {ReadonlyMap<string, ts.SourceFile>} files by their paths in src/, as `elements/care-rating/care-rating.ts`
 * @returns {Map<string, Needs>}
 */
export function importGraph(files) {
  return new Map([...files].map(([name, file]) => {
    /** @type {(specifier: ts.Node) => string[]} */
    const resolved = (specifier) => {
      if (!ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.')) return [];
      return [posix.join(posix.dirname(name), specifier.text).replace(/\.js$/, '.ts')].filter((path) => files.has(path));
    };
    const statically = file.statements.flatMap((statement) => (runsWithIt(statement) ? resolved(statement.moduleSpecifier) : []));
    /** @type {string[]} */
    const later = [];
    /** @param {ts.Node} node */
    const look = (node) => {
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) later.push(...resolved(node.arguments[0]));
      ts.forEachChild(node, look);
    };
    look(file);
    return [name, {statically, later}];
  }));
}

/**
 * @param {ts.Statement} statement
 * @returns {statement is (ts.ImportDeclaration | ts.ExportDeclaration) & {moduleSpecifier: ts.Expression}}
 */
function runsWithIt(statement) {
  if (ts.isExportDeclaration(statement)) return Boolean(statement.moduleSpecifier) && !statement.isTypeOnly;
  if (!ts.isImportDeclaration(statement)) return false;
  const {importClause} = statement;
  if (!importClause) return true;
  if (importClause.isTypeOnly) return false;
  const {name, namedBindings} = importClause;
  return Boolean(name) || !namedBindings || !ts.isNamedImports(namedBindings) || namedBindings.elements.some((each) => !each.isTypeOnly);
}

/**
 * All files that run once `entries` do, these included.
 * @param {readonly string[]} entries
 * @param {ReadonlyMap<string, Needs>} graph
 * @param {{later?: boolean}} [also] with what comes later too
 * @returns {Set<string>}
 */
export function filesReached(entries, graph, {later = false} = {}) {
  const reached = new Set(entries);
  for (const each of reached) {
    const needs = graph.get(each);
    if (!needs) throw new Error(`There is no file src/${each}.`);
    for (const next of [...needs.statically, ...(later ? needs.later : [])]) reached.add(next);
  }
  return reached;
}
