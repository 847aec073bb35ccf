import {connect, createServer, type AddressInfo, type Socket} from 'node:net';

/** A connection to a server, which can be lost. */
export interface Relay {
  /** `http://127.0.0.1:` and a port of its own. */
  origin: string;
  /** Nothing gets through any more, and what is on its way is lost. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** Passes on to the server at `origin` whatever comes, byte for byte. */
export async function startRelay(origin: string): Promise<Relay> {
  const {hostname, port} = new URL(origin);
  const open = new Set<Socket>();
  let isCut = false;
  const dropAll = () => open.forEach((socket) => socket.destroy());
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      open.add(from);
      from.on('error', () => undefined).on('close', () => (open.delete(from), to.destroy())).pipe(to);
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      dropAll();
    },
    mend: () => void (isCut = false),
    close() {
      server.close();
      dropAll();
    },
  };
}
