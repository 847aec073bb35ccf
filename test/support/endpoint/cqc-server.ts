import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Level} from '../../../src/endpoint/directory/sync/cqc-api.js';

export const key = 'example-key-0123456789';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that speaks as CQC's API does, over records of a test. */
export async function startCqcServer() {
  const records: Record<Level, Map<string, unknown>> = {location: new Map(), provider: new Map()};
  const changes: {level: Level; id: string; at: string}[] = [];
  const server = createServer(answer);
  const cqc = {
    base: '',
    /** What its clock says. */
    now: new Date('2026-11-20T10:00:00Z'),
    records,
    changes,
    /** What was asked, in order: path and query. */
    asked: [] as string[],
    /** How many entries a page has at most; CQC has a thousand. */
    perPage: 1000,
    /** Answers instead, where it gives an answer: what goes wrong. */
    instead: (_path: string): Answer | undefined => undefined,
    put(level: Level, id: string, record: unknown): void {
      records[level].set(id, record);
    },
    change(level: Level, id: string, record: unknown, at: string): void {
      records[level].set(id, record);
      changes.push({level, id, at});
    },
    /** Paths of records that were asked for. */
    fetched: () => cqc.asked.filter((path) => /^\/(locations|providers)\/[^?]/.test(path)),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '').replace('/public/v1', '');
    cqc.asked.push(path);
    response.setHeader('Date', cqc.now.toUTCString());
    const instead = cqc.instead(path);
    if (instead) return instead(request, response);
    if (request.headers['ocp-apim-subscription-key'] !== key) return json(response, 401, {statusCode: 401, message: 'Access denied due to missing subscription key.'});

    const {pathname, searchParams} = new URL(path, 'http://cqc.example');
    const [, list = '', id] = pathname.split('/');
    if (list === 'changes') return json(response, 200, pageOf(changedIds(id as Level, searchParams), 'changes', path));
    const level = list === 'locations' ? 'location' : 'provider';
    if (id === undefined) return json(response, 200, pageOf([...records[level].keys()].map((each) => ({[`${level}Id`]: each, [`${level}Name`]: 'Example'})), list, path));
    const record = records[level].get(decodeURIComponent(id));
    if (record === undefined) return json(response, 404, {message: 'No such record'});
    json(response, 200, record);
  }

  function changedIds(level: Level, query: URLSearchParams): string[] {
    const [from = '', until = ''] = [query.get('startTimestamp') ?? '', query.get('endTimestamp') ?? ''];
    return [...new Set(changes.filter((each) => each.level === level && each.at >= from && each.at < until).map(({id}) => id))];
  }

  function pageOf(entries: readonly unknown[], name: string, path: string) {
    const url = new URL(path, 'http://cqc.example');
    const page = Number(url.searchParams.get('page') ?? 1);
    const perPage = Math.min(cqc.perPage, Number(url.searchParams.get('perPage') ?? 1000));
    const totalPages = Math.ceil(entries.length / perPage);
    url.searchParams.set('page', String(page + 1));
    return {
      total: entries.length, page, perPage, totalPages,
      nextPageUri: page < totalPages ? url.pathname + url.search : null,
      [name]: entries.slice((page - 1) * perPage, page * perPage),
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  cqc.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/public/v1`;
  return cqc;
}
export type CqcServer = Awaited<ReturnType<typeof startCqcServer>>;

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {'Content-Type': 'application/json'}).end(JSON.stringify(body));
}

/** Goes wrong as servers do. */
export const wrong = {
  status: (status: number, headers: Record<string, string> = {}): Answer => (_request, response) => void response.writeHead(status, headers).end('{"message": "no"}'),
  page: ((_request, response) => void response.writeHead(200, {'Content-Type': 'text/html'}).end('<!doctype html><title>Sorry</title>')) satisfies Answer,
  breakOff: ((_request, response) => {
    response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': '1000'}).write('{"locationId"');
    setTimeout(() => response.destroy(), 5);
  }) satisfies Answer,
};

/** A record of CQC's, of a location that is not there. */
export function location(number: number, changes: object = {}) {
  return {
    locationId: `1-9${String(number).padStart(8, '0')}`,
    providerId: '1-800000001',
    name: `Example House ${number}`,
    registrationStatus: 'Registered',
    postalCode: 'ZZ1 1AA',
    localAuthority: 'Exampleshire',
    regulatedActivities: [{name: 'Accommodation', contacts: [{personGivenName: 'Unkept', personFamilyName: 'Namesworth', personRoles: ['Registered Manager']}]}],
    currentRatings: {overall: {rating: 'Good', reportDate: '2024-05-01', keyQuestionRatings: [{name: 'Safe', rating: 'Good', reportDate: '2024-05-01'}]}},
    ...changes,
  };
}

export const provider = {providerId: '1-800000001', name: 'Example Care Ltd', registrationStatus: 'Registered', locationIds: ['1-900000001']};
