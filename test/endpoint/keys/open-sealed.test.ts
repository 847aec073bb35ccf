import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {servedRoutes, type ServedRoute} from '../../support/endpoint/served-routes.js';
import {arrives, memberAt, signedIn, type Member} from '../../support/endpoint/team.js';

let endpoint: TestEndpoint;
let readers: Record<string, Member>;
let told: string;
beforeAll(async () => {
  endpoint = await openEndpoint();
  told = await arrives(endpoint);
  readers = {nobody: memberAt(endpoint), 'one of the team': await signedIn(endpoint)};
});
afterAll(() => endpoint.close());

interface Page {
  asked: string;
  status: number;
  opener: string | null;
}

/** Every page of ours that comes when somebody asks each route, as it should be asked and with a wrong id or fields. */
async function pagesFor(reader: Member): Promise<Page[]> {
  const pages: Page[] = [];
  for (const {method, path} of servedRoutes.filter((route) => !route.path.startsWith('/v1/') && !isSignOut(route))) {
    for (const id of [told, 'nothing']) {
      const at = path.replace(/:\w+/g, id);
      for (const response of method === 'GET' ? [await reader.get(at), await reader.get(`${at}?nation=nowhere&set=none`)] : [await reader.post(at), await reader.post(at, {_do: 'show', token: 'wrong', code: 'wrong'})]) {
        if (response.headers.get('Content-Type')?.startsWith('text/html')) pages.push({asked: `${method} ${path}`, status: response.status, opener: response.headers.get('Cross-Origin-Opener-Policy')});
      }
    }
  }
  return pages;
}

const isSignOut = ({path}: ServedRoute) => path === '/inbox/sign-out';

describe('No page of ours can be reached by the website that opened it', () => {
  it.each(['nobody', 'one of the team'])('whoever asks: %s', async (who) => {
    const pages = await pagesFor(readers[who]!);
    expect(pages.filter(({opener}) => opener !== 'same-origin')).toEqual([]);
    const kinds = new Set(pages.map(({asked}) => asked));
    for (const kind of ['GET /', 'GET /who-can-help', 'GET /feedback', 'POST /feedback', 'GET /feedback/sent', 'POST /feedback/sent', 'GET /inbox', 'GET /inbox/:id', 'POST /inbox/:id/contact', 'POST /inbox/:id/erase', 'GET /inbox/services', 'GET /inbox/services/:id', 'GET /inbox/find', 'POST /inbox/sign-in']) expect(kinds).toContain(kind);
  });

  it('nor one that says that something cannot be done just now', async () => {
    const {store} = endpoint.dependencies;
    const gone = () => Promise.reject(new StoreUnavailable('gone'));
    endpoint.dependencies.store = Object.fromEntries(Object.keys(store).map((name) => [name, gone])) as unknown as typeof store;
    const pages = (await pagesFor(readers['one of the team']!)).filter(({status}) => status >= 500);
    endpoint.dependencies.store = store;
    for (const kind of ['POST /feedback/sent', 'GET /inbox', 'GET /inbox/:id']) expect(pages.map(({asked}) => asked)).toContain(kind);
    expect(pages.filter(({opener}) => opener !== 'same-origin')).toEqual([]);
  });
});
