// Answers in the page itself. What the real endpoint says is shown by the end-to-end tests.

/** A made-up origin that nobody can own. */
export const origin = 'https://endpoint.example';

type Answer = (request: Request) => Response | Promise<Response>;

export interface Endpoint {
  /** The paths that were asked for, with the signal of each. */
  asked: {path: string; signal: AbortSignal}[];
  /** The first whose path begins so answers. */
  answers: Map<string, Answer>;
  remove(): void;
}

/** Puts an endpoint into the page until it is removed. */
export function endpointWith(answers: Record<string, Answer> = {}): Endpoint {
  const network = globalThis.fetch;
  const endpoint: Endpoint = {asked: [], answers: new Map(Object.entries(answers)), remove: () => void (globalThis.fetch = network)};
  const answering: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const address = new URL(request.url);
    if (address.origin !== origin) return network(input, init);
    endpoint.asked.push({path: address.pathname, signal: request.signal});
    await Promise.resolve();
    const answer = [...endpoint.answers].find(([start]) => address.pathname.startsWith(start))?.[1];
    return answer ? answer(request) : new Response('{"title": "Not found"}', {status: 404});
  };
  // Bound, so that it is taken for the browser's own.
  globalThis.fetch = answering.bind(undefined);
  return endpoint;
}

/** Answers with this as JSON. */
export const json = (value: unknown): Answer => () => Response.json(value);

/** Takes the question and never answers. */
export const never: Answer = ({signal}) => new Promise((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason)));
