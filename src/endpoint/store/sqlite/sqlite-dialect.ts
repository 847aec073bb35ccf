import type {Dialect} from '../sql/sql-client.js';

/** How SQLite asks for what is within limits, which are always the first parameter. */
export const sqliteDialect: Dialect = {
  values: (kind, of) => `SELECT value FROM json_each($1, '$.${of === undefined ? '' : `${of}.`}${kind}')`,
  text: (name) => `json_extract($1, '$.filter.${name}')`,
  isGiven: '$1 IS NOT NULL',
  // They are declared so.
  inAnyCase: (column) => column,
  greatest: 'max',
  least: 'min',
  now: "CAST(unixepoch('subsec') * 1000 AS integer)",
  uuid: (parameter) => `unhex(${parameter}, '-')`,
  uuidText: (column) => `iif(${column} IS NULL, NULL, lower(${[[1, 8], [9, 4], [13, 4], [17, 4], [21, 12]].map(([start, length]) => `substr(hex(${column}), ${start}, ${length})`).join(" || '-' || ")}))`,
  isIn: (column, parameter, type) => `${column} IN (SELECT ${type === 'uuid' ? "unhex(value, '-')" : 'value'} FROM json_each(${parameter}))`,
  hex: (column) => `iif(${column} IS NULL, NULL, hex(${column}))`,
  jsonObject: (key, value) => `json_group_object(${key}, ${value})`,
  json: (column, ...keys) => `json_extract(${column}, '$.${keys.join('.')}')`,
  correcting: 'JOIN submissions s ON (s.corrects = v.id OR s.id = v.corrects)',
  locking: () => '',
};
