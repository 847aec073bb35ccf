import {stat} from 'node:fs/promises';
import {basename} from 'node:path';
import {dayToCome} from '../../../domain/ratings/day-to-come.js';
import type {ServiceOrigin} from '../../../domain/ratings/directory-row.js';
import type {DirectoryImports} from '../../store/directory-import.js';
import {FileFault} from './file-fault.js';
import {foundInFile} from './found-in-file.js';
import {inFigures, publishedOn, type Totals} from './import-counts.js';
import {intoStore} from './import-into-store.js';
import type {Reporter} from '../../commands/reporter.js';

/** What an import of files needs besides them. */
export interface ImportNeeds {
  store: DirectoryImports;
  reporter: Reporter;
  today: string;
}

// Whoever gives a wrong file sees what is wrong with it in these; no terminal holds a quarter of a million.
const mostComplaints = 100;

/**
 * Imports files of CQC's data, as one import. A file that is none, and a row or
 * record that is none, is told with its place; all others are imported.
 */
export async function importFiles(
  files: readonly string[],
  {origin, asOf}: {origin: ServiceOrigin; asOf: string | undefined},
  {store, reporter, today}: ImportNeeds,
): Promise<Totals & {unreadable: number}> {
  const into = intoStore(store, origin);
  const sizes = await Promise.all(files.map((file) => stat(file).then(({size}) => size, () => 0)));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let [unreadable, done] = [0, 0];

  for (const [position, file] of files.entries()) {
    const complain = limited(reporter, (more) => `${file}: ${more} more were skipped`);
    const query = limited(reporter, (more) => `${file}: ${more} more have such a day`);
    let [read, rows] = [0, 0];
    const reading = {
      asOf,
      today,
      read(bytes: number) {
        read += bytes;
        reporter.progress(all > 0 ? (done + Math.min(read, sizes[position]!)) / all : 0, `${inFigures(rows)} read of ${basename(file)}`);
      },
      foreign: once(() => reporter.warn(`${file}: is not UTF-8 throughout; what is not was read as Windows-1252`)),
    };
    try {
      for await (const found of foundInFile(file, reading)) {
        rows += 1;
        if ('fault' in found) complain(`${file}, ${found.where}: ${found.fault}; skipped`);
        else if ('rating' in found) {
          const {rating} = found.rating;
          const day = dayToCome(rating, today);
          if (day !== undefined) query(`${file}, ${rating.service.id}: ${publishedOn(day)}`);
        }
        await into.take(found);
      }
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      unreadable += 1;
      reporter.warn(`${file}: ${error.message}`);
    }
    complain.end();
    query.end();
    done += sizes[position]!;
  }
  return {...(await into.end()), unreadable};
}

/** Warns so many times, and in the end says how many more there were. */
function limited(reporter: Reporter, inAll: (more: string) => string) {
  let complaints = 0;
  const complain = (line: string): void => {
    complaints += 1;
    if (complaints <= mostComplaints) reporter.warn(line);
  };
  return Object.assign(complain, {
    end() {
      if (complaints > mostComplaints) reporter.warn(inAll(inFigures(complaints - mostComplaints)));
    },
  });
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
