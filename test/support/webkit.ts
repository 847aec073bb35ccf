import {spawn} from 'node:child_process';
import {readdirSync, readFileSync, readlinkSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {miniBrowser, webkitDriver} from '../../tools/browsers.js';
import {openDisplay} from './display.js';
import {eventually} from './eventually.js';
import {openSession, type Session} from './webdriver.js';

/** Why nobody can look at anything in WebKit on this system, as a sentence; it is for Linux, where Debian has it. */
export const noWebKit = process.platform === 'linux' ? undefined : 'WebKitGTK is for Linux';

/**
 * Opens WebKit, Safari's engine, with nothing kept in it yet, on a screen and at a driver of its own.
 * It ends with the process.
 *
 * @throws where it is not, with how to get it
 */
export async function openWebKit(): Promise<Session> {
  const [program, binary] = [webkitDriver(), miniBrowser()];
  if (!program || !binary) throw new Error('There is no WebKit here, so nobody knows what this is like in it. "npm run setup" installs it, or says what to install.');
  const [display, home] = await Promise.all([openDisplay(), mkdtemp(join(tmpdir(), 'care-webkit-'))]);
  // A desktop’s bus would be started for it, and stay.
  const own = {DISPLAY: display.name, HOME: home, XDG_RUNTIME_DIR: home, DBUS_SESSION_BUS_ADDRESS: 'disabled:', NO_AT_BRIDGE: '1', GSETTINGS_BACKEND: 'memory', GDK_BACKEND: 'x11'};
  // In a group of its own, since a page that is frozen hears of no end but the last.
  const driver = spawn(program, ['--port=0'], {stdio: 'ignore', detached: true, env: {...process.env, ...own, TZ: 'Europe/London', LANG: 'C.UTF-8'}});
  const end = () => {
    if (driver.exitCode === null && driver.signalCode === null) process.kill(-driver.pid!, 'SIGKILL');
  };
  process.once('exit', end);
  driver.once('exit', () => process.off('exit', end));
  const port = await eventually(() => portOf(driver.pid!), 'WebKit’s driver to listen');
  const session = await openSession(`http://127.0.0.1:${port}`, {
    'browserName': 'MiniBrowser',
    'webkitgtk:browserOptions': {binary, args: ['--automation']},
  });
  return {
    ...session,
    async close() {
      end();
      display.end();
      await rm(home, {recursive: true, force: true, maxRetries: 10, retryDelay: 200});
    },
  };
}

/** The port of IPv4 on which a process listens, as Linux tells it: the driver takes one that nobody has, and says nothing. */
function portOf(pid: number): number | undefined {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  const rows = readFileSync('/proc/net/tcp', 'latin1').split('\n').slice(1).map((row) => row.trim().split(/\s+/));
  const listening = '0A';
  const row = rows.find(([, , , state, , , , , , inode]) => state === listening && links.includes(`socket:[${inode}]`));
  return row && Number.parseInt(row[1]!.split(':')[1]!, 16);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // It was closed meanwhile.
    return '';
  }
}
