import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {eventually} from '../eventually.js';

/** One request that reached the hook. */
export interface Heard {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Somebody's web hook, over real HTTP. */
export interface HookServer {
  url: URL;
  heard: Heard[];
  /** Resolves once so many have come. */
  hears(count: number): Promise<Heard[]>;
  /** What it answers from now on; a function that does nothing hangs. */
  answer: (response: ServerResponse, heard: Heard) => void;
  close(): Promise<void>;
}

/** Starts it; with `port` where another has stood before. */
export async function startHook(port = 0): Promise<HookServer> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const one = {path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString()};
      heard.push(one);
      hook.answer(response, one);
    });
  });
  await new Promise<void>((listens) => server.listen(port, '127.0.0.1', listens));
  const hook: HookServer = {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts?key=hook-key`),
    heard,
    async hears(count) {
      await eventually(() => heard.length >= count, () => `${count} requests at the hook; there are ${heard.length}`);
      return heard.slice(0, count);
    },
    answer: (response) => void response.writeHead(204).end(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return hook;
}
