import exampleReceiver from '../demo/receiver.json';
import exampleServices from '../demo/services.json';
import type {LocalSignposts} from '../src/contract/signposts.js';
import {situationValues} from '../src/contract/situation-values.js';
import {helpCatalogue} from '../src/locale/generated/help.js';
import {panelCatalogue} from '../src/locale/generated/panel.js';
import {loadCatalogues} from '../src/locale/languages.js';
import {words} from '../src/locale/words.js';
import {builtInSignposts} from '../src/domain/signposting/built-in-directory.js';
import {directoryFor} from '../src/domain/signposting/directory-for.js';
import {withLocal} from '../src/domain/signposting/local-signposts.js';

// An example, for stories alone: it answers on the page itself, for an origin
// that nobody can own. Nothing that a story sends leaves the browser.

/** The made-up origin whose requests the example answers. */
export const exampleOrigin = 'https://feedback.example';

/** The made-up address of stories that send to an `action`. */
export const exampleAction = `${exampleOrigin}/other-system/feedback`;

/** The made-up address of the Receiver that goes with `exampleAction`. */
export const exampleReceiverAddress = `${exampleOrigin}/other-system/receiver.json`;

type Answer = (request: Request) => Response | Promise<Response>;

/** How the example answers each thing that it is asked. */
export interface Behaviour {
  receiver: Answer;
  services: Answer;
  signposts: Answer;
  rating: Answer;
  place: Answer;
  placeServices: Answer;
  submissions: Answer;
  action: Answer;
}

// Nobody has the private half: what is sealed in a story is never opened.
const sealingKey = {kty: 'EC', crv: 'P-256', x: '7wmjLlTqwWIMY3gpvbCvX2m-6nru_V-3IDiBkPBRPSo', y: 'yt3dA_pnPaWzKXOHbRr-jmJN3GNiwx-nQXJ0DLWFKAg', kid: 'example', use: 'enc', alg: 'ECDH-ES'};

/** Who receives what is told in the stories. */
const receiver = {...exampleReceiver, privacyNotice: `${exampleOrigin}/privacy`, dataComplaint: `${exampleOrigin}/privacy#complain`, keys: [sealingKey], contract: '1.1'};

/** A receiver to whom nothing can be sealed, so that nothing is put on a device. */
export const receiverWithoutKey: Answer = () => Response.json({...receiver, keys: []});

/** The built-in directory, with what an endpoint's owner wrote beside it. */
export const signpostsWith = (local: LocalSignposts): Answer => async ({url}) => {
  const {searchParams} = new URL(url);
  const language = searchParams.get('language') ?? 'en';
  await loadCatalogues([helpCatalogue, panelCatalogue], language);
  const directory = withLocal(builtInSignposts(words(language)), local);
  const nation = situationValues.nation.find((each) => each === searchParams.get('nation'));
  return Response.json(directoryFor(directory, {nation, area: searchParams.get('area') ?? undefined}));
};
/** A problem in the manner of RFC 9457. */
export const answersWithProblem = (status: number, title: string, errors: {pointer: string; detail: string}[] = []): Answer => () =>
  new Response(JSON.stringify({type: 'about:blank', title, status, errors}), {status, headers: {'content-type': 'application/problem+json'}});

const asExpected: Behaviour = {
  receiver: () => Response.json(receiver),
  services: (request) => Response.json({services: matching(new URL(request.url).searchParams.get('q') ?? '')}),
  signposts: signpostsWith({}),
  rating: answersWithProblem(404, 'No such rating'),
  place: answersWithProblem(404, 'No such place'),
  placeServices: answersWithProblem(404, 'No such place'),
  submissions: async (request) => Response.json({...receipt, id: await idOf(request)}, {status: 201}),
  action: () => new Response(null, {status: 204}),
};

const receipt = {reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:40Z', token: ''};

/** As expected, but another kind of body: one that law names for workers' disclosures. */
export const receiverNamedInLaw: Answer = () => Response.json({...receiver, name: 'Example Regulator (example)', role: 'regulator', prescribedPerson: true});

/** Finds one service, which has to be written about out of the page's sight. */
export const findsOneForElsewhere: Answer = () => Response.json({services: [{...exampleServices[0], isolated: true}]});

/** A receiver whose owner forgot to say where its privacy notice is. */
export const receiverWithoutNotice: Answer = () => Response.json({...receiver, privacyNotice: undefined});

/** Takes the question and never answers. */
export const neverAnswers: Answer = ({signal}) =>
  new Promise((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason)));

/** As a browser without a connection. */
export const cannotBeReached: Answer = () => {
  throw new TypeError('Failed to fetch');
};

/** A website's own page, where an endpoint should be. */
export const answersWithAPage: Answer = () =>
  new Response('<!doctype html><title>Welcome</title>', {headers: {'content-type': 'text/html; charset=utf-8'}});

/** Answers for the made-up origin until the function that it returns is called. */
export function answerAs(behaviour: Partial<Behaviour> = {}): () => void {
  const network = globalThis.fetch;
  let end = (_: Error) => {};
  // What is never answered is not to hold up the next story, which may be shown on the same page.
  const over = new Promise<never>((_, refuse) => (end = refuse));
  over.catch(() => undefined);
  const answering: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const {origin, pathname} = new URL(request.url);
    if (origin !== exampleOrigin) return network(input, init);
    return Promise.race([answerTo(pathname, {...asExpected, ...behaviour})(request), over]);
  };
  // Bound, so that it is taken for the browser's own.
  globalThis.fetch = answering.bind(undefined);
  return () => {
    globalThis.fetch = network;
    end(new TypeError('The story is over.'));
  };
}

function answerTo(path: string, behaviour: Behaviour): Answer {
  if (path === '/v1/receiver' || path === new URL(exampleReceiverAddress).pathname) return behaviour.receiver;
  if (path === '/v1/services') return behaviour.services;
  if (path === '/v1/signposts') return behaviour.signposts;
  if (path.startsWith('/v1/services/') && path.endsWith('/rating')) return behaviour.rating;
  if (path.startsWith('/v1/places/')) return path.endsWith('/services') ? behaviour.placeServices : behaviour.place;
  if (path.startsWith('/v1/services/')) return () => oneService(decodeURIComponent(path.slice('/v1/services/'.length)));
  if (path === '/v1/submissions') return behaviour.submissions;
  if (path === new URL(exampleAction).pathname) return behaviour.action;
  return answersWithProblem(404, 'There is nothing here');
}

function oneService(id: string): Response {
  const service = exampleServices.find((each) => each.id === id);
  return service ? Response.json(service) : new Response('{"title":"No such service","status":404}', {status: 404, headers: {'content-type': 'application/problem+json'}});
}

function matching(query: string) {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return exampleServices.filter((service) => {
    const text = `${service.name} ${service.town} ${service.postcode}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

async function idOf(request: Request): Promise<unknown> {
  const body: unknown = await request.clone().json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && 'id' in body) return body.id;
  return request.headers.get('idempotency-key');
}
