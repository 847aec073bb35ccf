// @ts-check
// The bill of materials: every package that comes with the project, in CycloneDX.
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {root} from '../../build/builds.js';
import {nameOf, productionOf} from './production-packages.js';

const run = promisify(execFile);
const development = 'cdx:npm:package:development';

/**
 * @typedef {{'bom-ref': string, name: string, properties?: {name: string, value: string}[], externalReferences?: {type: string, url: string}[], licenses?: unknown}} Component
 * @typedef {{$schema: string, bomFormat: string, specVersion: string, serialNumber: string, version: number, metadata: {timestamp?: string, component: Component}, components: Component[], dependencies: {ref: string, dependsOn?: string[]}[]}} Sbom
 */

/**
 * The bill of what package-lock.json asks for, for every kind of machine. Needs npm and no network.
 * @returns {Promise<string>}
 */
export async function makeSbom() {
  const options = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline', '--no-update-notifier', '--loglevel=error'];
  const {stdout} = await run('npm', options, {cwd: root, maxBuffer: 64 * 2 ** 20, shell: process.platform === 'win32'});
  const {packages} = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const {name} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return `${JSON.stringify(productionSbom(JSON.parse(stdout), packages, name), null, 2)}\n`;
}

/**
 * What of npm's bill is for use and not for work on the project, the same for the same packages:
 * without the time, with a number that follows from the content, and without where anything was fetched from.
 *
 * `npm sbom --omit=dev` leaves out what is for use as soon as a tool needs it too, Lit and zod
 * for two (npm/cli#7909), so everything is asked for and the lock file decides.
 *
 * @param {Sbom} sbom
 * @param {Record<string, import('./production-packages.js').LockedPackage>} locked `packages` of the lock file
 * @param {string} name of the project; npm takes that of its folder
 * @returns {Sbom}
 */
export function productionSbom({$schema, bomFormat, specVersion, version, metadata, components, dependencies}, locked, name) {
  const kept = new Set([metadata.component['bom-ref'], ...productionOf(locked).map(([folder, each]) => `${nameOf(folder, each)}@${each.version}`)]);
  const {timestamp: _time, ...rest} = metadata;
  const content = {
    version,
    metadata: {...rest, component: {...withoutOrigin(metadata.component), name}},
    components: components.filter((each) => kept.has(each['bom-ref'])).map(withoutOrigin),
    dependencies: dependencies.filter(({ref}) => kept.has(ref)).map(({ref, dependsOn = []}) => ({ref, dependsOn: dependsOn.filter((each) => kept.has(each))})),
  };
  return {$schema, bomFormat, specVersion, serialNumber: numberOf(JSON.stringify(content)), ...content};
}

/**
 * @param {Component} component
 * @returns {Component}
 */
function withoutOrigin({properties = [], externalReferences = [], ...component}) {
  return {
    ...component,
    properties: properties.filter((property) => property.name !== development),
    externalReferences: externalReferences.filter(({type}) => type !== 'distribution'),
  };
}

/**
 * A UUID of version 8 (RFC 9562, section 5.8), made of the content's hash.
 * @param {string} content
 */
function numberOf(content) {
  const bytes = createHash('sha256').update(content).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
