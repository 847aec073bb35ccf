import {isWebAddress} from '../../contract/addresses.js';
import type {Nation} from '../../contract/situation-values.js';
import {signpostDirectoryFault} from '../../contract/signpost-guard.js';
import type {SignpostDirectory} from '../../contract/signposts.js';
import {below} from './endpoint-addresses.js';
import {getJson} from './api-client.js';
import {InvalidResponseError} from './invalid-response-error.js';

/** What the page says of where its readers are; nothing that a reader chose. */
interface SignpostQuery {
  nation?: Nation;
  /** A council's code or name. */
  area?: string;
  language?: string;
}

/**
 * Who can help, as the endpoint's owner keeps it, checked against the contract.
 * What a person tells is no part of the question: the browser matches.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function fetchSignposts(endpoint: URL | string, {nation, area, language}: SignpostQuery, signal?: AbortSignal): Promise<SignpostDirectory> {
  if (!isWebAddress(String(endpoint))) throw new InvalidResponseError(`${String(endpoint)} is not an https address.`);
  return directoryAt(below(new URL(endpoint), 'v1/signposts', {...(nation && {nation}), ...(area && {area}), ...(language && {language})}), signal);
}

/**
 * Who can help, as JSON at an address of the page's own.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function directoryAt(address: URL, signal?: AbortSignal): Promise<SignpostDirectory> {
  const {value} = await getJson(address, signal);
  const fault = signpostDirectoryFault(value);
  if (fault) throw new InvalidResponseError(`${address.origin}${address.pathname} is not a directory of who can help: ${fault}.`);
  return value as SignpostDirectory;
}
