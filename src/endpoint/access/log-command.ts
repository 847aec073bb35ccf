import * as z from 'zod/mini';
import {SubmissionId} from '../../contract/identifiers.js';
import {readConfiguration} from '../configuration.js';
import {writeOut} from '../commands/write-out.js';
import {logPages} from './log-pages.js';
import {openStore} from '../store/open-store.js';
import {deeds, type LogPage} from '../store/access-store.js';
import type {Store} from '../store/store.js';
import {defineCommand, UsageFault} from '../commands/command.js';

/** Prints who did what with what people sent. */
export const logCommand = defineCommand({
  name: 'log',
  summary: 'prints who opened, exported, changed or erased what',
  usageError: 'log takes --what, --id and --since, and a value after each.',
  options: {
    what: {type: 'string', valueName: 'DEED', description: `only this deed, of ${deeds.join(', ')}`},
    id: {type: 'string', valueName: 'ID', description: 'only what was done to this submission'},
    since: {type: 'string', valueName: 'YYYY-MM-DD', description: 'only from this day on, in UTC'},
  },
  help: ['A line of JSON each, oldest first: at, who, what, and submission and detail where there are any. “at” is the minute, and of what people did with their own feedback the day. The log can only grow, and holds nothing that anybody wrote.'],
  async run({options}, environment) {
    const query = readLogQuery(options);
    const store = await openStore(readConfiguration(environment));
    try {
      return (await writeOut(linesOf(query, store), process.stdout)) ? 0 : 1;
    } finally {
      await store.close();
    }
  },
});

type LogQuery = Omit<LogPage, 'after' | 'limit'>;

async function* linesOf(query: LogQuery, store: Store): AsyncGenerator<string> {
  for await (const entries of logPages(query, store)) yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

function readLogQuery({what: typed, id, since}: {what?: string; id?: string; since?: string}): LogQuery {
  const what = deeds.find((deed) => deed === typed);
  if (typed !== undefined && what === undefined) throw new UsageFault(`--what takes one of ${deeds.join(', ')}; "${typed}" is none.`);
  const submission = id === undefined ? undefined : SubmissionId.safeParse(id.trim());
  if (submission?.success === false) throw new UsageFault('--id takes the number of a submission, as its page shows it under “About this feedback”. A reference is none.');
  if (since !== undefined && !z.iso.date().safeParse(since).success) throw new UsageFault('--since takes a day such as 2026-11-22.');
  return {...(what && {what}), ...(submission && {submission: submission.data.toLowerCase()}), ...(since !== undefined && {since})};
}
