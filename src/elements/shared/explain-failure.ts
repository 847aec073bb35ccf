import {Unusable} from '../../delivery/unusable.js';

/** Tells the page's developer which attribute to look at, and why nothing can be shown. */
export function explainFailure({localName}: Element, attribute: string, error: unknown): void {
  console.error(`<${localName}>, attribute "${attribute}": ${error instanceof Unusable ? error.reason : String(error)} What is between the tags stays.`);
}
