// @ts-check
// What is asked of the packages that come with the project: pure rules over what is known of them.

/** @typedef {import('./production-packages.js').ProductionPackage} ProductionPackage */
/** @typedef {{answered: true, reported: string[]} | {answered: false, reason: string}} AuditAnswer */

/** Licences that let anybody use, change and pass on what is under them, and ask for no more than their text. */
export const allowedLicences = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];

/**
 * Packages that may run something of theirs when they are installed, each with the reason. None needs to:
 * libsql, the only one with a native part, has it ready made in a package for each kind of machine.
 * @type {Readonly<Record<string, string>>}
 */
export const mayRunScripts = {};

/**
 * Each package whose licence is not allowed, by name and licence.
 * @param {readonly ProductionPackage[]} packages
 * @param {readonly string[]} allowed
 */
export function licenceFaults(packages, allowed = allowedLicences) {
  return packages
    .filter(({licence}) => !isAllowed(licence, allowed))
    .map(({name, version, licence}) => `${name} ${version} ${licence === undefined ? 'does not say under which licence it is' : `is under "${licence}", which is not on the list of licences`}`);
}

/**
 * Each package that runs something when it is installed and may not, by name and script.
 * @param {readonly ProductionPackage[]} packages
 * @param {Readonly<Record<string, string>>} exceptions
 */
export function scriptFaults(packages, exceptions = mayRunScripts) {
  return packages
    .filter(({name, scripts}) => scripts.length > 0 && !Object.hasOwn(exceptions, name))
    .map(({name, version, scripts}) => `${name} ${version} runs ${scripts.join(' and ')} when it is installed`);
}

/**
 * One of several that are offered is enough; of several that hold together each is needed.
 * @param {string | undefined} expression
 * @param {readonly string[]} allowed
 */
function isAllowed(expression, allowed) {
  if (expression === undefined) return false;
  const parts = expression.replace(/^\((.*)\)$/, '$1');
  // Whoever nests them means something that a person should read.
  if (/[()]/.test(parts)) return false;
  return parts.split(' OR ').some((offered) => offered.split(' AND ').every((licence) => allowed.includes(licence.trim())));
}

/**
 * What `npm audit --json` has said. A registry may have no such service, or not be reached. Where it
 * is, is left out of the reason: it is nobody's business but that of whoever runs this.
 * @param {string} printed
 * @returns {AuditAnswer}
 */
export function auditAnswer(printed) {
  const said = parsed(printed);
  if (said?.vulnerabilities) return {answered: true, reported: Object.entries(said.vulnerabilities).map(([name, {severity, range}]) => `${name} ${range ?? ''}: ${severity ?? 'unknown'}`)};
  const reason = said?.error?.code ?? said?.statusCode ?? said?.message?.replace(/\S+:\/\/\S+/g, '…');
  return {answered: false, reason: reason ? String(reason) : 'it said nothing that can be read'};
}

/**
 * @param {string} text
 * @returns {{vulnerabilities?: Record<string, {severity?: string, range?: string}>, error?: {code?: string}, statusCode?: number, message?: string} | undefined}
 */
function parsed(text) {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
