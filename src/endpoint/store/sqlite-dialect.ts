import {countsNow} from './sqlite-directory.js';
import type {Dialect} from './sql-client.js';

/** How SQLite asks for what is within limits, which are always the first parameter. */
export const dialect: Dialect = {
  values: (kind, of) => `SELECT value FROM json_each(?1, '$.${of === undefined ? '' : `${of}.`}${kind}')`,
  text: (name) => `json_extract(?1, '$.filter.${name}')`,
  isGiven: '?1 IS NOT NULL',
  // They are declared so.
  inAnyCase: (column) => column,
  counts: countsNow,
  greatest: 'max',
  least: 'min',
};
