import {InvalidResponseError} from '../../delivery/client/invalid-response-error.js';

/** Tells the page's developer which attribute to look at, and why nothing can be shown. */
export function explainFailure({localName}: Element, attribute: string, error: unknown): void {
  console.error(`<${localName}>, attribute "${attribute}": ${error instanceof InvalidResponseError ? error.reason : String(error)} What is between the tags stays.`);
}
