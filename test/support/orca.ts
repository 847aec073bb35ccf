import {spawn, type ChildProcess} from 'node:child_process';
import {existsSync, readFileSync, statSync} from 'node:fs';
import {chmod, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {requirements} from '../../tools/setup/requirements.js';
import {openDisplay} from './display.js';
import {eventually} from './eventually.js';

const needed = ['Orca', 'AT-SPI', 'Openbox', 'dbus-run-session', 'Xvfb'];
const missing = requirements.filter(({name, find}) => needed.includes(name) && !find()).map(({name}) => name);

/** Why nobody can hear anything here, as a sentence. */
export const noOrca = missing.length > 0 ? `not here: ${missing.join(', ')}; "npm run setup" installs it, or says what to install` : undefined;

// By itself it notes what it says when there is enough of it, waits for a voice, which is nowhere, and reads every page from its first to its last word.
const customizations = `from orca import debug, settings, speech
debug.debugFile.reconfigure(line_buffering=True)
speech.init = lambda: None
settings.sayAllOnLoad = False
`;

// As long as somebody listens whether more comes, in milliseconds.
const pause = 1500;

/** A screen reader that is on, and what it says. */
export interface Orca {
  /** What a browser needs to be on its screen, and to be heard. */
  environment: NodeJS.ProcessEnv;
  /** All that it has said so far, in the order in which it did. */
  said(): string[];
  /** Waits until it has nothing more to say or to do, as somebody does before they go on. */
  silence(): Promise<void>;
  /** Ends it, and all that it runs on. */
  close(): Promise<void>;
}

/** Starts a desktop of its own, with Orca on it; both end with the process. */
export async function openOrca(): Promise<Orca> {
  const [display, home] = await Promise.all([openDisplay(), mkdtemp(join(tmpdir(), 'care-orca-'))]);
  await chmod(home, 0o700);
  await mkdir(join(home, 'orca'));
  await writeFile(join(home, 'orca', 'orca-customizations.py'), customizations);
  const children: ChildProcess[] = [];
  const end = () => children.forEach((child) => child.exitCode === null && child.signalCode === null && process.kill(-child.pid!, 'SIGKILL'));
  process.once('exit', end);
  let environment: NodeJS.ProcessEnv = {...process.env, DISPLAY: display.name, HOME: home, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: home, LANG: 'C.UTF-8', GSETTINGS_BACKEND: 'memory', NO_AT_BRIDGE: '0', GTK_MODULES: 'gail:atk-bridge', GNOME_ACCESSIBILITY: '1'};
  const start = (name: string, words: string[]) => {
    // Each in a group of its own: Orca starts what speaks, and that starts more.
    const child = spawn(requirements.find((each) => each.name === name)?.find() ?? name, words, {stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true, env: environment});
    children.push(child);
    return child;
  };
  const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=3']);
  const address = await new Promise<string>((resolve, reject) => {
    bus.stdio[3]!.once('data', (told) => resolve(String(told).trim()));
    bus.once('error', reject);
  });
  environment = {...environment, DBUS_SESSION_BUS_ADDRESS: address};
  const log = join(home, 'orca.txt');
  start('Openbox', []);
  start('AT-SPI', ['--launch-immediately']);
  start('Orca', ['--debug', `--debug-file=${log}`]);
  const said = () => [...(existsSync(log) ? readFileSync(log, 'utf8') : '').matchAll(/SPEECH OUTPUT: '(.*)'(?:\{.*\})?$/gm)].map(([, words]) => words!.trim());
  await eventually(() => said().length > 0, 'Orca to say that it is on');
  async function silence(): Promise<void> {
    let [length, since] = [-1, 0];
    await eventually(() => {
      const now = statSync(log).size;
      if (now !== length) [length, since] = [now, performance.now()];
      return performance.now() - since > pause;
    }, 'Orca to be silent');
  }
  return {
    environment, said, silence,
    async close() {
      end();
      process.off('exit', end);
      display.end();
      await rm(home, {recursive: true, force: true, maxRetries: 10, retryDelay: 200});
    },
  };
}
