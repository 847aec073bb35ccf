import type {SignpostDirectory} from '../../contract/signposts.js';
import {directoryAt, fetchSignposts} from '../../delivery/client/fetch-signposts.js';
import {withKnownOnly} from '../../domain/signposting/known-numbers.js';

/** What the page says of where local bodies come from; nothing that a reader chose. */
interface Source {
  endpoint?: string | null | undefined;
  src?: string | null | undefined;
  /** A council's code or name. */
  area?: string | undefined;
  language: string;
}

/**
 * The local bodies that an endpoint, or an address of the page's own, gives; `null` where the page names neither.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was
 */
export async function loadSignposts({endpoint, src, area, language}: Source, signal: AbortSignal): Promise<SignpostDirectory | null> {
  if (!src && !endpoint) return null;
  const directory = src ? await directoryAt(new URL(src, document.baseURI), signal) : await fetchSignposts(endpoint!, {...(area && {area}), language}, signal);
  return withKnownOnly(directory);
}
