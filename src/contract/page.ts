/**
 * What every copy and version of us on one page shares, under our one global
 * symbol. Versions years apart meet here, so keys are only ever added.
 */
export interface SharedOnPage {
  /** The Trusted Types policy; a page allows its name once. Lit's code looks here too, see build/keep-to-ourselves.js. */
  policy?: {createHTML(html: string): unknown};
  /** Where the pasted scripts came from, as origins; a tag that names no endpoint needs it to be one. */
  origins: Set<string>;
  /** What empties each of our elements, for somebody who leaves quickly from any of them. */
  wipers?: Set<() => void>;
}

/** What is shared on this page. */
export function sharedOnPage(): SharedOnPage {
  const place = globalThis as unknown as Record<symbol, SharedOnPage | undefined>;
  return (place[Symbol.for('care-elements')] ??= {origins: new Set()});
}
