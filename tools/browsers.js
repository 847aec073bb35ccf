// @ts-check
// Finds the browsers that tests drive. `node tools/browsers.js` installs what is missing.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
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
    download: 'chrome@stable',
    debian: 'chromium',
  },
  firefox: {
    variables: ['FIREFOX_PATH'],
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    downloaded: /[\\/](?:firefox|firefox\.exe)$/,
    download: 'firefox@stable',
    debian: 'firefox-esr',
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

/**
 * Installs the browsers that are missing.
 * @returns {string[]} the names of those that are missing still
 */
export function installBrowsers() {
  const missing = () => names.filter((name) => !find(name));
  const names = /** @type {(keyof typeof known)[]} */ (Object.keys(known));
  const isPlain = !filesIn('/usr/share/fonts').some((file) => /\.(ttf|otf|ttc)$/.test(file));
  if ((missing().length || isPlain) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${['fonts', ...missing()].join(' and ')} with apt-get.`);
    const environment = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
    run('apt-get', ['update'], environment);
    // Without the fonts that it only recommends, a browser has nothing to write with.
    run('apt-get', ['install', '-y', '--no-install-recommends', 'fonts-liberation'], environment);
    // One at a time: that one is not to be had should not cost the other.
    for (const name of missing()) run('apt-get', ['install', '-y', '--no-install-recommends', known[name].debian], environment);
  }
  for (const name of missing()) {
    console.log(`Downloading ${name}.`);
    run('npx', ['--yes', '@puppeteer/browsers', 'install', known[name].download, '--path', downloads], process.env);
  }
  return missing();
}

/** @param {keyof typeof known} name */
function find(name) {
  const {variables, commands, places, downloaded} = known[name];
  const named = variables.map((variable) => process.env[variable]);
  const onPath = commands.flatMap((command) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command)));
  return [...named, ...onPath, ...commands.map((command) => `/usr/bin/${command}`), ...places, ...filesIn(downloads).filter((file) => downloaded.test(file))].find((path) => path && existsSync(path));
}

/** @param {string} folder */
function filesIn(folder) {
  // Folders have the names of browsers too.
  return existsSync(folder) ? readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name)) : [];
}

/**
 * @param {string} command
 * @param {string[]} options
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, options, env) {
  spawnSync(command, options, {stdio: ['ignore', 'inherit', 'inherit'], env, shell: process.platform === 'win32'});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = installBrowsers();
  if (missing.length) console.error(`Could not find or install ${missing.join(' and ')}. Install it, or set ${missing.map((name) => name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH').join(' and ')}.`);
  process.exitCode = missing.length ? 1 : 0;
}
