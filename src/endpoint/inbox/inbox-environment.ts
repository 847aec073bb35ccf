import type {Context, MiddlewareHandler} from 'hono';
import type {Principal} from '../access/authenticate.js';
import type {EndpointEnvironment} from '../http/environment.js';

/** What a request for the inbox finds once `requireToken` or `requireSignIn` has let it in. */
export interface InboxEnvironment extends EndpointEnvironment {
  Variables: {principal: Principal};
}

export type InboxContext = Context<InboxEnvironment>;
export type InboxMiddleware = MiddlewareHandler<InboxEnvironment>;
