// @ts-check
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

// An account without root's rights has the last ones in no path, yet they are there.
const usual = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'];

/**
 * Where a program is, or `undefined`.
 * @param {string[]} names what it may be called, the likeliest first
 * @param {{variables?: string[], places?: string[]}} [also] environment variables that name its place and come before all else; files in which it may be beside the path
 */
export function findProgram(names, {variables = [], places = []} = {}) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...usual].filter(Boolean);
  const named = variables.map((variable) => process.env[variable]);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...named, ...onPath, ...places].find((path) => path && existsSync(path));
}
