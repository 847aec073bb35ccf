import type {Context, MiddlewareHandler} from 'hono';
import type {Dependencies} from '../dependencies.js';

/** What each request finds: all that the endpoint is made of, and where the request came from. */
export interface EndpointEnvironment {
  Bindings: Dependencies & {
    /** The address that it came from, where that is known. For limits alone: it is neither kept nor logged. */
    from?: string | undefined;
  };
}

/** One request and its answer, as Hono hands them on. */
export type EndpointContext<Path extends string = string> = Context<EndpointEnvironment, Path>;

/** What stands before routes. */
export type Middleware = MiddlewareHandler<EndpointEnvironment>;
