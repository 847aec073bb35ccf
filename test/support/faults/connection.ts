import {connect, type Socket} from 'node:net';

/** One status line with the headers under it. */
export interface Head {
  status: number;
  headers: string;
}

/** Opens a connection on which anything may be said. What becomes of it is told by its events; an error throws nothing. */
export async function openConnection({hostname, port}: URL): Promise<Socket> {
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise((settled) => socket.once('connect', settled).once('close', settled));
  return socket;
}

// Also ends what was left open before it: a head, a body of which little has yet to come, a chunk. What comes with the end of
// a connection Node would not answer, nor what is still on its way when more comes than was to be the last.
const ending = '\r\n\r\nGET /healthz HTTP/1.1\r\nHost: endpoint.example\r\nConnection: close\r\n\r\n';

/**
 * Says `parts` one after the other and then what makes the endpoint close the connection.
 *
 * @returns the heads of all that was answered; none where the connection was closed without a word
 */
export async function headsOf(address: URL, parts: readonly (string | Uint8Array)[]): Promise<Head[]> {
  const socket = await openConnection(address);
  let answer = '';
  socket.on('data', (words) => (answer += words.toString('latin1')));
  const closed = new Promise((gone) => socket.once('close', gone));
  for (const part of [...parts, ending]) {
    if (socket.destroyed) break;
    socket.write(part);
    await new Promise((next) => setImmediate(next));
  }
  await closed;
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})[^\r]*\r\n((?:[^\r\n]+\r\n)*)\r\n/gm)].map(([, status, headers = '']) => ({status: Number(status), headers}));
}
