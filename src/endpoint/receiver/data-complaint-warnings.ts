import type {ReceiverFile} from '../../contract/receiver.js';
import {daysAfter, londonDay} from '../../locale/london-day.js';
import {StartFault} from '../commands/start-fault.js';
import {StoreUnavailable, type Store} from '../store/store.js';

// When section 164A of the Data Protection Act 2018 came into force, which section 103 of the
// Data (Use and Access) Act 2025 put there. A clock that is before it has not been set yet.
const lawSince = '2026-06-19';
// Whoever updates is told for so long before an endpoint of theirs stops.
const graceDays = 90;

/** Whether the owner must still say where people complain about how their information is used. */
export function lacksDataComplaint({dataComplaint, example}: ReceiverFile): boolean {
  return dataComplaint === undefined && example !== true;
}

/**
 * What the owner is told at the start where the receiver's file at `path` does not say where people complain:
 * for 90 days, counted from the first start of any endpoint over this store that told them so.
 *
 * @throws StartFault once these are over.
 */
export async function dataComplaintWarnings(file: ReceiverFile, path: string, store: Pick<Store, 'graceBegan'>, now: Date): Promise<string[]> {
  const today = londonDay(now);
  if (!lacksDataComplaint(file) || today < lawSince) return [];
  const end = daysAfter(await beganIn(store, today), graceDays);
  if (today >= end) throw new StartFault(`The receiver's file ${path} (CARE_RECEIVER) is not complete:\n  dataComplaint: is missing, and has been needed since ${end}\n${howToMend}`);
  return [`The receiver's file ${path} (CARE_RECEIVER) has no "dataComplaint". From ${end} on the endpoint does not start without it.\n${howToMend}`];
}

/** Where the store takes nothing just now, the days begin at a later start: a full disk is no reason not to start. */
async function beganIn(store: Pick<Store, 'graceBegan'>, today: string): Promise<string> {
  try {
    return await store.graceBegan('dataComplaint', today);
  } catch (error) {
    if (error instanceof StoreUnavailable) return today;
    throw error;
  }
}

const howToMend = `The law asks you to make it easy to complain about how you use people's information, electronically too (Data Protection Act 2018, section 164A).
Add "dataComplaint": the https address of a form or page, or "mailto:" and an email address. It is shown beside your privacy notice and on receipts.
Only where nothing true is received, in a demonstration or a test: add "example": true.`;
