import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {exampleReceiver, inboxToken} from '../endpoint/endpoint.js';

const command = fileURLToPath(new URL('../../../dist/endpoint/care-endpoint.js', import.meta.url));

/** How to start it. */
export interface Start {
  /** Its database, keys and receiver lie in it; made when it is not there. */
  folder: string;
  environment?: Readonly<Record<string, string>>;
  /** Options for Node. */
  node?: readonly string[];
  /** A command that runs it, such as `strace`; Node and its words come after. */
  within?: readonly string[];
}

/** The built endpoint, in a process of its own. */
export interface EndpointProcess {
  address: URL;
  child: ChildProcess;
  /** What it has written for its operator. */
  logged(): string;
  /** Ends it with a signal, and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts `care-endpoint serve` and waits until it listens. */
export async function startEndpointProcess({folder, environment = {}, node = [], within = []}: Start): Promise<EndpointProcess> {
  await mkdir(folder, {recursive: true});
  const receiver = join(folder, 'receiver.json');
  await writeFile(receiver, JSON.stringify(exampleReceiver));
  const [program = '', ...words] = [...within, process.execPath, ...node, command, 'serve'];
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {...process.env, PORT: '0', HOST: '127.0.0.1', CARE_RECEIVER: receiver, CARE_ENDPOINT_TOKEN: inboxToken, CARE_LIMITS: 'off', ...storeIn(folder), ...environment},
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let [said, logged] = ['', ''];
  child.stderr?.on('data', (words) => (logged += words));
  const address = await new Promise<URL>((resolve, reject) => {
    child.stdout?.on('data', (words) => {
      said += words;
      const listening = /listens at (http:\S+)\n/.exec(said)?.[1];
      if (listening) resolve(new URL(listening));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The endpoint ended by itself with ${code}: ${said}${logged}`)));
  });
  return {
    address,
    child,
    logged: () => logged,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
    },
  };
}

/** Runs another of its commands over the same folder, before it is started or beside it. Rejects with what it wrote where it fails. */
export async function runCommand({folder, environment = {}}: Pick<Start, 'folder' | 'environment'>, ...words: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [command, ...words], {env: {...process.env, ...storeIn(folder), ...environment}});
}

function storeIn(folder: string): Record<string, string> {
  return {DATA_DIR: join(folder, 'data'), CARE_KEYS: '', DATABASE_URL: ''};
}

/** Removes what a test left, also where a process of it was killed. */
export function clear(folder: string): Promise<void> {
  return rm(folder, {recursive: true, force: true});
}
