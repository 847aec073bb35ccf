// @ts-check
import {fileURLToPath} from 'node:url';

const file = fileURLToPath(new URL('./own-built-ins-in-pages.js', import.meta.url));

/**
 * What all code that pages load is given in the place of the page's own, Lit and other libraries included: an old library
 * may have put a `Promise` there that comes late, an `Event` that is none, or a `Date` that stands still. What else is done about replaced built-ins
 * stands in src/delivery/client/clean-built-ins.ts.
 * @type {Record<string, [string, string]>}
 */
export const ownBuiltIns = {Promise: [file, 'Promise'], Event: [file, 'Event'], Date: [file, 'Date'], 'Object.entries': [file, 'entries'], 'Object.keys': [file, 'keys']};
