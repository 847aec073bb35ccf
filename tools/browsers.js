// @ts-check
// Finds the browsers that tests drive. `npm run setup` installs what is missing.
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findProgram} from './setup/find-program.js';

/** Where tools/setup.js puts a browser that it downloads. */
export const downloads = fileURLToPath(new URL('../node_modules/.cache/browsers', import.meta.url));

const known = {
  chromium: {
    variables: ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'],
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
    downloaded: /[\\/](?:chrome|chrome\.exe|Google Chrome for Testing)$/,
  },
  firefox: {
    variables: ['FIREFOX_PATH'],
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    downloaded: /[\\/](?:firefox|firefox\.exe)$/,
  },
};

/** Options for Chromium that let tests run as root, in a container, and without a word to its maker. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium or Chrome is, or `undefined`. */
export function chromium() {
  return find('chromium');
}

/**
 * Where a Chromium is for tests, or `undefined`: where there is one, that without windows and menus of
 * its own, since it shows pages with the same code in half the processor's time. `CARE_CHROMIUM=whole` asks for the other.
 */
export function chromiumForTests() {
  return (process.env.CARE_CHROMIUM === 'whole' ? undefined : chromiumShell()) ?? chromium();
}

/** Where a Chromium is that has no windows and menus of its own, or `undefined`. */
export function chromiumShell() {
  return process.env.CHROME_PATH ? undefined : findProgram(['chromium-headless-shell', 'chrome-headless-shell'], {});
}

/** Where Firefox is, or `undefined`. */
export function firefox() {
  return find('firefox');
}

/** Where WebKit's driver is, which tests speak to, or `undefined`. */
export function webkitDriver() {
  return findProgram(['WebKitWebDriver'], {variables: ['WEBKIT_DRIVER_PATH']});
}

/** Where the browser is that WebKit's driver starts, or `undefined`. */
export function miniBrowser() {
  // Debian has a folder for each kind of processor.
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.includes('-linux-')).map((name) => join('/usr/lib', name)) : [];
  const places = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].flatMap((version) => [...libraries, '/usr/lib', '/usr/libexec', '/usr/lib64'].map((folder) => join(folder, version, 'MiniBrowser')));
  return findProgram(['MiniBrowser'], {variables: ['MINIBROWSER_PATH'], places});
}

/** @param {keyof typeof known} name */
function find(name) {
  const {variables, commands, places, downloaded} = known[name];
  return findProgram(commands, {variables, places}) ?? filesIn(downloads).find((file) => downloaded.test(file));
}

/** @param {string} folder */
function filesIn(folder) {
  // Folders have the names of browsers too.
  return existsSync(folder) ? readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name)) : [];
}
