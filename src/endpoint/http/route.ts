import type {Dependencies} from '../dependencies.js';
import type {SchemaName} from './openapi/schemas.js';

/** One request, taken apart. */
export interface RouteRequest {
  request: Request;
  url: URL;
  /** What stood in the places of `:name` in the route's path, decoded; `rest` is what stood for `*`. */
  parameters: Readonly<Record<string, string>>;
  /** The address that it came from, where that is known. For limits alone: it is neither kept nor logged. */
  from: string | undefined;
}

/** How one kind of answer is described to others. */
export interface DescribedAnswer {
  description: string;
  /** Left out, the answer is a Problem from 400 on, and below it has no body that a schema describes. */
  schema?: SchemaName;
  /** The content type where it is neither `application/json` nor a Problem's. */
  type?: string;
  /** Names of headers beside those that every answer has. */
  headers?: readonly string[];
}

/** What the OpenAPI document says about a route. */
export interface Operation {
  summary: string;
  query?: readonly {name: string; description: string; schema: Readonly<Record<string, unknown>>}[];
  body?: SchemaName;
  /** What the body may be instead, by content type. */
  otherBodies?: Readonly<Record<string, {description: string; maxLength: number}>>;
  /** Headers that it reads. */
  headers?: readonly {name: string; description: string}[];
  /** By status. */
  answers: Readonly<Record<number, DescribedAnswer>>;
  /** Whether it needs a token. */
  bearer?: boolean;
}

/**
 * One resource's method. `HEAD`, `OPTIONS`, 404, 405, CORS and the security
 * headers are the handler's; a route answers only what it is for.
 *
 * A path has fixed parts, `:name` for one part and, at its end, `*` for the
 * rest: `/v1/services/:id`, `/elements/:version/*`.
 */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  /** Left out for pages that people read: these are no part of the API. */
  operation?: Operation;
  handle(routeRequest: RouteRequest, dependencies: Dependencies): Response | Promise<Response>;
}
