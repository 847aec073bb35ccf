// @ts-check
// npm run audit   asks the registry for known faults in the packages that come with the project, and
// looks at their licences and at what they would run when they are installed.
import {execFile} from 'node:child_process';
import {root} from '../build/builds.js';
import {allowedLicences, auditAnswer, licenceFaults, scriptFaults} from './packages/audit-rules.js';
import {productionPackages} from './packages/production-packages.js';

const packages = productionPackages();
const absent = packages.filter(({isInstalled}) => !isInstalled);
console.log(`${packages.length} packages come with the project. ${absent.length} of them are for other kinds of machine: of these it is the lock file that says what follows.`);

const answer = auditAnswer(await npmAudit());
const failed = [
  tell('Known faults', answer.answered ? answer.reported : [], answer.answered ? 'none is reported' : `NOT LOOKED FOR: the registry did not answer (${answer.reason}). Run this where one does`),
  tell('Licences', licenceFaults(packages), `each is one of ${allowedLicences.join(', ')}`),
  tell('Run when installed', scriptFaults(packages), 'nothing'),
].filter((passed) => !passed);
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * @param {string} what
 * @param {readonly string[]} faults
 * @param {string} otherwise
 * @returns {boolean} whether there is no fault
 */
function tell(what, faults, otherwise) {
  console.log(`${what}: ${faults.length === 0 ? otherwise : `${faults.length}\n${faults.map((fault) => `  ${fault}`).join('\n')}`}`);
  return faults.length === 0;
}

/** @returns {Promise<string>} what it prints, however it ends */
function npmAudit() {
  return new Promise((resolve) => {
    execFile('npm', ['audit', '--omit=dev', '--json'], {cwd: root, maxBuffer: 64 * 2 ** 20, shell: process.platform === 'win32'}, (_error, printed) => resolve(printed));
  });
}
