import type {Socket} from 'node:net';
import {headsOf, openConnection} from './connection.js';
import {feedback} from './people.js';

/** What becomes of a request of which a part was sent: the connection breaks, is ended, or is left until the endpoint lets go. */
export type Fate = 'broken' | 'ended' | 'left' | 'left, with a byte now and then';

const atOnce = 100;

const {body} = feedback();
const half = body.slice(0, body.length >> 1);
const head = (...lines: string[]) => ['POST /v1/submissions HTTP/1.1', 'Host: endpoint.example', 'Content-Type: application/json', ...lines, '', ''].join('\r\n');
const whole = 'GET /healthz HTTP/1.1\r\nHost: endpoint.example\r\n\r\n';

/** How far requests come, from nothing on. */
const stages: readonly string[] = [
  '',
  'POST /v1/subm',
  'POST /v1/submissions HTTP/1.1\r\nHost: endpoint.example\r\nContent-T',
  head(`Content-Length: ${body.length}`),
  head(`Content-Length: ${body.length}`) + half,
  head('Transfer-Encoding: chunked') + `${body.length.toString(16)}\r\n${half}`,
  head('Content-Type: application/jose', 'Content-Length: 190000') + 'a.'.repeat(500),
  // Refused unread.
  head('Content-Type: text/plain', `Content-Length: ${body.length}`) + half,
  whole + head(`Content-Length: ${body.length}`),
];

interface Half {
  socket: Socket;
  closed: Promise<void>;
  fate: Fate;
}

/** Requests of which the rest never comes. */
export interface HalfSent {
  /** Lets each meet its fate; resolves once every connection is closed. */
  meet(): Promise<void>;
}

/** Sends a part of `count` requests, each to another length than the one before it, and keeps all connections open. */
export async function sendHalves(address: URL, count: number, fates: readonly Fate[]): Promise<HalfSent> {
  const open: Half[] = [];
  while (open.length < count) {
    open.push(...(await Promise.all(Array.from({length: Math.min(atOnce, count - open.length)}, (_, each) => sendHalf(address, open.length + each, fates)))));
    // Whoever is answered after them says that they were all taken: of more than can wait, the system forgets some and tells nobody.
    await headsOf(address, []);
  }
  return {
    async meet() {
      const slow = open.filter(({fate}) => fate === 'left, with a byte now and then');
      const drip = setInterval(() => slow.forEach(({socket}) => socket.writable && socket.write(' ')), 1000);
      for (const {socket, fate} of open) letGo(socket, fate);
      await Promise.all(open.map(({closed}) => closed));
      clearInterval(drip);
    },
  };
}

async function sendHalf(address: URL, place: number, fates: readonly Fate[]): Promise<Half> {
  const socket = await openConnection(address);
  const closed = new Promise<void>((gone) => socket.once('close', () => gone()));
  socket.resume();
  const said = stages[place % stages.length] ?? '';
  if (said !== '') await new Promise((written) => socket.write(said, written));
  return {socket, closed, fate: fates[Math.floor(place / stages.length) % fates.length] ?? 'broken'};
}

function letGo(socket: Socket, fate: Fate): void {
  if (fate === 'broken') socket.resetAndDestroy();
  else if (fate === 'ended') socket.end();
}
