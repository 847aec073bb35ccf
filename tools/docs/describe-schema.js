// @ts-check
import {anchorOf, code} from './markdown.js';

/** @typedef {{$ref?: string, type?: string, const?: unknown, enum?: unknown[], format?: string, pattern?: string, description?: string, minLength?: number, maxLength?: number, minimum?: number, maximum?: number, minItems?: number, maxItems?: number, items?: Schema, properties?: Record<string, Schema>, required?: string[], additionalProperties?: boolean | Schema, propertyNames?: Schema, anyOf?: Schema[], oneOf?: Schema[], allOf?: Schema[]}} Schema */

const formats = /** @type {Record<string, string>} */ ({uuid: 'a UUID', date: 'a day, `YYYY-MM-DD`', 'date-time': 'a time, RFC 3339', uri: 'an address'});
/** What the generator writes where there is no bound. */
const unbounded = Number.MAX_SAFE_INTEGER;

/**
 * What a schema takes, in a few words. What is inside an object stands elsewhere.
 * @param {Schema} schema
 * @returns {string}
 */
export function describeSchema(schema) {
  const choices = alternatives(schema);
  if (schema.$ref) return linkTo(schema.$ref.split('/').at(-1) ?? '');
  if ('const' in schema) return code(JSON.stringify(schema.const));
  if (schema.enum) return `one of ${schema.enum.map((each) => code(String(each))).join(', ')}`;
  if (choices) return [...new Set(choices.map(describeSchema))].join(', or ');
  switch (schema.type) {
    case 'string': return textInWords(schema);
    case 'integer': return `a whole number${between(schema.minimum, schema.maximum)}`;
    case 'number': return `a number${between(schema.minimum, schema.maximum)}`;
    case 'boolean': return '`true` or `false`';
    case 'null': return '`null`';
    case 'array': return `a list${counted(schema)}, each ${describeSchema(schema.items ?? {})}`;
    case 'object': return schema.properties ? 'an object' : `an object with keys of its own${schema.propertyNames?.enum ? `, of ${schema.propertyNames.enum.map((each) => code(String(each))).join(', ')}` : ''}, each ${describeSchema(typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {})}`;
    default: return 'anything';
  }
}

/** @param {Schema} schema */
export function alternatives({anyOf, oneOf}) {
  return anyOf ?? oneOf;
}

/** @param {string} name */
export function linkTo(name) {
  return `[${name}](#${anchorOf(name)})`;
}

/** @param {Schema} schema */
function textInWords({format, pattern, minLength, maxLength}) {
  if (format && formats[format]) return pattern?.includes('-7[0-9a-fA-F]') ? 'a UUID, version 7' : formats[format];
  if (pattern && pattern.length <= 80) return `text that fits ${code(pattern)}`;
  if (maxLength !== undefined) return `text, ${minLength ? `${minLength} to ` : 'at most '}${maxLength} characters`;
  return minLength ? 'text, not empty' : 'text';
}

/**
 * @param {number | undefined} least
 * @param {number | undefined} most
 */
function between(least = -unbounded, most = unbounded) {
  return `${least > -unbounded ? ` from ${least}` : ''}${most < unbounded ? ` to ${most}` : ''}`;
}

/** @param {Schema} schema */
function counted({minItems, maxItems}) {
  if (minItems !== undefined && minItems === maxItems) return ` of ${minItems}`;
  return `${minItems ? ` of at least ${minItems}` : ''}${maxItems === undefined ? '' : `${minItems ? ' and' : ' of'} at most ${maxItems}`}`;
}
