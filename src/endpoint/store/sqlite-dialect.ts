import type {Dialect} from './limits-in-sql.js';
import {countsNow} from './sqlite-directory.js';

/** How SQLite asks for what is within limits, which are always the first parameter. */
export const dialect: Dialect = {
  values: (kind) => `SELECT value FROM json_each(?1, '$.${kind}')`,
  isGiven: '?1 IS NOT NULL',
  // They are declared so.
  inAnyCase: (column) => column,
  counts: countsNow,
};
