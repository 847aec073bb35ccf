import type {Hono} from 'hono';
import {generateSpecs} from 'hono-openapi';
import type {EndpointEnvironment} from '../environment.js';
import {componentSchemas} from './schemas.js';

/** The OpenAPI 3.1 document of `routes`, as they describe themselves, with the contract's schemas. */
export async function openApiDocument(routes: Hono<EndpointEnvironment>, version: string): Promise<Awaited<ReturnType<typeof generateSpecs>>> {
  return generateSpecs(routes, {
    excludeStaticFile: false,
    documentation: {
      info: {
        title: 'Care Elements endpoint',
        version,
        description:
          'What the elements, and anybody’s own software, ask of an endpoint. JSON in UTF-8. Every refusal is a Problem (RFC 9457). Public resources may be asked for from any website; the inbox from none.',
        license: {name: 'MIT', identifier: 'MIT'},
      },
      servers: [{url: '/'}],
      components: {
        schemas: componentSchemas(),
        securitySchemes: {inbox: {type: 'http', scheme: 'bearer', description: 'The inbox’s token'}},
      },
    },
  });
}
