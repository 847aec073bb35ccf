import {isKeepable} from '../../contract/characters.js';
import type {Route} from './route.js';

/** The routes of one path. */
export interface RouteMatch {
  /** Every method that the path takes, as `Allow` lists them; none for an unknown path. */
  methods: readonly string[];
  /** `HEAD` is answered by the route for `GET`. */
  find(method: string): {route: Route; parameters: Readonly<Record<string, string>>} | undefined;
}

/** Finds the routes of a path. One that cannot be decoded has none, nor has one in which a control character stands. */
export function matcherFor(routes: readonly Route[]): (path: string) => RouteMatch {
  const patterns = routes.map((route) => ({route, pattern: patternOf(route.path)}));

  return (path) => {
    const fitting = patterns.flatMap(({route, pattern}) => {
      const parameters = decoded(pattern.exec(path)?.groups, pattern.test(path));
      return parameters ? [{route, parameters}] : [];
    });
    return {
      methods: methodsOf(fitting.map(({route}) => route)),
      find: (method) => fitting.find(({route}) => route.method === (method === 'HEAD' ? 'GET' : method)),
    };
  };
}

function methodsOf(routes: readonly Route[]): string[] {
  if (routes.length === 0) return [];
  return [...new Set(routes.flatMap(({method}) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))), 'OPTIONS'];
}

/** `/v1/services/:id` and `/elements/:version/*` as patterns with a group for each name, and `rest` for the star. */
function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.$]/g, '\\$&')
    .replace(/:([a-z]+)/g, '(?<$1>[^/]+)')
    .replace(/\*$/, '(?<rest>.+)');
  return new RegExp(`^${source}$`);
}

function decoded(groups: Record<string, string> | undefined, fits: boolean): Record<string, string> | undefined {
  if (!fits) return undefined;
  try {
    const parameters = Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)] as const);
    // What no store can keep names nothing, and PostgreSQL cannot even be asked for it.
    return parameters.every(([, value]) => isKeepable(value)) ? Object.fromEntries(parameters) : undefined;
  } catch {
    return undefined;
  }
}
