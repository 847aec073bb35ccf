import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {documentedPath, servedRoutes} from '../../../support/endpoint/served-routes.js';

interface Described {
  openapi: string;
  paths: Record<string, Record<string, {summary: string; responses: Record<string, {content?: Record<string, {schema: object}>}>; parameters?: {name: string; in: string}[]; security?: object[]; requestBody?: {content: Record<string, {schema: {maxLength?: number; description?: string}}>}}>>;
  components: {schemas: Record<string, Record<string, unknown>>; securitySchemes: object};
}

let endpoint: TestEndpoint;
let document: Described;
beforeAll(async () => {
  endpoint = await openEndpoint();
  document = (await (await endpoint.ask('/v1/openapi.json')).json()) as Described;
});
afterAll(() => endpoint.close());

describe('the OpenAPI document', () => {
  it('describes every route that is not a page for people, and nothing else', () => {
    const forPrograms = ['/v1/', '/elements/', '/healthz', '/readyz', '/.well-known/'];
    const served = servedRoutes.filter(({path}) => forPrograms.some((start) => path.startsWith(start))).map(({method, path}) => `${method.toLowerCase()} ${documentedPath(path)}`);
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(described.sort()).toEqual(served.sort());
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('points only to what is in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const found = reference.replace(/^#\//, '').split('/').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);
      expect(found, reference).toBeTypeOf('object');
    }
  });

  it('describes every parameter of a path, and the body of every refusal', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const operation of Object.values(methods)) {
        expect(operation.summary).not.toBe('');
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        expect((operation.parameters ?? []).filter((each) => each.in === 'path').map(({name}) => name)).toEqual(inPath);
        for (const [status, {content}] of Object.entries(operation.responses)) {
          if (Number(status) >= 400) expect(content).toEqual({'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}});
        }
      }
    }
  });

  it('says how a submission is sent, and that the inbox needs a token', () => {
    const send = document.paths['/v1/submissions']?.['post'];
    expect(Object.keys(send?.responses ?? {})).toEqual(['200', '201', '400', '403', '413', '415', '422', '429', '503']);
    expect(Object.keys(send?.requestBody?.content ?? {})).toEqual(['application/json', 'application/jose']);
    const {schema} = send!.requestBody!.content['application/jose']!;
    expect(schema.maxLength).toBe(192 * 1024);
    expect(schema.description).toMatch(/never refused for what is in it/);
    expect(send?.parameters).toMatchObject([{name: 'Idempotency-Key', in: 'header'}]);
    expect(document.paths['/v1/inbox']?.['get']?.security).toEqual([{inbox: []}]);
    expect(document.paths['/v1/inbox/{id}/contact']?.['get']?.security).toEqual([{inbox: []}]);
    expect(document.paths['/v1/receiver']?.['get']?.security).toBeUndefined();
  });

  it('says what a submission needs, and how long its texts may be in characters', () => {
    const submission = document.components.schemas['Submission'] as {required: string[]; additionalProperties: boolean; description: string; properties: Record<string, {properties: Record<string, {maxLength: number}>}>};
    expect(submission.required).toEqual(['id', 'questionSet', 'language', 'startedAt', 'finishedAt', 'about', 'answers', 'source']);
    expect(submission.additionalProperties).toBe(false);
    expect(submission.properties['source']?.properties['partner']?.maxLength).toBe(100);
    expect(submission.description).toContain('code point');
  });

  it('leaves room for keys that come later in what the endpoint answers', () => {
    for (const name of ['Receipt', 'Receiver', 'Problem', 'Service', 'ServiceRating', 'PlaceRatings', 'RatedServiceList', 'InboxPage']) expect(document.components.schemas[name]).not.toHaveProperty('additionalProperties', false);
  });

  it('says how ratings and areas are answered, each by a schema of its own', () => {
    const schemaOf = (path: string) => document.paths[path]?.['get']?.responses['200']?.content?.['application/json']?.schema;
    for (const [path, name] of [['/v1/services/{id}/rating', 'ServiceRating'], ['/v1/places', 'PlaceList'], ['/v1/places/{id}', 'PlaceRatings'], ['/v1/places/{id}/services', 'RatedServiceList']] as const) {
      expect(schemaOf(path)).toEqual({$ref: `#/components/schemas/${name}`});
    }
    const {properties, required} = document.components.schemas['ServiceRating'] as {properties: Record<string, object>; required: string[]};
    expect(required).toEqual(['service', 'status', 'overall', 'keyQuestions', 'asOf', 'source']);
    expect(properties['keyQuestions']).toMatchObject({items: {$ref: '#/components/schemas/KeyQuestionRating'}});
    expect(document.components.schemas['RatingCounts']).toMatchObject({required: ['outstanding', 'good', 'requires-improvement', 'inadequate', 'not-rated']});
  });

  it('has no addresses of its own inside its schemas', () => {
    expect(JSON.stringify(document.components)).not.toMatch(/"\$id"|"\$schema"|__shared/);
  });
});
