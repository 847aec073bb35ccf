import {buildIfStale} from '../tools/build.js';

/**
 * Some tests run what is built. Where it cannot be built there is nothing left
 * in its place, so that no test passes on what the source said an hour ago;
 * the others can still be run. The npm package takes longer, so its own tests build it.
 */
export default async function buildFirst(): Promise<void> {
  for (const part of ['elements', 'endpoint'] as const) {
    await buildIfStale([part]).catch((error: unknown) => console.error(`dist/${part} could not be built, so tests that need it will fail.\n${error instanceof Error ? error.message : String(error)}`));
  }
}
