// @ts-check
// Builds what is missing or out of date, then serves the demo until stopped.
import {buildIfStale} from './build.js';

await buildIfStale(['elements', 'endpoint']);
await import('../demo/serve.js');
