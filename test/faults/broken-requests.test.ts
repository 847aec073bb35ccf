import type {Socket} from 'node:net';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {openConnection} from '../support/faults/connection.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {feedback, People} from '../support/faults/people.js';

let folder: string;
let endpoint: EndpointProcess;
let sockets: Socket[] = [];
beforeAll(async () => {
  folder = temporaryFolder();
  endpoint = await startEndpointProcess({folder});
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await endpoint.end('SIGKILL');
  await clear(folder);
});

async function open(): Promise<Socket> {
  const socket = await openConnection(endpoint.address);
  sockets.push(socket);
  return socket;
}

/** What is answered until the endpoint closes the connection. */
async function answerTo(...parts: (string | Uint8Array)[]): Promise<string> {
  const socket = await open();
  let answer = '';
  socket.on('data', (words) => (answer += words.toString('latin1')));
  const closed = new Promise((gone) => socket.once('close', gone));
  for (const part of parts) socket.write(part);
  await closed;
  return answer;
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
const head = (...lines: string[]) => ['POST /v1/submissions HTTP/1.1', 'Host: endpoint.example', 'Content-Type: application/json', 'Connection: close', ...lines, '', ''].join('\r\n');
const {body} = feedback();

const broken: readonly {title: string; parts: (string | Uint8Array)[]; status: number}[] = [
  {title: 'no HTTP at all', parts: ['\u0000\u0001\u0002 hello\r\n\r\n'], status: 400},
  {title: 'a body that is empty', parts: [head('Content-Length: 0')], status: 400},
  {title: 'a body of 10 MB', parts: [head('Content-Length: 10000000'), Buffer.alloc(200_000, 0x20)], status: 413},
  {title: 'a body in parts that never ends', parts: [head('Transfer-Encoding: chunked'), ...Array.from({length: 20}, () => `4000\r\n${' '.repeat(0x4000)}\r\n`)], status: 413},
  {title: 'a length that is none', parts: [head('Content-Length: many'), body], status: 400},
  {title: 'two lengths', parts: [head('Content-Length: 5', 'Content-Length: 6'), body], status: 400},
  {title: 'a length and parts', parts: [head('Content-Length: 5', 'Transfer-Encoding: chunked'), '0\r\n\r\n'], status: 400},
  {title: 'a part whose size is none', parts: [head('Transfer-Encoding: chunked'), 'zz\r\nhello\r\n'], status: 400},
  {title: 'headers of 100 KB', parts: [head(`X-Long: ${'x'.repeat(100_000)}`)], status: 431},
  {title: 'an address that cannot be decoded', parts: ['GET /v1/services/%ff%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'], status: 404},
  {title: 'a method that nobody knows', parts: ['BREW /v1/submissions HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'], status: 400},
];

describe('a broken request', () => {
  it.each(broken)('$title is answered $status, and the next sender is served', async ({parts, status}) => {
    expect(statusOf(await answerTo(...parts))).toBe(status);
    expect((await new People().send(endpoint.address)).kind).toBe('received');
  });

  it('with the id of another in its header changes nothing: the body’s id counts', async () => {
    const [one, other] = [feedback(), feedback()];
    const answer = await answerTo(head(`Idempotency-Key: ${other.id}`, `Content-Length: ${Buffer.byteLength(one.body)}`), one.body);
    expect(statusOf(answer)).toBe(201);
    expect(answer).toContain(one.id);
  });

  it('of 200 that never end, each with a little every now and then, holds nobody else up', async () => {
    const slow = await Promise.all(Array.from({length: 200}, open));
    for (const socket of slow) socket.write(head('Content-Length: 1000'));
    const drip = setInterval(() => slow.forEach((socket) => socket.write(' ')), 20);
    const people = new People();
    await Promise.all(Array.from({length: 100}, () => people.send(endpoint.address)));
    clearInterval(drip);
    for (const socket of slow) socket.destroy();
    expect(people.unanswered()).toEqual([]);
  });

  it('broken off in the middle 500 times leaves nothing behind, and no word in the log', async () => {
    const people = new People();
    await people.send(endpoint.address);
    const before = await people.tally(endpoint.address);
    for (let time = 0; time < 500; time += 1) {
      const {body} = feedback();
      const socket = await open();
      await new Promise((written) => socket.write(head(`Content-Length: ${Buffer.byteLength(body)}`) + body.slice(0, 1 + (time * 7) % (body.length - 1)), written));
      socket.destroy();
      sockets = [];
    }
    expect((await people.tally(endpoint.address)).rows).toBe(before.rows);
    expect(endpoint.logged()).toBe('');
  });
});
