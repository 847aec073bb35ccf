import {readJsonFile} from '../commands/json-file.js';
import {readAs} from '../http/schema-faults.js';
import {StartFault} from '../commands/start-fault.js';
import {ConcernRules, defaultConcernRules} from '../../domain/concerns/concern-rules.js';

/**
 * The owner's rules at `path`; the usual ones where none is named.
 *
 * @throws StartFault that names each place at fault.
 */
export async function readConcernRules(path: string | undefined): Promise<ConcernRules> {
  if (path === undefined) return defaultConcernRules;
  const named = `The file of rules for repeat concerns ${path} (CARE_CONCERNS)`;
  const read = readAs(ConcernRules, await readJsonFile({path, named, mend: howToMend}));
  if (read.fits) return read.value;
  const lines = read.faults.map(({pointer, detail}) => `  ${pointer || '/'} ${detail}`);
  throw new StartFault(`${named} cannot be used as it is:\n${lines.join('\n')}\n${howToMend}`);
}

/** Rules as a file has them. */
export function asFile(rules: ConcernRules): string {
  return JSON.stringify(rules, null, 2);
}

const howToMend = 'Run "care-endpoint concerns rules" without CARE_CONCERNS to see the usual rules, and start from those; or leave CARE_CONCERNS out.';
