import {Service} from '../../contract/service.js';
import {serviceFromRecord} from '../../ratings/service-from-record.js';
import {londonDay} from '../london-day.js';
import type {DirectoryImports, DirectoryRow, ServiceOrigin} from '../store/directory-import.js';
import {recordsIn} from './records.js';

/** How many services an import met. Those under `skipped` were no services. */
export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  skipped: number;
}

// One transaction each: an endpoint that runs waits for the lock no longer than that.
const servicesAtATime = 500;

/**
 * Puts the services of parsed JSON into the store, by id; removes none.
 * `report` is told of each record that is none: where it stands, and why.
 */
export async function importServices(
  file: unknown,
  origin: ServiceOrigin,
  store: DirectoryImports,
  report: (position: string, fault: string) => void,
): Promise<Counts> {
  const counts: Counts = {added: 0, changed: 0, unchanged: 0, skipped: 0};
  const asOf = londonDay(new Date());
  const run = await store.startImport(origin);
  let waiting: DirectoryRow[] = [];

  async function put(): Promise<void> {
    const rows = {services: waiting, ratings: []};
    waiting = [];
    const {services} = await store.importRows(run, rows);
    for (const key of ['added', 'changed', 'unchanged'] as const) counts[key] += services[key];
  }

  for (const {record, position} of recordsIn(file)) {
    const read = readService(record);
    if ('fault' in read) {
      counts.skipped += 1;
      report(position, read.fault);
      continue;
    }
    waiting.push({service: read.service, asOf, isPartial: !read.statusKnown});
    if (waiting.length >= servicesAtATime) await put();
  }
  await put();
  await store.endImport(run);
  return counts;
}

interface Read {
  service: Service;
  statusKnown: boolean;
}

/** A record of CQC's, or a service in the contract's own shape. */
function readService(record: unknown): Read | {fault: string} {
  const own = Service.safeParse(record);
  return own.success ? {service: own.data, statusKnown: true} : serviceFromRecord(record);
}
