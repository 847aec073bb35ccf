import fc from 'fast-check';
import {inboxToken} from '../endpoint/endpoint.js';
import {servedRoutes} from '../endpoint/served-routes.js';
import {anySent} from './bodies.js';

/** The bytes of one request, and where they are broken in two on their way; whoever sends them says no more. */
export interface RawRequest {
  bytes: Buffer;
  breakAt: number;
}

const known = ['1-1000000001', '1-1000000002', 'leeds', 'give-feedback', 'quick', '0197b2c4-7a1e-7cc2-9d0b-000000000001', 'v1', 'care-elements.js'];
// As they stand in a request: what comes of `%` is not always UTF-8, and not always text.
const odd = fc.oneof(
  fc.constantFrom(...known),
  fc.constantFrom('%00', '%ff', '%zz', '%', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '..', '.', '%c0%ae', '%u0041', '__proto__', 'constructor', '%5b%5d', '%0d%0aX-Injected:%201', "'%20OR%201=1--", '%F0%9F%8F%A5', '%ED%A0%80', '%E2%80%AE', '-1', '0', '1e999', '99999999999999999999', 'NaN', 'true', 'x'.repeat(3000), '%41'.repeat(500)),
  fc.string({unit: 'binary', maxLength: 20}).map((text) => Buffer.from(text).toString('latin1').replace(/[^!-~]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)),
);

const filled = fc.tuple(fc.constantFrom(...servedRoutes), fc.array(odd, {minLength: 3, maxLength: 3})).map(([{method, path}, values]) => {
  let place = 0;
  return {method: method as string, path: path.replace(/:[a-z]+/g, () => values[place++] ?? '')};
});
const nowhere = fc.oneof(
  {weight: 2, arbitrary: fc.array(odd, {maxLength: 5}).map((parts) => `/${parts.join('/')}`)},
  {weight: 1, arbitrary: fc.constantFrom('*', '', '//', '/\\..\\', 'http://elsewhere.example/v1/receiver', 'http://[::1/', 'http:///', 'elsewhere.example:443', '//elsewhere.example/inbox', 'javascript:1', '/a b', '/?', '/#x', '/v1/receiver;a=1', '/V1/RECEIVER', '/v1//receiver', `/${'a/'.repeat(4000)}`)},
);
const targets = fc.oneof({weight: 4, arbitrary: filled}, {weight: 1, arbitrary: nowhere.map((path) => ({method: 'POST', path}))});
const queryNames = ['q', 'limit', 'after', 'order', 'service', 'set', 'lang', 'nation', 'area', 'kind', 'reference', 'from', 'to', 'status', 'state', 'urgency', 'partner', 'place', 'experience', 'words', 'format', 'page', 'code', 'token', '__proto__', 'constructor', ''];
const queries = fc.oneof(
  {weight: 2, arbitrary: fc.constant('')},
  {weight: 3, arbitrary: fc.array(fc.tuple(fc.constantFrom(...queryNames), odd), {minLength: 1, maxLength: 6}).map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`)},
  {weight: 1, arbitrary: fc.constantFrom('?', '?&&==&', '?q[]=1&q[]=2', '?%', `?${'q=1&'.repeat(2000)}`, '?limit=500&limit=-1', '?after=eyJ9', '?service=1-1000000001&service=1-1000000002')},
);
const otherMethods = fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'PROPFIND', 'QUERY', 'PRI', 'get', 'BREW', '', 'GET GET', 'X'.repeat(100));
const versions = fc.oneof({weight: 20, arbitrary: fc.constant('HTTP/1.1')}, {weight: 1, arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.9', 'HTTP/11', 'http/1.1', 'ICE/1.0', '')});

const hosts = fc.oneof(
  {weight: 8, arbitrary: fc.constant(['Host: endpoint.example'])},
  {weight: 1, arbitrary: fc.constantFrom<string[]>([], ['Host: a', 'Host: b'], ['Host: a', 'host: a'], ['Host:'], ['Host: a b'], ['Host: user@elsewhere.example'], ['Host: a/../b'], ['Host: [::1]:70000'], ['Host: é.example'], ['Host: a\tb'], ['Host: %00'], [`Host: ${'h'.repeat(9000)}`], ['Host: a:b:c'], ['Host: xn--'], ['Host: 0x7f.1'])},
);
// Above ASCII any byte may stand in a header; below, the parser of Node refuses the most.
const values = fc.oneof(odd, fc.string({unit: 'binary', maxLength: 30}).map((text) => text.replace(/[\u0000-\u001f\u007f]/g, ' ')));
const types = ['application/json', 'application/jose', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data', 'text/plain', 'application/json; charset=utf-16', ';;;', ''];
// With a body in broken parts Node leaves whoever asks for another protocol to its time limit, which is two minutes.
const upgrade = 'Connection: upgrade, close\r\nUpgrade: websocket';
const lines = fc.oneof(
  {weight: 4, arbitrary: fc.constant(`Authorization: Bearer ${inboxToken}`)},
  {weight: 1, arbitrary: fc.tuple(fc.constantFrom('Basic', 'Bearer', 'Negotiate', 'bearer', 'Bearer  ', ''), values).map(([scheme, value]) => `Authorization: ${scheme} ${value}`)},
  {weight: 2, arbitrary: fc.constantFrom(...types).map((type) => `Content-Type: ${type}`)},
  {weight: 2, arbitrary: fc.tuple(fc.constantFrom('care-inbox', '__Host-care-inbox', 'session', '__proto__', '', 'a'), values).map(([name, value]) => `Cookie: ${name}=${value}; ${name}=; =; ;`)},
  {weight: 6, arbitrary: fc.tuple(fc.constantFrom('Origin', 'Referer', 'Sec-Fetch-Site', 'Accept', 'Accept-Language', 'Accept-Encoding', 'Content-Encoding', 'Content-Language', 'If-None-Match', 'If-Modified-Since', 'Range', 'Idempotency-Key', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Forwarded-Host', 'Forwarded', 'X-Forwarded-User', 'X-HTTP-Method-Override', 'Access-Control-Request-Method', 'Access-Control-Request-Headers', 'Date', 'From', 'Via', 'Max-Forwards', '__proto__', 'constructor'), values).map(([name, value]) => `${name}: ${value}`)},
  {weight: 2, arbitrary: fc.constantFrom('Origin: null', 'Sec-Fetch-Site: cross-site', 'Content-Encoding: gzip', 'Expect: 100-continue', 'Expect: the-unexpected', upgrade, 'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ', 'Connection: keep-alive, close', 'Connection: X-Forwarded-For', 'Keep-Alive: timeout=999999', 'TE: trailers', 'If-None-Match: *', `If-None-Match: ${'"a",'.repeat(1000)}`, 'Range: bytes=0-0,1-1,-1', `Accept-Language: ${'cy;q=0.1,'.repeat(800)}`, 'Proxy: http://elsewhere.example')},
);
const brokenLines = fc.constantFrom('no colon', ': no name', 'Bad Name: x', 'X-Folded: a\r\n b', 'X-Nul: a\u0000b', 'X-Bare: a\rb', 'X\u00e9: 1', `X-Long: ${'x'.repeat(20_000)}`, `Cookie: ${'c=1; '.repeat(2500)}`, Array.from({length: 1500}, (_, each) => `X-${each}: 1`).join('\r\n'), `${'n'.repeat(10_000)}: 1`);

/** How a body's end is told, truly or not. */
type Framing = 'none' | 'length' | 'shorter' | 'longer' | 'no number' | 'negative' | 'twice' | 'chunked' | 'chunk garbage' | 'chunks cut off' | 'chunk too long' | 'trailers' | 'both' | 'coding unknown';
const framings = fc.oneof(
  {weight: 10, arbitrary: fc.constant<Framing>('length')},
  {weight: 4, arbitrary: fc.constantFrom<Framing>('chunked', 'trailers', 'longer')},
  {weight: 4, arbitrary: fc.constantFrom<Framing>('none', 'shorter', 'no number', 'negative', 'twice', 'chunk garbage', 'chunks cut off', 'chunk too long', 'both', 'coding unknown')},
);

function framed(body: Buffer, framing: Framing): {lines: string[]; rest: (string | Buffer)[]} {
  const {length} = body;
  const half = body.subarray(0, length >> 1);
  const chunk = (part: Buffer) => (part.length === 0 ? [] : [`${part.length.toString(16)};x="y"\r\n`, part, '\r\n']);
  const chunks = [...chunk(half), ...chunk(body.subarray(half.length))];
  const chunked = ['Transfer-Encoding: chunked'];
  switch (framing) {
    case 'none': return {lines: [], rest: [body]};
    case 'length': return {lines: [`Content-Length: ${length}`], rest: [body]};
    case 'shorter': return {lines: [`Content-Length: ${half.length}`], rest: [body]};
    case 'longer': return {lines: [`Content-Length: ${length + 10}`], rest: [body]};
    case 'no number': return {lines: ['Content-Length: 0x10'], rest: [body]};
    case 'negative': return {lines: ['Content-Length: -1'], rest: [body]};
    case 'twice': return {lines: [`Content-Length: ${length}`, 'Content-Length: 0'], rest: [body]};
    case 'chunked': return {lines: chunked, rest: [...chunks, '0\r\n\r\n']};
    case 'chunk garbage': return {lines: chunked, rest: ['zz\r\n', body, '\r\n0\r\n\r\n']};
    case 'chunks cut off': return {lines: chunked, rest: chunks};
    case 'chunk too long': return {lines: chunked, rest: ['ffffffffffffffffff\r\n', body]};
    case 'trailers': return {lines: chunked, rest: [...chunks, '0\r\nAuthorization: Bearer x\r\nContent-Length: 5\r\n\r\n']};
    case 'both': return {lines: [`Content-Length: ${length}`, ...chunked], rest: ['0\r\n\r\nGET /v1/receiver HTTP/1.1\r\n\r\n']};
    case 'coding unknown': return {lines: ['Transfer-Encoding: gzip'], rest: [body]};
  }
}

const formNames = ['code', 'token', 'reference', '_do', 'id', 'story', 'experience', 'state', 'note', 'steps', 'answers', 'q', 'page', '__proto__', ''];
const forms = fc.array(fc.tuple(fc.constantFrom(...formNames), odd), {maxLength: 8}).map((pairs) => ({type: 'application/x-www-form-urlencoded', body: pairs.map(([name, value]) => `${name}=${value}`).join('&')}));
const bodies = fc.oneof({weight: 3, arbitrary: anySent}, {weight: 2, arbitrary: forms}, {weight: 1, arbitrary: fc.constant({type: '', body: ''})}, {weight: 1, arbitrary: fc.uint8Array({maxLength: 400}).map((body) => ({type: 'application/octet-stream', body}))});

function bytesOf(part: string | Uint8Array): Buffer {
  return typeof part === 'string' ? Buffer.from(part) : Buffer.from(part);
}

/** Anything that may be said on a connection: nearly HTTP, mostly, so that some of it gets far. */
export const anyRequest: fc.Arbitrary<RawRequest> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({target: targets, other: fc.oneof({weight: 4, arbitrary: fc.constant(undefined)}, {weight: 1, arbitrary: otherMethods}), query: queries, version: versions, host: hosts, headers: fc.array(lines, {maxLength: 5}), broken: fc.oneof({weight: 9, arbitrary: fc.constant([])}, {weight: 1, arbitrary: brokenLines.map((line) => [line])}), body: bodies, framing: framings, newline: fc.oneof({weight: 30, arbitrary: fc.constant('\r\n')}, {weight: 1, arbitrary: fc.constantFrom('\n', '\r')}), cut: fc.double({min: 0, max: 1, noNaN: true})}).map(({target, other, query, version, host, headers, broken, body: {type, body}, framing, newline, cut}) => {
      const method = other ?? target.method;
      const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method) || framing === 'longer';
      const {lines: lengths, rest} = hasBody ? framed(bytesOf(body), framing) : {lines: [], rest: []};
      const head = [`${method} ${target.path}${query} ${version}`, ...host, ...(hasBody && type ? [`Content-Type: ${type}`] : []), ...headers.filter((line) => !hasBody || line !== upgrade), ...broken, ...lengths, '', ''].join(newline);
      const bytes = Buffer.concat([head, ...rest].map(bytesOf));
      return {bytes, breakAt: Math.floor(bytes.length * cut)};
    }),
  },
  {weight: 1, arbitrary: fc.uint8Array({maxLength: 300}).map((bytes) => ({bytes: Buffer.from(bytes), breakAt: bytes.length >> 1}))},
);
