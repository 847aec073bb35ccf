// @ts-check
// What the project's tests need beside Node and npm.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {chromium, chromiumShell, firefox, miniBrowser, webkitDriver} from '../browsers.js';
import {postgres} from '../postgres.js';
import {findProgram} from './find-program.js';

/**
 * @typedef {object} Requirement
 * @property {string} name
 * @property {string} purpose what it is for: "… need it"
 * @property {'test' | 'long tests'} usedBy `npm test`, or only what takes longer
 * @property {() => string | undefined} find where it is
 * @property {string[]} debian Debian's packages
 * @property {string} elsewhere what to install on another system
 * @property {string} [variable] the environment variable that names another place
 * @property {string} [download] what `@puppeteer/browsers` calls it, which downloads it where there is no apt-get
 * @property {() => string | undefined} [useless] why nobody misses it on this machine
 * @property {() => void} [beforeInstalling]
 */

const onlyLinux = () => process.platform === 'linux' ? undefined : 'it is for Linux';
const onlyLinuxAsRoot = () => onlyLinux() ?? (process.getuid?.() === 0 ? undefined : 'what needs it needs root too');

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @type {Requirement[]} */
export const requirements = [
  {
    name: 'Chromium',
    purpose: 'tests of elements, pages and stories',
    usedBy: 'test',
    find: chromium,
    debian: ['chromium'],
    elsewhere: 'Chromium or Google Chrome',
    variable: 'CHROME_PATH',
    download: 'chrome@stable',
  },
  {
    name: 'Chromium without windows',
    purpose: 'the same tests in half the time',
    usedBy: 'test',
    find: chromiumShell,
    debian: ['chromium-headless-shell'],
    elsewhere: 'chrome-headless-shell',
    useless: () => (isDebian() && process.getuid?.() === 0 && !process.env.CHROME_PATH ? undefined : 'Chromium itself does as well, and takes longer'),
  },
  {
    name: 'Firefox',
    purpose: 'tests of pages and stories in a second browser',
    usedBy: 'test',
    find: firefox,
    debian: ['firefox-esr'],
    elsewhere: 'Firefox',
    variable: 'FIREFOX_PATH',
    download: 'firefox@stable',
  },
  {
    name: 'Fonts',
    purpose: 'browsers, which have nothing to write with otherwise',
    usedBy: 'test',
    find: fonts,
    debian: ['fonts-liberation'],
    elsewhere: 'the Liberation or DejaVu fonts',
  },
  {
    name: 'PostgreSQL',
    purpose: 'tests of the endpoint over a database',
    usedBy: 'test',
    find: postgres,
    debian: ['postgresql'],
    elsewhere: "PostgreSQL's server",
    variable: 'POSTGRES_BIN',
    beforeInstalling: keepPostgresFromStarting,
  },
  {
    name: 'mkfs.ext4',
    purpose: 'tests that fill a disk or cut its power',
    usedBy: 'test',
    find: () => findProgram(['mkfs.ext4']),
    debian: ['e2fsprogs'],
    elsewhere: 'e2fsprogs',
    useless: onlyLinuxAsRoot,
  },
  {
    name: 'mount',
    purpose: 'tests that fill a disk or cut its power',
    usedBy: 'test',
    find: () => findProgram(['mount']),
    debian: ['mount'],
    elsewhere: 'mount, of util-linux',
    useless: onlyLinuxAsRoot,
  },
  {
    name: 'Perl',
    purpose: 'tests that cut the power of a disk',
    usedBy: 'test',
    find: () => findProgram(['perl']),
    debian: ['perl'],
    elsewhere: 'perl',
    useless: onlyLinuxAsRoot,
  },
  {
    name: 'strace',
    purpose: 'the test of a disk whose fsync fails',
    usedBy: 'test',
    find: () => findProgram(['strace']),
    debian: ['strace'],
    elsewhere: 'strace',
    useless: onlyLinuxAsRoot,
  },
  {
    name: "WebKit's driver",
    purpose: "tests in Safari's engine",
    usedBy: 'test',
    find: webkitDriver,
    debian: ['webkit2gtk-driver'],
    elsewhere: 'WebKitWebDriver, of WebKitGTK',
    variable: 'WEBKIT_DRIVER_PATH',
    useless: onlyLinux,
  },
  {
    name: 'MiniBrowser',
    purpose: "tests in Safari's engine",
    usedBy: 'test',
    find: miniBrowser,
    debian: ['webkit2gtk-driver'],
    elsewhere: 'MiniBrowser, of WebKitGTK',
    variable: 'MINIBROWSER_PATH',
    useless: onlyLinux,
  },
  {
    name: 'Xvfb',
    purpose: 'MiniBrowser and Orca, as a screen',
    usedBy: 'test',
    find: () => findProgram(['Xvfb']),
    debian: ['xvfb'],
    elsewhere: 'Xvfb (xorg-server-xvfb, xorg-x11-server-Xvfb)',
    useless: onlyLinux,
  },
  {
    name: 'Orca',
    purpose: 'tests of what a screen reader says',
    usedBy: 'long tests',
    find: () => findProgram(['orca']),
    debian: ['orca'],
    elsewhere: 'Orca',
    useless: onlyLinux,
  },
  {
    name: 'AT-SPI',
    purpose: 'Orca, to hear what is on the screen',
    usedBy: 'long tests',
    find: () => ['/usr/libexec', '/usr/lib/at-spi2-core', '/usr/lib'].map((folder) => `${folder}/at-spi-bus-launcher`).find(existsSync),
    debian: ['at-spi2-core'],
    elsewhere: 'at-spi2-core',
    useless: onlyLinux,
  },
  {
    name: 'Openbox',
    purpose: 'Orca, which follows the window that is in front',
    usedBy: 'long tests',
    find: () => findProgram(['openbox']),
    debian: ['openbox'],
    elsewhere: 'Openbox',
    useless: onlyLinux,
  },
  {
    name: 'dbus-run-session',
    purpose: 'Orca, to speak with browsers',
    usedBy: 'long tests',
    find: () => findProgram(['dbus-run-session']),
    // Some releases have it in `dbus-daemon`, on which `dbus` depends there.
    debian: ['dbus'],
    elsewhere: 'D-Bus (dbus, dbus-daemon)',
    useless: onlyLinux,
  },
  {
    name: 'Speech Dispatcher',
    purpose: 'Orca, to speak with',
    usedBy: 'long tests',
    find: () => findProgram(['speech-dispatcher']),
    debian: ['speech-dispatcher'],
    elsewhere: 'Speech Dispatcher',
    useless: onlyLinux,
  },
];

/** A folder that holds a font. */
function fonts() {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local/share/fonts'),
    join(homedir(), '.fonts'),
    '/run/current-system/sw/share/X11/fonts',
    '/System/Library/Fonts',
    'C:\\Windows\\Fonts',
  ];
  return folders.find((folder) => existsSync(folder) && readdirSync(folder, {recursive: true, encoding: 'utf8'}).some((file) => /\.(ttf|otf|ttc)$/i.test(file)));
}

/** Tests start a server of their own; one that Debian's package starts would only hold the usual port. */
function keepPostgresFromStarting() {
  const settings = '/etc/postgresql-common';
  // Where the package is already, somebody has decided.
  if (existsSync(join(settings, 'createcluster.conf'))) return;
  mkdirSync(join(settings, 'createcluster.d'), {recursive: true});
  writeFileSync(join(settings, 'createcluster.d', 'no-main-cluster.conf'), 'create_main_cluster = false\n');
}
