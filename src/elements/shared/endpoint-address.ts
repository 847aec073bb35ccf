import {isWebAddress} from '../../contract/addresses.js';
import {sharedOnPage} from '../../contract/page.js';
import {InvalidResponseError} from '../../delivery/client/invalid-response-error.js';

/**
 * The endpoint that a tag names; where it names none, the one that all pasted scripts of the page came from.
 *
 * @throws InvalidResponseError where that is no address
 */
export function endpointAddress(given: string | null | undefined): URL {
  const [origin, other] = sharedOnPage().origins;
  const address = given || (other ? undefined : origin);
  if (!address || !isWebAddress(address)) throw new InvalidResponseError('Write the whole https address of an endpoint into it, such as https://central.example.');
  return new URL(address);
}
