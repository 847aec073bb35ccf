import {createServer, request as ask, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What a bad network does to one request. */
export type Trouble =
  | 'none' | 'dropped on its way' | 'cut off on its way' | 'delayed on its way' | 'repeated'
  | 'answer dropped' | 'answer truncated' | 'answer delayed' | '500' | '429' | '503' | 'a page';

export const troubles: readonly Trouble[] = [
  'none', 'dropped on its way', 'cut off on its way', 'delayed on its way', 'repeated',
  'answer dropped', 'answer truncated', 'answer delayed', '500', '429', '503', 'a page',
];

/** A proxy in front of an endpoint. */
export interface BadNetwork {
  address: URL;
  /** How often each trouble came. */
  counts: ReadonlyMap<Trouble, number>;
  close(): Promise<void>;
}

/** Passes requests on to `endpoint`, each with the trouble that `next` names; delays last `delay` milliseconds. */
export async function badNetwork(endpoint: URL, next: () => Trouble, delay: number): Promise<BadNetwork> {
  const counts = new Map<Trouble, number>();
  const server = createServer(async (request, response) => {
    const trouble = next();
    counts.set(trouble, (counts.get(trouble) ?? 0) + 1);
    const body = await bodyOf(request);
    await meet(trouble, {endpoint, request, response, body, delay}).catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    counts,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

interface Exchange {
  endpoint: URL;
  request: IncomingMessage;
  response: ServerResponse;
  body: Buffer;
  delay: number;
}

async function meet(trouble: Trouble, exchange: Exchange): Promise<void> {
  const {response, delay} = exchange;
  switch (trouble) {
    case 'none': return answer(response, await passOn(exchange));
    case 'dropped on its way': return void response.destroy();
    case 'cut off on its way': return cutOff(exchange);
    case 'delayed on its way':
      await later(delay);
      return answer(response, await passOn(exchange));
    case 'repeated': {
      const [first, second] = await Promise.all([passOn(exchange), passOn(exchange)]);
      return answer(response, Math.random() < 0.5 ? first : second);
    }
    case 'answer dropped':
      await passOn(exchange);
      return void response.destroy();
    case 'answer truncated': {
      const {status, headers, body} = await passOn(exchange);
      response.writeHead(status, {...headers, 'content-length': body.length});
      return void response.write(body.subarray(0, body.length >> 1), () => response.destroy());
    }
    case 'answer delayed': {
      const passed = await passOn(exchange);
      await later(delay);
      return answer(response, passed);
    }
    case '500': return void response.writeHead(500, {'Content-Type': 'text/plain'}).end('It broke.');
    case '429': return void response.writeHead(429, {'Content-Type': 'text/plain', 'Retry-After': '2'}).end();
    case '503': return void response.writeHead(503, {'Retry-After': new Date(Date.now() + 3000).toUTCString()}).end();
    case 'a page': return void response.writeHead(200, {'Content-Type': 'text/html'}).end('<!doctype html><title>Sign in to this network</title>');
  }
}

interface Passed {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

function passOn({endpoint, request, body}: Exchange): Promise<Passed> {
  return new Promise((resolve, reject) => {
    const passing = ask(new URL(request.url ?? '/', endpoint), {method: request.method, headers: headersFor(request, body.length)}, async (answered) => {
      const {'content-type': type = '', 'retry-after': after} = answered.headers;
      resolve({status: answered.statusCode ?? 0, headers: {'content-type': type, ...(after && {'retry-after': after})}, body: await bodyOf(answered)});
    });
    passing.on('error', reject);
    passing.end(body);
  });
}

/** Half of the body arrives, and then the connection is gone. */
async function cutOff({endpoint, request, response, body}: Exchange): Promise<void> {
  const passing = ask(new URL(request.url ?? '/', endpoint), {method: request.method, headers: headersFor(request, body.length)});
  passing.on('error', () => undefined);
  await new Promise((written) => passing.write(body.subarray(0, body.length >> 1), written));
  passing.destroy();
  response.destroy();
}

function headersFor({headers}: IncomingMessage, length: number): Record<string, string | number> {
  return {'content-type': headers['content-type'] ?? '', 'idempotency-key': String(headers['idempotency-key']), 'content-length': length};
}

function answer(response: ServerResponse, {status, headers, body}: Passed): void {
  response.writeHead(status, headers).end(body);
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
