// @ts-check
import {anchorOf, code, joinParts, pageHeader, table} from './markdown.js';
import {alternatives, describeSchema} from './describe-schema.js';

/** @typedef {import('./describe-schema.js').Schema} Schema */
/** @typedef {Record<string, {schema: Schema}>} Content */
/** @typedef {{name: string, in: string, description?: string, required?: boolean, schema: Schema}} Parameter */
/** @typedef {{description: string, headers?: Record<string, unknown>, content?: Content}} Answer */
/** @typedef {{summary: string, security?: unknown[], parameters?: Parameter[], requestBody?: {content: Content}, responses: Record<string, Answer>}} Operation */
/** @typedef {{info: {description: string}, paths: Record<string, Record<string, Operation>>, components: {schemas: Record<string, Schema>}}} Document */

/** @param {typeof import('./endpoint.js')} endpoint */
export async function httpPage({openApiDocument, routes}) {
  // A version would make the page another one with each release.
  const {info, paths, components: {schemas}} = /** @type {Document} */ (/** @type {unknown} */ (await openApiDocument(routes, '')));
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({heading: `${method.toUpperCase()} ${path}`, operation})));
  return joinParts([
    pageHeader('HTTP', 'the OpenAPI document, which the endpoint serves at `/v1/openapi.json` and makes from its own schemas'),
    info.description,
    'Whoever writes an endpoint of their own keeps to this, and needs only what the elements ask for: `POST /v1/submissions` and `GET /v1/receiver` for the form, and one address for each other element. Within `/v1` keys are only added, and always optional: pass over what you do not know.',
    table(['address', 'what it is'], operations.map(({heading, operation}) => [`[${code(heading)}](#${anchorOf(heading)})`, operation.summary])),
    ...operations.flatMap(({heading, operation}) => operationParts(heading, operation)),
    '## Schemas',
    'What crosses the wire, by name. “Needed” means that a body without the key is refused; a key that is not needed is left out where there is nothing to say.',
    ...Object.entries(schemas).flatMap(([name, schema]) => schemaParts(name, schema)),
  ]);
}

/**
 * @param {string} heading
 * @param {Operation} operation
 */
function operationParts(heading, {summary, security, parameters = [], requestBody, responses}) {
  return [
    `## ${code(heading)}`,
    `${summary.replace(/\.$/, '')}.`,
    security ? 'Needs a token: `Authorization: Bearer …`.' : undefined,
    parameters.length > 0 ? table(['parameter', 'in', 'what it is', 'holds'], parameters.map(({name, in: place, description = '', schema, required}) => [code(name), place, `${description}${required ? ' Needed.' : ''}`, describeSchema(schema)])) : undefined,
    requestBody ? table(['body', 'holds'], Object.entries(requestBody.content).map(([type, {schema}]) => [code(type), [describeSchema(schema), schema.description].filter(Boolean).join('. ')])) : undefined,
    table(['answer', 'when', 'body', 'headers'], Object.entries(responses).map(([status, {description, content = {}, headers = {}}]) => [code(status), description, bodyOf(content), Object.keys(headers).map(code).join(', ')])),
  ];
}

/** @param {Content} content */
function bodyOf(content) {
  return Object.entries(content).map(([type, {schema}]) => (schema.$ref ? `${describeSchema(schema)}${type === 'application/json' || type === 'application/problem+json' ? '' : `, ${code(type)}`}` : code(type))).join(', ');
}

/**
 * A schema with a table of its keys, and a table for each object of several of which one is meant.
 * @param {string} name
 * @param {Schema} schema
 */
function schemaParts(name, schema) {
  const {keys, choices} = keysIn(schema);
  const several = alternatives(schema);
  return [
    `### ${name}`,
    schema.description,
    keys.length > 0 ? tableOf(keys) : undefined,
    schema.additionalProperties === false && keys.length > 0 ? 'Any other key is refused.' : undefined,
    ...(several ? choiceParts('It', several) : keys.length === 0 ? [`It is ${describeSchema(schema)}.`] : []),
    ...choices.flatMap(({key, of}) => choiceParts(code(key), of)),
  ];
}

/** @typedef {{key: string, isNeeded: boolean, schema: Schema}} Key */

/**
 * The keys of an object and of the objects in it, as `about.services[].id`.
 * @param {Schema} schema
 * @param {string} [within]
 * @returns {{keys: Key[], choices: {key: string, of: Schema[]}[]}}
 */
function keysIn({properties = {}, required = []}, within = '') {
  /** @type {Key[]} */
  const keys = [];
  const choices = [];
  for (const [name, schema] of Object.entries(properties)) {
    const key = `${within}${name}`;
    keys.push({key, isNeeded: required.includes(name), schema});
    const [inner, place] = schema.items ? [schema.items, `${key}[]`] : [schema, key];
    const several = alternatives(inner);
    if (several?.some((each) => each.properties)) choices.push({key: place, of: several});
    const further = keysIn(inner, `${place}.`);
    keys.push(...further.keys);
    choices.push(...further.choices);
    if (typeof inner.additionalProperties === 'object') {
      const named = keysIn(inner.additionalProperties, `${place}.….`);
      keys.push(...named.keys);
    }
  }
  return {keys, choices};
}

/** @param {Key[]} keys */
function tableOf(keys) {
  return table(['key', 'needed', 'holds'], keys.map(({key, isNeeded, schema}) => [code(key), isNeeded ? 'yes' : '', [describeSchema(schema), schema.description].filter(Boolean).join('. ')]));
}

/**
 * @param {string} what
 * @param {Schema[]} several
 */
function choiceParts(what, several) {
  const bare = several.filter(({properties}) => !properties).map(describeSchema);
  const objects = several.filter(({properties}) => properties);
  if (objects.length === 0) return [`${what} is ${bare.join(', or ')}.`];
  return [`${what} is one of these${bare.length > 0 ? `, or ${bare.join(', or ')}` : ''}.`, ...alikeTogether(objects).flatMap(({told, keys}) => [`${told.length === 0 ? 'With' : `Where ${told.join(' or ')}, with`} these keys:`, tableOf(keys)])];
}

/**
 * Objects that differ in the value of a key alone have one table.
 * @param {Schema[]} objects
 */
function alikeTogether(objects) {
  /** @type {Map<string, {told: string[], keys: Key[]}>} */
  const found = new Map();
  for (const {properties = {}, required = []} of objects) {
    const [name, fixed] = Object.entries(properties).find(([, schema]) => 'const' in schema && schema.type === 'string') ?? [];
    const {keys} = keysIn({properties: Object.fromEntries(Object.entries(properties).filter(([each]) => each !== name)), required});
    const alike = found.get(JSON.stringify(keys)) ?? {told: [], keys};
    if (name && fixed) alike.told.push(`${code(name)} is ${describeSchema(fixed)}`);
    found.set(JSON.stringify(keys), alike);
  }
  return [...found.values()];
}
