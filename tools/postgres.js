// @ts-check
// Finds the PostgreSQL that tests start. `node tools/postgres.js` installs it where it is missing.
import {spawnSync} from 'node:child_process';
import {appendFileSync, existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const debian = '/usr/lib/postgresql';
const clusters = '/etc/postgresql-common/createcluster.conf';
// Debian links none of the server's programs into the path; the others do.
const places = ['/usr/local/bin', '/usr/local/pgsql/bin', '/opt/homebrew/bin', '/usr/bin'];

/** The folder of PostgreSQL's programs, server included, or `undefined`. `POSTGRES_BIN` names another. */
export function postgres() {
  const named = process.env.POSTGRES_BIN;
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...(named ? [named] : []), ...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter), ...places];
  return folders.find((folder) => folder && ['postgres', 'initdb'].every((program) => existsSync(join(folder, program))));
}

/**
 * Installs PostgreSQL where it is missing and can be.
 * @returns {string[]} its name, when it is missing still
 */
export function installPostgres() {
  if (!postgres() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing PostgreSQL with apt-get.');
    run('apt-get', ['update']);
    const isNew = !existsSync(clusters);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql-common']);
    // Tests start a server of their own; one that the package starts would only hold the usual port.
    if (isNew && existsSync(clusters)) appendFileSync(clusters, '\ncreate_main_cluster = false\n');
    run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql']);
  }
  return postgres() ? [] : ['PostgreSQL'];
}

/**
 * @param {string} command
 * @param {string[]} options
 */
function run(command, options) {
  spawnSync(command, options, {stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = installPostgres();
  if (missing.length) console.error('Could not find or install PostgreSQL. Install its server, or set POSTGRES_BIN to the folder of its programs.');
  process.exitCode = missing.length ? 1 : 0;
}
