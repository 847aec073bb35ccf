import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

// Real records lie beside the project, not in it: they are CQC's, and the project is published.
const folder = new URL('../../../../shared/cqc-samples/', import.meta.url);

/** Whether real records of CQC are there to test with. */
export const samplesAreThere = existsSync(folder);

/** What the title of a suite ends with when it is left out. */
export const samplesNote = samplesAreThere ? '' : ' (left out: ../shared/cqc-samples is not there)';

/** The paths of the location records. */
export function locationFiles(): string[] {
  return readdirSync(folder).filter((name) => /^location-.*\.json$/.test(name)).sort().map((name) => fileURLToPath(new URL(name, folder)));
}

/** The path of one sample. */
export function sampleFile(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

/** One sample, parsed. */
export function sample(name: string): unknown {
  return JSON.parse(readFileSync(sampleFile(name), 'utf8'));
}
