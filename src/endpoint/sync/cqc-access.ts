import {isWebAddress} from '../../contract/addresses.js';
import {StartFault} from '../start-fault.js';

/** Where CQC's API is, and the key with which it is asked. */
export interface CqcAccess {
  /** Without a slash at its end. */
  base: string;
  key: string;
}

const usualBase = 'https://api.service.cqc.org.uk/public/v1';

/**
 * What the environment says of CQC's API.
 *
 * @throws StartFault that names the variable, and never what is in the key.
 */
export function readCqcAccess(environment: Readonly<Record<string, string | undefined>>): CqcAccess {
  const key = environment['CARE_CQC_KEY']?.trim();
  if (!key) throw new StartFault('CARE_CQC_KEY is not set.\nCQC gives a subscription key to everybody who signs up at https://api-portal.service.cqc.org.uk (product "Syndication").');
  // Whatever refuses it later might quote it.
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new StartFault('CARE_CQC_KEY holds what no key has: a space, a line break or a letter beyond ASCII.\nCopy the key again, without anything around it.');
  const base = (environment['CARE_CQC_API']?.trim() || usualBase).replace(/\/+$/, '');
  // The key goes with every request. The value is not quoted: whoever mixes things up has put the key into it.
  if (!isWebAddress(base) || /[?#]/.test(base)) throw new StartFault(`CARE_CQC_API is no https address (or http on this machine) without a query; the key belongs in CARE_CQC_KEY.\nLeave it out for ${usualBase}.`);
  return {base, key};
}
