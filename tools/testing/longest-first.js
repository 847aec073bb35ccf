// @ts-check
import {BaseSequencer} from 'vitest/node';

/** Files that take long, the longest first: begun last, one of them would keep one processor busy while the other waits. */
const long = [
  'test/end-to-end/stories.test.ts',
  'test/faults/browser/kept.test.ts',
  'test/end-to-end/pages/in-browsers.test.ts',
  'test/end-to-end/signpost.test.ts',
  'test/end-to-end/unconfirmed.test.ts',
  'test/end-to-end/charity.test.ts',
  'test/embed/on-a-page.test.ts',
  'test/embed/ratings.test.ts',
  'test/endpoint/store/postgres/postgres-store.test.ts',
  'test/faults/killed.test.ts',
  'test/endpoint/access/every-route.test.ts',
  'test/endpoint/store/sqlite/sqlite-store.test.ts',
  'test/endpoint/inbox/export/export-feedback.test.ts',
  'test/package/published.test.ts',
  'test/faults/network.test.ts',
  'test/endpoint/directory/import/importing.test.ts',
  'test/faults/alerts.test.ts',
  'test/endpoint/signposts/signposts-file.test.ts',
  'test/endpoint/serve.test.ts',
  'test/faults/busy.test.ts',
];

/** Runs the files that take long before the others, which go by their size. */
export class LongestFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const place = (/** @type {import('vitest/node').TestSpecification} */ {moduleId}) => {
      const found = long.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? long.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
