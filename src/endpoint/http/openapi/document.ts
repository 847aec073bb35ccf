import type {DescribedAnswer, Operation, Route} from '../route.js';
import {componentSchemas, reference, type JsonSchema} from './schemas.js';

/** The endpoint's OpenAPI 3.1 document, from the contract's schemas and the routes' own descriptions. */
export function openApiDocument(routes: readonly Route[], version: string): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Care Elements endpoint',
      version,
      description:
        'What the elements, and anybody’s own software, ask of an endpoint. JSON in UTF-8. Every refusal is a Problem (RFC 9457). Public resources may be asked for from any website; the inbox from none.',
      license: {name: 'MIT', identifier: 'MIT'},
    },
    servers: [{url: '/'}],
    paths: paths(routes),
    components: {
      schemas: componentSchemas(),
      securitySchemes: {inbox: {type: 'http', scheme: 'bearer', description: 'The inbox’s token'}},
    },
  };
}

/** How a route's path is written in the document: `/v1/services/{id}`. */
export function documentedPath(path: string): string {
  return path.replace(/:([a-z]+)/g, '{$1}').replace(/\*$/, '{file}');
}

function paths(routes: readonly Route[]): Record<string, JsonSchema> {
  const found: Record<string, Record<string, unknown>> = {};
  for (const {method, path, operation} of routes) {
    if (!operation) continue;
    const at = (found[documentedPath(path)] ??= {});
    at[method.toLowerCase()] = described(operation, path);
  }
  return found;
}

function described(operation: Operation, path: string): JsonSchema {
  const parameters = [...pathParameters(path), ...(operation.query ?? []).map(({name, description, schema}) => ({name, in: 'query', description, schema})), ...(operation.headers ?? []).map(({name, description}) => ({name, in: 'header', description, schema: {type: 'string'}}))];
  return {
    summary: operation.summary,
    ...(operation.bearer ? {security: [{inbox: []}]} : {}),
    ...(parameters.length > 0 ? {parameters} : {}),
    ...(operation.body ? {requestBody: {required: true, content: {'application/json': {schema: reference(operation.body)}, ...otherBodies(operation)}}} : {}),
    responses: Object.fromEntries(Object.entries(operation.answers).map(([status, answer]) => [status, response(Number(status), answer)])),
  };
}

function otherBodies({otherBodies: others = {}}: Operation): JsonSchema {
  return Object.fromEntries(Object.entries(others).map(([type, {description, maxLength}]) => [type, {schema: {type: 'string', description, maxLength}}]));
}

function pathParameters(path: string): JsonSchema[] {
  const names = [...documentedPath(path).matchAll(/\{([a-z]+)\}/g)].map((match) => match[1]);
  return names.map((name) => ({name, in: 'path', required: true, schema: {type: 'string'}}));
}

function response(status: number, {description, schema, type, headers}: DescribedAnswer): JsonSchema {
  const name = schema ?? (status >= 400 ? 'Problem' : undefined);
  const contentType = type ?? (status >= 400 ? 'application/problem+json' : 'application/json');
  return {
    description,
    ...(headers ? {headers: Object.fromEntries(headers.map((header) => [header, {schema: {type: 'string'}}]))} : {}),
    ...(name || type ? {content: {[contentType]: {schema: name ? reference(name) : {type: 'string'}}}} : {}),
  };
}
