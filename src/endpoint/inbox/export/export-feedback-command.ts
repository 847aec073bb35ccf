import {ownersAccess} from '../../access/access.js';
import {recordExport} from '../read-submissions.js';
import {commandLine} from '../../access/authenticate.js';
import {readConfiguration} from '../../configuration.js';
import {exportFeedback, exportFormats, type ExportDependencies, type ExportFormat, type ExportOrder} from './export-feedback.js';
import {writeOwnFile} from '../../commands/own-file.js';
import {writeOut} from '../../commands/write-out.js';
import {openStore} from '../../store/open-store.js';
import {openWords} from '../../html/endpoint-words.js';
import {openQuestionSets} from '../../question-sets/open-question-sets.js';
import {readReceiverFile} from '../../receiver/receiver-file.js';
import {defineCommand, UsageFault} from '../../commands/command.js';

const takesFormat = 'export feedback takes --format csv or --format jsonl, --contact, and --out FILE.';

/** Prints what people have told, for spreadsheets and other programs. */
export const exportFeedbackCommand = defineCommand({
  name: 'export feedback',
  summary: 'writes what people have told, a row for each submission',
  usageError: takesFormat,
  options: {
    format: {type: 'string', valueName: 'csv|jsonl', isRequired: true, description: 'as a table, or as a line of JSON for each'},
    contact: {type: 'boolean', description: 'with contact details; each opening is recorded'},
    out: {type: 'string', valueName: 'FILE', description: 'into a file that you alone can read; left out, it is printed'},
  },
  help: [
    'Writes every submission and every version of it, oldest first:',
    '  care-endpoint export feedback --format csv --out feedback.csv',
    'FILE is for you alone to read (mode 600). A file that is there is replaced, once the new one is whole; a link, a folder or a device is refused. One that was stopped in the middle leaves FILE.unfinished-…, which holds people’s words: delete it.',
    'csv has a column for each question, and beside a code its words. An apostrophe stands before what a spreadsheet would run as a formula. jsonl has a line of JSON for each, as the inbox’s API answers, with people’s words letter for letter.',
    'What it wrote is a copy: erasing does not reach it. Keep it safe, and delete it.',
  ],
  async run({options: {format, contact: withContact = false, out}}, environment) {
    if (!isFormat(format)) throw new UsageFault(takesFormat);
    const order = {format, withContact};
    const configuration = readConfiguration(environment);
    const receiver = await readReceiverFile(configuration.receiverFile);
    const words = await openWords(configuration.teamLanguage);
    const store = await openStore(configuration);
    try {
      const dependencies = {store, receiver, words, questionSets: openQuestionSets(store, receiver.languages.map(words.of)), clock: () => new Date()};
      const lines = recordedExport(order, dependencies);
      if (out === undefined) return (await writeOut(lines, process.stdout)) ? 0 : 1;
      await writeOwnFile(out, lines);
      return 0;
    } finally {
      await store.close();
    }
  },
});

/** Is in the log once the first line is asked for: what cannot be written anywhere is no export. */
async function* recordedExport(order: ExportOrder, dependencies: ExportDependencies): AsyncGenerator<string> {
  const asker = {access: ownersAccess(commandLine), who: commandLine};
  const arrivedBy = await recordExport(asker, order, dependencies);
  yield* exportFeedback({...order, arrivedBy}, asker, dependencies);
}

function isFormat(word: string | undefined): word is ExportFormat {
  return exportFormats.some((format) => format === word);
}
