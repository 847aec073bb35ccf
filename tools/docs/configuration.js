// @ts-check
import {code, joinParts, pageHeader, table, withNames} from './markdown.js';

/** @param {typeof import('./endpoint.js')} endpoint */
export function configurationPage({variableGroups}) {
  return joinParts([
    pageHeader('Configuration', 'the endpoint’s own table of variables, `src/endpoint/environment-variables.ts` and what it takes in'),
    'Everything is set in the environment. A variable that is empty counts as left out. A wrong value names its variable, says what to do, and the command does not start. A variable that looks like one of these, misspelt, is told at the start.',
    '`care-endpoint help` prints the same. [Commands](commands.md) has what can be run with it.',
    ...variableGroups.flatMap(({title, variables}) => [
      `## ${title}`,
      table(['variable', 'what it is for', 'what it holds', 'left out'], Object.entries(variables).map(([name, {description, kind, defaultValue, defaultDescription}]) => [code(name), withNames(description), withNames(kind), defaultValue === undefined ? withNames(defaultDescription ?? '') : code(defaultValue)])),
    ]),
  ]);
}
