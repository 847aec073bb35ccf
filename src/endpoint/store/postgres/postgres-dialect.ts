import type {Dialect} from '../sql/sql-client.js';

/** How PostgreSQL asks for what is within limits, which are always the first parameter. */
export const postgresDialect: Dialect = {
  values: (kind, of) => `SELECT jsonb_array_elements_text($1::jsonb #> '{${of === undefined ? '' : `${of},`}${kind}}')`,
  text: (name) => `(($1::jsonb #>> '{filter,${name}}') COLLATE "C")`,
  isGiven: '$1::jsonb IS NOT NULL',
  inAnyCase: (column) => `lower(${column})`,
  greatest: 'greatest',
  least: 'least',
  now: '(extract(epoch FROM clock_timestamp()) * 1000)::bigint',
  uuid: (parameter) => `${parameter}::uuid`,
  uuidText: (column) => `${column}::text`,
  isIn: (column, parameter, type = 'text') => `${column} = ANY (${parameter}::${type}[])`,
  hex: (column) => `encode(${column}, 'hex')`,
  jsonObject: (key, value) => `coalesce(json_object_agg(${key}, ${value} ORDER BY ${key})::text, '{}')`,
  json: (column, ...keys) => `((${column}::json #>> '{${keys.join(',')}}') COLLATE "C")`,
  correcting: 'CROSS JOIN LATERAL (SELECT * FROM submissions n WHERE n.corrects = v.id UNION ALL SELECT * FROM submissions o WHERE o.id = v.corrects) s',
  locking: (clause) => clause,
};
