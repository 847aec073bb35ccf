import {Service} from '../../contract/service.js';
import {serviceFromRecord} from '../../ratings/service-from-record.js';
import type {ServiceOrigin, Store} from '../store/store.js';
import {recordsIn} from './records.js';

/** How many services an import met. Those under `skipped` were no services. */
export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  skipped: number;
}

type ServiceStore = Pick<Store, 'putServices' | 'service'>;

// One transaction each: an endpoint that runs waits for the lock no longer than that.
const servicesAtATime = 500;

/**
 * Puts the services of parsed JSON into the store, by id; removes none.
 * `report` is told of each record that is none: where it stands, and why.
 */
export async function importServices(
  file: unknown,
  origin: ServiceOrigin,
  store: ServiceStore,
  report: (position: string, fault: string) => void,
): Promise<Counts> {
  const counts: Counts = {added: 0, changed: 0, unchanged: 0, skipped: 0};
  let waiting = new Map<string, Read>();

  async function put(): Promise<void> {
    const services = await Promise.all([...waiting.values()].map((read) => completed(read, store)));
    waiting = new Map();
    const {added, changed} = await store.putServices(services, origin);
    counts.added += added;
    counts.changed += changed;
    counts.unchanged += services.length - added - changed;
  }

  for (const {record, position} of recordsIn(file)) {
    const read = readService(record);
    if ('fault' in read) {
      counts.skipped += 1;
      report(position, read.fault);
      continue;
    }
    // The second record of one service builds on what the first has put.
    const key = read.service.id.toLowerCase();
    if (waiting.size >= servicesAtATime || waiting.has(key)) await put();
    waiting.set(key, read);
  }
  if (waiting.size > 0) await put();
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

/** A line of a list says a name and a postcode; whatever else is known of the service already stays. */
async function completed({service, statusKnown}: Read, store: ServiceStore): Promise<Service> {
  if (statusKnown) return service;
  const known = await store.service(service.id);
  if (known?.id.toLowerCase() !== service.id.toLowerCase()) return service;
  return {...known, name: service.name, ...(service.postcode === undefined ? {} : {postcode: service.postcode})};
}
