import type {Receiver} from '../../../src/contract/receiver.js';

// An endpoint that answers in the page itself. What the real one does is shown
// by the end-to-end tests; this one shows what the form makes of every answer.

/** A made-up origin that nobody can own. */
export const origin = 'https://endpoint.example';

let endpoints = 0;

/** The base address of the endpoint that was put into the page last: its own, so that what one test leaves waiting is not sent to the next. */
export const ownAddress = (): string => `${origin}/${endpoints}`;

/** A receiver that has every way to be reached. */
export const exampleReceiver: Receiver = {
  name: 'Example Healthwatch',
  role: 'healthwatch',
  prescribedPerson: false,
  privacyNotice: `${origin}/privacy`,
  privacyNoticeVersion: 'example-1',
  lawfulBasis: 'This is an example basis.',
  retention: 'This is an example period.',
  readHours: 'This is an example of hours.',
  replyWithin: 'This is an example of a reply.',
  whatHappens: 'This is an example of what happens.',
  phone: '01632 960123',
  relay: '18001 01632 960123',
  email: 'hello@example.com',
  post: '1 Example Street',
  share: {
    regulator: {name: 'Example Regulator', words: 'It inspects.'},
    service: {name: 'The service', words: 'They run it.'},
  },
};

export const exampleService = {id: '1-1000000001', level: 'location', name: 'Example House', town: 'Exampleton', kinds: ['care-home'], status: {kind: 'registered'}};
const another = {id: '1-1000000002', level: 'location', name: 'Example Surgery', town: 'Exampleton', kinds: ['gp'], status: {kind: 'registered'}};

export type Answer = (request: Request) => Response | Promise<Response>;

/** How the endpoint answers, by path; what is left out answers as it should. */
export interface Behaviour {
  receiver?: Answer;
  service?: Answer;
  services?: Answer;
  submissions?: Answer;
  /** Left out, it knows nobody who can help. */
  signposts?: Answer;
}

/** The endpoint as it stands in the page. */
export interface ExampleEndpoint {
  /** The bodies that were posted, in order. */
  posted: string[];
  /** The paths and queries that were asked for. */
  asked: string[];
  behaviour: Behaviour;
  remove(): void;
}

export const problem = (status: number, errors: {pointer: string; detail: string}[] = [], headers: Record<string, string> = {}): Answer => () =>
  new Response(JSON.stringify({type: 'about:blank', title: 'A problem', status, errors}), {status, headers: {'content-type': 'application/problem+json', ...headers}});

export const unreachable: Answer = () => {
  throw new TypeError('Failed to fetch');
};

/** The code of every receipt: as long as a real one, and beginning with what a direction could misplace. */
export const exampleCode = '-EXAMPLEcodeEXAMPLEcode_EXAMPLEcodeEXAMPLE4';

const receipt: Answer = async (request) =>
  Response.json({id: (await request.clone().json()).id, reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:40Z', token: exampleCode}, {status: 201});

/** Puts an endpoint into the page until it is removed. */
export function exampleEndpoint(behaviour: Behaviour = {}): ExampleEndpoint {
  const network = globalThis.fetch;
  const own = `/${(endpoints += 1)}`;
  const endpoint: ExampleEndpoint = {posted: [], asked: [], behaviour, remove: () => void (globalThis.fetch = network)};
  const answering: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const {origin: asked, pathname: whole, search} = new URL(request.url);
    if (asked !== origin) return network(input, init);
    const [base] = /^\/\d+/.exec(whole) ?? [];
    if (base && base !== own) throw new TypeError('Failed to fetch');
    const pathname = whole.slice(base?.length);
    endpoint.asked.push(`${pathname}${search}`);
    if (request.method === 'POST') endpoint.posted.push(await request.clone().text());
    await Promise.resolve();
    return answerTo(pathname, endpoint.behaviour)(request);
  };
  // Bound, so that it is taken for the browser's own.
  globalThis.fetch = answering.bind(undefined);
  return endpoint;
}

function answerTo(path: string, {receiver, service, services, submissions, signposts}: Behaviour): Answer {
  if (path === '/v1/receiver') return receiver ?? (() => Response.json(exampleReceiver));
  if (path === '/v1/services') return services ?? found;
  if (path.startsWith('/v1/services/')) return service ?? (() => Response.json(exampleService));
  if (path === '/v1/submissions') return submissions ?? receipt;
  if (path === '/v1/signposts' && signposts) return signposts;
  return problem(404);
}

function found(request: Request): Response {
  const wanted = new URL(request.url).searchParams.get('q')!.toLowerCase();
  return Response.json({services: [exampleService, another].filter(({name}) => name.toLowerCase().includes(wanted))});
}
