import type {Socket} from 'node:net';
import {openConnection} from './connection.js';
import {feedback} from './people.js';

const connections = 20;

const post = (path: string, type: string, body: string) => (address: string) =>
  `POST ${path} HTTP/1.1\r\nHost: endpoint.example\r\nX-Forwarded-For: ${address}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

/** Nothing that could be kept, or that opens anything. */
const refused: readonly ((address: string) => string)[] = [
  post('/v1/submissions', json, ''),
  post('/v1/submissions', json, '{'),
  post('/v1/submissions', json, JSON.stringify({...(JSON.parse(feedback().body) as object), colour: 'red'})),
  post('/v1/submissions', 'text/plain', 'x'),
  post('/v1/submissions', 'application/jose', 'a.b.c.d.e'),
  post('/feedback/sent', form, ''),
  post('/feedback/sent', form, 'code=7P2Q-X4TR-D9KH-6WCM&_do=show'),
];

/** Somebody who sends what is refused, as fast as it is answered. */
export interface Flooder {
  /** How often each status came until now. */
  answered: ReadonlyMap<number, number>;
  /** Resolves once so many were answered. */
  sends(count: number): Promise<void>;
  /** Sends no more. */
  stop(): void;
}

/** Starts to flood; `addresses` gives those that a proxy in front would name. */
export async function startFlooder(endpoint: URL, addresses: () => string): Promise<Flooder> {
  const answered = new Map<number, number>();
  const waiting = new Set<{count: number; done(): void}>();
  let [next, total] = [0, 0];
  const sockets = await Promise.all(Array.from({length: connections}, () => openConnection(endpoint)));
  const sendOne = (socket: Socket) => socket.write(refused[next++ % refused.length]!(addresses()));

  for (const socket of sockets) {
    let answer = '';
    socket.on('data', (words) => {
      answer += words.toString('latin1');
      for (let length = lengthOfFirst(answer); length !== undefined; length = lengthOfFirst(answer)) {
        const status = Number(answer.slice(9, 12));
        answered.set(status, (answered.get(status) ?? 0) + 1);
        total += 1;
        answer = answer.slice(length);
        sendOne(socket);
      }
      for (const each of waiting) if (total >= each.count) each.done();
    });
    sendOne(socket);
  }
  return {
    answered,
    sends: (count) => new Promise((done) => waiting.add({count: total + count, done})),
    stop: () => sockets.forEach((socket) => socket.destroy()),
  };
}

/** How much of what has come is the first answer, where all of it has. */
function lengthOfFirst(answer: string): number | undefined {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1];
  const isChunked = /\r\ntransfer-encoding: chunked/i.test(answer.slice(0, head));
  const end = isChunked ? answer.indexOf('\r\n0\r\n\r\n', head) + 7 : head + 4 + Number(length);
  return end > head + 6 && end <= answer.length ? end : length === '0' ? head + 4 : undefined;
}
