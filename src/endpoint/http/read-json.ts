import {problem} from './problem-response.js';
import {readBody} from './read-body.js';
import {fewer} from './schema-faults.js';
import {structureFaults} from './untrusted-json.js';

/** Parsed JSON that a schema can look at, trusted in nothing else, or the answer that refuses what was sent. */
export type SentJson = {read: true; json: unknown} | {read: false; refusal: Response};

/** Reads a body of JSON in UTF-8 of at most `limit` bytes. `what` begins the titles of refusals: `The submission`. */
export async function readJson(request: Request, what: string, limit: number): Promise<SentJson> {
  const wrongType = typeFault(request.headers);
  if (wrongType) return refused(problem(415, 'unsupported-type', 'Send application/json in UTF-8', {detail: wrongType, headers: {'Accept-Post': 'application/json'}}));

  const body = await readBody(request, limit);
  if (!body.read && body.reason === 'too-large') return refused(problem(413, 'too-large', `${what} is longer than we take`, {detail: `At most ${limit} bytes are taken.`}));
  const sent = body.read ? parseJson(body.bytes) : undefined;
  if (!sent) return refused(problem(400, 'not-json', `${what} is not JSON in UTF-8`, {errors: [{pointer: '', detail: 'is not JSON in UTF-8'}]}));

  const strange = structureFaults(sent.json);
  return strange.length > 0 ? refused(problem(422, 'invalid', `${what} cannot be taken as it is`, {errors: fewer(strange)})) : {read: true, json: sent.json};
}

function refused(refusal: Response): SentJson {
  return {read: false, refusal};
}

function typeFault(headers: Headers): string | undefined {
  const [type = '', ...parameters] = (headers.get('Content-Type') ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return 'The Content-Type is not application/json.';
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length).replaceAll('"', '');
  if (charset !== undefined && charset !== 'utf-8') return 'The charset is not utf-8.';
  if ((headers.get('Content-Encoding') ?? 'identity') !== 'identity') return 'The body is compressed; send it as it is.';
  return undefined;
}

function parseJson(bytes: Uint8Array): {json: unknown} | undefined {
  try {
    return {json: JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))};
  } catch {
    return undefined;
  }
}
