import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readConfiguration} from '../../src/endpoint/configuration.js';
import {startEndpoint, type RunningEndpoint} from '../../src/endpoint/serve.js';
import {exampleReceiver} from '../support/endpoint/endpoint.js';
import {sqliteWorker, temporaryFolder} from '../support/endpoint/sqlite-worker.js';

let endpoint: RunningEndpoint;
const logged: string[] = [];
beforeAll(async () => {
  const folder = temporaryFolder();
  const receiver = join(folder, 'receiver.json');
  await writeFile(receiver, JSON.stringify(exampleReceiver));
  endpoint = await startEndpoint(readConfiguration({PORT: '0', DATA_DIR: join(folder, 'data'), CARE_RECEIVER: receiver}), {worker: await sqliteWorker(), log: (line) => logged.push(line)});
});
afterAll(() => endpoint.close());

/** What comes back for these lines, letter for letter: no client of HTTP sends them so. */
async function answerTo(...lines: string[]): Promise<string> {
  const socket = connect(endpoint.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  return text(socket);
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const close = 'Connection: close';

describe('a request', () => {
  it.each([
    ['two different hosts', ['Host: endpoint.example', 'Host: other.example']],
    ['the same host twice', ['Host: endpoint.example', 'Host: endpoint.example']],
    ['two hosts, of which one is written in another way', ['host: endpoint.example', 'X-Other: 1', 'HOST: other.example']],
    ['two hosts, of which one is empty', ['Host: endpoint.example', 'Host:']],
  ])('with %s is answered 400, whatever it asks for', async (_title, hosts) => {
    for (const asked of ['GET /healthz HTTP/1.1', 'GET /inbox HTTP/1.1', 'GET http://endpoint.example/healthz HTTP/1.1', 'GET /healthz HTTP/1.0']) {
      const answer = await answerTo(asked, ...hosts, close);
      expect(statusOf(answer), asked).toBe(400);
      expect(answer).toContain('"type":"urn:care-elements:problem:two-hosts"');
    }
    const sent = await answerTo('POST /v1/submissions HTTP/1.1', ...hosts, 'Content-Type: application/json', 'Content-Length: 2', close, '', '{}');
    expect(statusOf(sent)).toBe(400);
    expect(sent).toContain('two-hosts');
  });

  it.each([
    ['no host', ['GET /healthz HTTP/1.1']],
    ['no host, of HTTP/1.0', ['GET /healthz HTTP/1.0']],
    ['an empty host', ['GET /healthz HTTP/1.1', 'Host:']],
    ['somebody before the host', ['GET /healthz HTTP/1.1', 'Host: endpoint.example@other.example']],
    ['a path in the host', ['GET /healthz HTTP/1.1', 'Host: endpoint.example/feedback']],
    ['an address that is none', ['GET http://[/healthz HTTP/1.1', 'Host: endpoint.example']],
    ['an address of another kind', ['GET ftp://endpoint.example/healthz HTTP/1.1', 'Host: endpoint.example']],
    ['no path', ['OPTIONS * HTTP/1.1', 'Host: endpoint.example']],
  ])('with %s is answered 400', async (_title, lines) => {
    expect(statusOf(await answerTo(...lines, close))).toBe(400);
  });

  it('with a whole address goes where that says, as every server must let it (RFC 9112, section 3.2.2)', async () => {
    expect(statusOf(await answerTo('GET http://endpoint.example/healthz HTTP/1.1', 'Host: other.example', close))).toBe(200);
    expect(statusOf(await answerTo('GET http://endpoint.example/nothing HTTP/1.1', 'Host: endpoint.example', close))).toBe(404);
  });

  it('with one host is answered as ever, and nothing of all this is worth a line to the operator', async () => {
    expect(statusOf(await answerTo('GET /healthz HTTP/1.1', 'Host: endpoint.example', close))).toBe(200);
    expect(logged).toEqual([]);
  });
});
