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
  takes: '--format csv|jsonl [--contact]',
  summary: 'prints what people have told, a row for each submission',
  help: `Prints every submission and every version of it, oldest first:
  care-endpoint export feedback --format csv > feedback.csv
csv has a column for each question, and beside a code its words. An apostrophe stands
before what a spreadsheet would run as a formula. jsonl has a line of JSON for each,
as the inbox's API answers, with people's words letter for letter.
--contact prints contact details as well; each opening is recorded.
What it printed is a copy: erasing does not reach it. Keep it safe, and delete it.\n\n${environmentHelp}`,
  async run(words, environment) {
    const order = readOrder(words);
    const configuration = readConfiguration(environment);
    const receiver = await readReceiverFile(configuration.receiverFile);
    const store = await openStore(configuration);
    try {
      const dependencies = {store, receiver, questionSets: openQuestionSets(store, receiver.languages), clock: () => new Date()};
      const asker = {access: ownersAccess(commandLine), who: commandLine};
      const arrivedBy = await recordExport(asker, order, dependencies);
      return (await writeOut(exportFeedback({...order, arrivedBy}, asker, dependencies), process.stdout)) ? 0 : 1;
    } finally {
      await store.close();
    }
  },
};

function readOrder(words: readonly string[]): ExportOrder {
  const others = words.filter((word) => word !== '--contact');
  const [option, format, ...more] = others.flatMap((word) => (word.startsWith('--format=') ? ['--format', word.slice('--format='.length)] : [word]));
  if (option !== '--format' || !isFormat(format) || more.length > 0) throw new UsageFault('export feedback takes --format csv or --format jsonl, and --contact.');
  return {format, withContact: words.includes('--contact')};
}

function isFormat(word: string | undefined): word is ExportFormat {
  return exportFormats.some((format) => format === word);
}
