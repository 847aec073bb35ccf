import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {entityTag, isCurrent} from './cached-response.js';

type Encoding = 'br' | 'gzip' | 'identity';

/** A body in each form that askers take, made once for many answers. */
export type Encoded = Readonly<Record<Encoding, Uint8Array>> & {tag: string};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** `quality` is brotli's: 11 is for what never changes, 5 takes a fortieth of the time. */
export async function encodedBody(identity: Uint8Array, quality: 5 | 11): Promise<Encoded> {
  const [br, gzipped] = await Promise.all([brotli(identity, {params: {[constants.BROTLI_PARAM_QUALITY]: quality}}), zip(identity)]);
  return {identity, br, gzip: gzipped, tag: entityTag(identity)};
}

/** Answers in the smallest form that the asker takes, or 304 where it holds what still stands. */
export function answerEncoded(request: Request, body: Encoded, {type, cacheControl}: {type: string; cacheControl: string}): Response {
  const encoding = bestEncoding(request.headers.get('Accept-Encoding') ?? '');
  const tag = encoding === 'identity' ? body.tag : body.tag.replace(/"$/, `-${encoding}"`);
  const headers: Record<string, string> = {
    'Content-Type': type,
    'Cache-Control': cacheControl,
    ETag: tag,
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : {'Content-Encoding': encoding}),
  };
  if (isCurrent(request, tag)) return new Response(null, {status: 304, headers});
  return new Response(Uint8Array.from(body[encoding]), {headers: {...headers, 'Content-Length': String(body[encoding].byteLength)}});
}

/** The smallest that the asker takes; a coding with `q=0` is refused by it. */
function bestEncoding(accepted: string): Encoding {
  const taken = accepted.toLowerCase().split(',').map((each) => each.trim()).filter((each) => !/;\s*q=0(\.0*)?$/.test(each)).map((each) => each.split(';')[0]?.trim());
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity';
}
