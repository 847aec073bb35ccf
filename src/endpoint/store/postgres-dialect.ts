import {countsNow} from './postgres-directory.js';
import type {Dialect} from './sql-client.js';

/** How PostgreSQL asks for what is within limits, which are always the first parameter. */
export const dialect: Dialect = {
  values: (kind, of) => `SELECT jsonb_array_elements_text($1::jsonb #> '{${of === undefined ? '' : `${of},`}${kind}}')`,
  text: (name) => `(($1::jsonb #>> '{filter,${name}}') COLLATE "C")`,
  isGiven: '$1::jsonb IS NOT NULL',
  inAnyCase: (column) => `lower(${column})`,
  counts: countsNow,
  greatest: 'greatest',
  least: 'least',
};
