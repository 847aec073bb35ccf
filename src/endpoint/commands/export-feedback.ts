import {open} from 'node:fs/promises';
import type {Writable} from 'node:stream';
import {parseArgs} from 'node:util';
import {ownersAccess} from '../access/access.js';
import {recordExport} from '../access/reading.js';
import {commandLine} from '../access/who-asks.js';
import {environmentHelp, readConfiguration} from '../configuration.js';
import {exportFeedback, exportFormats, type ExportFormat, type ExportOrder} from '../export/export-feedback.js';
import {writeOut} from '../export/write-out.js';
import {openStore} from '../open-store.js';
import {openQuestionSets} from '../question-sets.js';
import {readReceiverFile} from '../receiver-file.js';
import {UsageFault, type Command} from './command.js';

/** Prints what people have told, for spreadsheets and other programs. */
export const exportFeedbackCommand: Command = {
  name: 'export feedback',
  takes: '--format csv|jsonl [--contact] [--out FILE]',
  summary: 'writes what people have told, a row for each submission',
  help: `Writes every submission and every version of it, oldest first:
  care-endpoint export feedback --format csv --out feedback.csv
FILE is for you alone to read (mode 600). Without --out it is printed.
csv has a column for each question, and beside a code its words. An apostrophe stands
before what a spreadsheet would run as a formula. jsonl has a line of JSON for each,
as the inbox's API answers, with people's words letter for letter.
--contact prints contact details as well; each opening is recorded.
What it wrote is a copy: erasing does not reach it. Keep it safe, and delete it.\n\n${environmentHelp}`,
  async run(words, environment) {
    const {out, ...order} = readOrder(words);
    const configuration = readConfiguration(environment);
    const receiver = await readReceiverFile(configuration.receiverFile);
    const store = await openStore(configuration);
    try {
      const dependencies = {store, receiver, questionSets: openQuestionSets(store, receiver.languages), clock: () => new Date()};
      const asker = {access: ownersAccess(commandLine), who: commandLine};
      const to = out === undefined ? process.stdout : await ownFile(out);
      const arrivedBy = await recordExport(asker, order, dependencies);
      const isWhole = await writeOut(exportFeedback({...order, arrivedBy}, asker, dependencies), to);
      if (out !== undefined) await new Promise<void>((closed) => to.end(() => closed()));
      return isWhole ? 0 : 1;
    } finally {
      await store.close();
    }
  },
};

/** A file that nobody else on this machine may read, also where it was there before. */
async function ownFile(path: string): Promise<Writable> {
  const file = await open(path, 'w', 0o600);
  await file.chmod(0o600);
  return file.createWriteStream();
}

function readOrder(words: readonly string[]): ExportOrder & {out?: string} {
  try {
    const {values: {format, contact: withContact, out}} = parseArgs({args: [...words], options: {format: {type: 'string'}, contact: {type: 'boolean', default: false}, out: {type: 'string'}}});
    if (isFormat(format)) return {format, withContact, ...(out !== undefined && {out})};
  } catch {
    // Said below, whatever it was.
  }
  throw new UsageFault('export feedback takes --format csv or --format jsonl, --contact, and --out FILE.');
}

function isFormat(word: string | undefined): word is ExportFormat {
  return exportFormats.some((format) => format === word);
}
