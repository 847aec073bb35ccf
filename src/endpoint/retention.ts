import {StartFault} from './start-fault.js';
import type {Retention, Tidied} from './store/retention.js';

const day = 24 * 60 * 60 * 1000;

/** For how many days things are kept; what has none is kept until somebody erases it. */
export interface KeepingDays {
  stories?: number | undefined;
  contacts?: number | undefined;
}

/** @throws StartFault that names the variable. */
export function readDays(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  // As many as leave a date that can be told.
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new StartFault(`${name} is "${text}", which is no whole number of days.\nSet it to a number from 1 to 99999, or leave it out to keep everything.`);
  return Number(text);
}

/** In words for whoever starts the endpoint. */
export function keepingInWords({stories, contacts}: KeepingDays): string[] {
  return [
    stories === undefined ? 'Free text is kept until somebody erases it (CARE_KEEP_STORY is not set)' : `Free text is deleted ${inDays(stories)} after it came`,
    contacts === undefined ? 'Contact details are kept until somebody erases them (CARE_KEEP_CONTACT is not set)' : `Contact details are deleted ${inDays(contacts)} after they came`,
  ];
}

/** Removes all whose time is over at `now`, and leaves nothing of it in the store's own files. */
export async function tidy(store: Retention, {stories, contacts}: KeepingDays, now: Date): Promise<Tidied> {
  const total = {stories: 0, contacts: 0};
  if (stories === undefined && contacts === undefined) return total;
  const limits = {
    ...(stories === undefined ? {} : {storiesBefore: daysBefore(now, stories)}),
    ...(contacts === undefined ? {} : {contactsBefore: daysBefore(now, contacts)}),
  };
  for (let after: number | undefined = 0; after !== undefined;) {
    const tidied: Tidied & {next?: number} = await store.tidy({...limits, after});
    total.stories += tidied.stories;
    total.contacts += tidied.contacts;
    after = tidied.next;
  }
  if (total.stories + total.contacts > 0) await store.forget();
  return total;
}

/** What tidies once a day, however often it is asked; again at the next asking where it failed. */
export function dailyTidying({store, days, clock, log}: {store: Retention; days: KeepingDays; clock: () => Date; log: (line: string) => void}): () => Promise<void> {
  let isOwed = false;
  let last: number | undefined;
  let going: Promise<void> | undefined;

  async function tidyNow(): Promise<void> {
    const now = clock();
    try {
      // Removed before, but perhaps still in the store's files.
      if (isOwed) await store.forget();
      isOwed = true;
      await tidy(store, days, now);
      isOwed = false;
      last = now.getTime();
    } catch (error) {
      log(`Tidying did not end, and is tried again: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  return () => {
    const isDue = last === undefined || Math.abs(clock().getTime() - last) >= day;
    if (!isDue) return Promise.resolve();
    going ??= tidyNow().finally(() => (going = undefined));
    return going;
  };
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * day).toISOString();
}

function inDays(count: number): string {
  return count === 1 ? 'a day' : `${count} days`;
}
