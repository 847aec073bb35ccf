import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type Server} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

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

/** Starts the built demonstration and waits until all four addresses answer. */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'care-elements-'));
  const port = await freePorts(4);
  const token = 'an-example-token';
  let demo = await run(port, folder, token);
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

async function run(port: number, folder: string, token: string): Promise<ChildProcess> {
  const demo = spawn(process.execPath, ['demo/serve.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, PORT: String(port), DATA_DIR: folder, CARE_ENDPOINT_TOKEN: token, CARE_RECEIVER: '', CARE_KEYS: '', DATABASE_URL: '', CARE_LIMITS: 'off'},
  });
  let said = '';
  demo.stdout?.on('data', (words) => (said += words));
  demo.stderr?.on('data', (words) => (said += words));
  for (let tries = 0; tries < 300; tries += 1) {
    if (demo.exitCode !== null) throw new Error(`The demonstration ended by itself: ${said}`);
    if (await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false)) return demo;
    await new Promise((later) => setTimeout(later, 100));
  }
  demo.kill('SIGKILL');
  throw new Error(`The demonstration was not ready after 30 seconds: ${said}`);
}

async function stop(demo: ChildProcess): Promise<void> {
  if (demo.exitCode !== null) return;
  const ended = new Promise((exit) => demo.once('exit', exit));
  demo.kill('SIGTERM');
  await ended;
}

/** The first of `count` ports in a row that nobody listens on. */
async function freePorts(count: number): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 30_000);
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
