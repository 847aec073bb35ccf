// @ts-check
// What comes with the project when it is installed for use, not for work on it.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../build/builds.js';

/**
 * @typedef {{name?: string, version?: string, license?: string, dev?: boolean, optional?: boolean, hasInstallScript?: boolean}} LockedPackage as package-lock.json has it
 * @typedef {{name: string, version: string, licence: string | undefined, scripts: string[], isInstalled: boolean}} ProductionPackage `scripts` are those that npm runs when it installs the package
 * @typedef {{version?: string, license?: unknown, licenses?: unknown, scripts?: Record<string, string>}} PackageDescription a package.json, as its author wrote it
 */

const onInstall = ['preinstall', 'install', 'postinstall'];

/**
 * The packages that are not for work on the project alone, by their folder under the root.
 * @param {Record<string, LockedPackage>} locked `packages` of a package-lock.json
 * @returns {[folder: string, LockedPackage][]}
 */
export function productionOf(locked) {
  return Object.entries(locked).filter(([folder, {dev}]) => folder !== '' && dev !== true);
}

/**
 * The name of a locked package; where it is installed under another, the lock file has both.
 * @param {string} folder
 * @param {LockedPackage} locked
 */
export function nameOf(folder, {name}) {
  return name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * Each production package by what its own package.json says. Of those for other kinds of
 * machine, which are not installed here, by what the lock file says.
 * @returns {ProductionPackage[]}
 */
export function productionPackages() {
  const {packages} = /** @type {{packages: Record<string, LockedPackage>}} */ (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return productionOf(packages).map(([folder, locked]) => {
    const path = join(root, folder, 'package.json');
    return existsSync(path) ? described(nameOf(folder, locked), JSON.parse(readFileSync(path, 'utf8')), existsSync(join(root, folder, 'binding.gyp'))) : lockedOnly(folder, locked);
  });
}

/**
 * @param {string} name
 * @param {PackageDescription} description
 * @param {boolean} hasBindingGyp where there is one and no script for it, npm compiles the package
 * @returns {ProductionPackage}
 */
export function described(name, {version, license, licenses, scripts = {}}, hasBindingGyp) {
  const own = onInstall.filter((script) => script in scripts);
  const compiles = hasBindingGyp && !own.includes('install') && !own.includes('preinstall');
  return {name, version: version ?? '', licence: licenceIn(license) ?? licenceIn(licenses), scripts: [...own, ...(compiles ? ['binding.gyp'] : [])], isInstalled: true};
}

/**
 * @param {string} folder
 * @param {LockedPackage} locked
 * @returns {ProductionPackage}
 */
function lockedOnly(folder, {version = '', license, hasInstallScript, ...locked}) {
  return {name: nameOf(folder, locked), version, licence: license, scripts: hasInstallScript ? ['install'] : [], isInstalled: false};
}

/**
 * An expression of SPDX, also from the forms that older packages have.
 * @param {unknown} said
 * @returns {string | undefined}
 */
function licenceIn(said) {
  if (typeof said === 'string') return said;
  if (Array.isArray(said)) return said.length > 0 ? said.map(licenceIn).join(' OR ') : undefined;
  return said !== null && typeof said === 'object' && 'type' in said && typeof said.type === 'string' ? said.type : undefined;
}
