import type {DescribeRouteOptions} from 'hono-openapi';
import {reference, type SchemaName} from './schemas.js';

type ResponseDescription = Exclude<NonNullable<DescribeRouteOptions['responses']>[string], {$ref: string}>;
type Parameter = NonNullable<DescribeRouteOptions['parameters']>[number];

/** What a parameter may be, as a JSON Schema. */
export type ParameterSchema = Extract<Parameter, {schema?: unknown}>['schema'];

/** An answer in JSON of the contract. `headers` are those beside what every answer has. */
export function jsonAnswer(description: string, schema: SchemaName, ...headers: readonly string[]): ResponseDescription {
  return {description, ...named(headers), content: {'application/json': {schema: reference(schema)}}};
}

/** An answer that no schema describes, such as a file. */
export function otherAnswer(type: string, description: string, ...headers: readonly string[]): ResponseDescription {
  return {description, ...named(headers), content: {[type]: {schema: {type: 'string'}}}};
}

/** A refusal, as RFC 9457 writes it. */
export function refusal(description: string, ...headers: readonly string[]): ResponseDescription {
  return {description, ...named(headers), content: {'application/problem+json': {schema: reference('Problem')}}};
}

/** 304: nothing but a tag. */
export const unchanged: ResponseDescription = {description: 'What the asker holds still stands', ...named(['ETag'])};

/** 503, where nothing was to be kept. */
export const askAgain = refusal('Ask again', 'Retry-After');

/** A parameter of the query, which may be left out. */
export function query(name: string, description: string, schema: ParameterSchema): Parameter {
  return {name, in: 'query', description, schema};
}

/** What needs a token. */
export const withToken: NonNullable<DescribeRouteOptions['security']> = [{inbox: []}];

function named(headers: readonly string[]): Pick<ResponseDescription, 'headers'> {
  return headers.length === 0 ? {} : {headers: Object.fromEntries(headers.map((header) => [header, {schema: {type: 'string' as const}}]))};
}
