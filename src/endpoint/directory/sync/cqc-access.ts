import {isWebAddress} from '../../../contract/addresses.js';
import {createVariableReader, type Environment, type Variables} from '../../commands/variable-types.js';
import {StartFault} from '../../commands/start-fault.js';

/** Where CQC's API is, and the key with which it is asked. */
export interface CqcAccess {
  /** Without a slash at its end. */
  base: string;
  key: string;
}

const usualBase = 'https://api.service.cqc.org.uk/public/v1';

/** What `sync` reads. */
export const cqcVariables = {
  CARE_CQC_KEY: {description: 'The subscription key for CQC’s API. It is never printed or kept.', kind: 'secret', defaultDescription: '`sync` does not start', parse: parseKey},
  CARE_CQC_API: {description: 'Where CQC’s API is: https, or http on the same machine.', kind: 'https address', defaultValue: usualBase, parse: parseBase},
} satisfies Variables;

/**
 * What the environment says of CQC's API.
 *
 * @throws StartFault that names the variable, and never what is in the key.
 */
export function readCqcAccess(environment: Environment): CqcAccess {
  const read = createVariableReader(cqcVariables, environment);
  const key = read('CARE_CQC_KEY');
  if (key === undefined) throw new StartFault('CARE_CQC_KEY is not set.\nCQC gives a subscription key to everybody who signs up at https://api-portal.service.cqc.org.uk (product "Syndication").');
  return {base: read('CARE_CQC_API'), key};
}

function parseKey(text: string): string {
  // Whatever refuses it later might quote it.
  if (!/^[\x21-\x7e]{1,200}$/.test(text)) throw new StartFault('CARE_CQC_KEY holds what no key has: a space, a line break or a letter beyond ASCII.\nCopy the key again, without anything around it.');
  return text;
}

function parseBase(text: string): string {
  const base = text.replace(/\/+$/, '');
  // The key goes with every request. The value is not quoted: whoever mixes things up has put the key into it.
  if (!isWebAddress(base) || /[?#]/.test(base)) throw new StartFault(`CARE_CQC_API is no https address (or http on this machine) without a query; the key belongs in CARE_CQC_KEY.\nLeave it out for ${usualBase}.`);
  return base;
}
