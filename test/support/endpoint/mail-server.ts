import type {AddressInfo} from 'node:net';
import {SMTPServer} from 'smtp-server';
import {eventually} from '../eventually.js';

/** One mail as the server took it. */
export interface Taken {
  from: string;
  to: string[];
  /** Headers and text. */
  source: string;
}

/** Somebody's mail server, over real SMTP. */
export interface MailServer {
  url: URL;
  taken: Taken[];
  /** Resolves once so many have come. */
  takes(count: number): Promise<Taken[]>;
  close(): Promise<void>;
}

/** Starts it. It takes mail for everybody but `refused`, and hangs at the text where it `hangs`. */
export async function startMailServer({refused = [], hangs = false, password}: {refused?: readonly string[]; hangs?: boolean; password?: string} = {}): Promise<MailServer> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: password === undefined,
    // Only then would it take a password in clear.
    ...(password === undefined ? {disabledCommands: ['STARTTLS', 'AUTH']} : {}),
    onAuth: ({username, password: given}, _session, answer) => (given === password ? answer(null, {user: username ?? ''}) : answer(new Error('wrong'))),
    onRcptTo: ({address}, _session, answer) => (refused.includes(address) ? answer(Object.assign(new Error('no such person'), {responseCode: 550})) : answer()),
    onData(stream, {envelope}, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (hangs) return;
        taken.push({from: envelope.mailFrom ? envelope.mailFrom.address : '', to: envelope.rcptTo.map(({address}) => address), source: Buffer.concat(parts).toString()});
        answer();
      });
    },
  });
  // A connection that is cut off is no fault of the test.
  server.on('error', () => undefined);
  const listening = await new Promise<AddressInfo>((listens) => {
    const inner = server.listen(0, '127.0.0.1', () => listens(inner.address() as AddressInfo));
  });
  return {
    url: new URL(`smtp://127.0.0.1:${listening.port}`),
    taken,
    async takes(count) {
      await eventually(() => taken.length >= count, () => `${count} mails; there are ${taken.length}`);
      return taken.slice(0, count);
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
