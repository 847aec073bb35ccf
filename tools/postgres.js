// @ts-check
// Finds the PostgreSQL that tests start. `npm run setup` installs it where it is missing.
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const debian = '/usr/lib/postgresql';
// Debian links none of the server's programs into the path; the others do.
const places = ['/usr/local/bin', '/usr/local/pgsql/bin', '/opt/homebrew/bin', '/usr/bin'];

/** The folder of PostgreSQL's programs, server included, or `undefined`. `POSTGRES_BIN` names another. */
export function postgres() {
  const named = process.env.POSTGRES_BIN;
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...(named ? [named] : []), ...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter), ...places];
  return folders.find((folder) => folder && ['postgres', 'initdb'].every((program) => existsSync(join(folder, program))));
}
