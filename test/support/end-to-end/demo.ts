import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type Server} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {eventually} from '../eventually.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The whole demonstration as `npm start` runs it, on ports and in a folder of its own. */
export interface Demo {
  endpoint: string;
  charity: string;
  surgery: string;
  healthwatch: string;
  token: string;
  /** The SQLite file, for reading what was kept. */
  folder: string;
  /** Stops and starts again over the same folder. */
  restart(): Promise<void>;
  /** Stops, and removes the folder. */
  end(): Promise<void>;
}

let shared: Promise<Demo> | undefined;

/** The one that all tests of this process visit. What others have told is there, so a test knows its own by what it says. It ends with the process. */
export function sharedDemo(): Promise<Demo> {
  shared ??= startDemo();
  return shared;
}

/** Starts the built demonstration and waits until all four addresses answer. */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'care-elements-'));
  const token = 'an-example-token';
  const [port, started] = await runSomewhere(folder, token);
  let demo = started;
  const at = (offset: number) => `http://127.0.0.1:${port + offset}`;
  return {
    endpoint: at(0), charity: at(1), surgery: at(2), healthwatch: at(3), token, folder,
    async restart() {
      await stop(demo);
      demo = await run(port, folder, token);
    },
    async end() {
      await stop(demo);
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/** Runs it on ports that nobody has; elsewhere when somebody takes one before it does. */
async function runSomewhere(folder: string, token: string): Promise<[port: number, demo: ChildProcess]> {
  for (let tries = 1; ; tries += 1) {
    const port = await freePorts(4);
    try {
      return [port, await run(port, folder, token)];
    } catch (error) {
      if (tries === 20 || !String(error).includes('is taken')) throw error;
    }
  }
}

async function run(port: number, folder: string, token: string): Promise<ChildProcess> {
  const demo = spawn(process.execPath, ['demo/serve.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, PORT: String(port), DATA_DIR: folder, CARE_ENDPOINT_TOKEN: token, CARE_RECEIVER: '', CARE_KEYS: '', DATABASE_URL: '', CARE_LIMITS: 'off'},
  });
  // It ends what it has started itself.
  const kill = () => demo.kill('SIGTERM');
  process.once('exit', kill);
  demo.once('close', () => process.off('exit', kill));
  let said = '';
  demo.stdout?.on('data', (words) => (said += words));
  demo.stderr?.on('data', (words) => (said += words));
  let hasEnded = false;
  demo.once('close', () => (hasEnded = true));
  // What answers at its address may be another's; it says itself when it is ready.
  const isReady = await eventually(() => hasEnded || said.includes('The demonstration is ready.'), () => `the demonstration; it said: ${said}`).then(() => !hasEnded, (error: unknown) => {
    demo.kill('SIGKILL');
    throw error;
  });
  if (!isReady) throw new Error(`The demonstration ended by itself: ${said}`);
  return demo;
}

async function stop(demo: ChildProcess): Promise<void> {
  if (demo.exitCode !== null || demo.signalCode !== null) return;
  const ended = new Promise((exit) => demo.once('exit', exit));
  demo.kill('SIGTERM');
  await ended;
}

/**
 * The first of `count` ports in a row that nobody listens on. They lie below those
 * that a system gives to connections, as a restart needs the same ones again.
 */
async function freePorts(count: number): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 11_000 + Math.floor(Math.random() * 20_000);
    const servers = await Promise.all(Array.from({length: count}, (_, offset) => listen(first + offset)));
    await Promise.all(servers.map((server) => server && new Promise((closed) => server.close(closed))));
    if (servers.every(Boolean)) return first;
  }
  throw new Error('No four free ports in a row were found');
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((listening) => {
    const server = createServer();
    server.once('error', () => listening(undefined));
    server.listen(port, '127.0.0.1', () => listening(server));
  });
}
