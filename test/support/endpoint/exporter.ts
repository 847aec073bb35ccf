// Exports a whole database, as a process of its own (`node --expose-gc`), and says last how much memory it had at most, in bytes.
import {ownersAccess} from '../../../src/endpoint/access/access.js';
import {exportFeedback} from '../../../src/endpoint/inbox/export/export-feedback.js';
import {writeOut} from '../../../src/endpoint/commands/write-out.js';
import {openQuestionSets} from '../../../src/endpoint/question-sets/open-question-sets.js';
import {readReceiverFile} from '../../../src/endpoint/receiver/receiver-file.js';
import {openSqliteStore} from '../../../src/endpoint/store/sqlite/sqlite-store.js';
import {sourceWords} from '../../../src/locale/words.js';

const [file = '', worker = '', receiverFile = '', format = ''] = process.argv.slice(2);
const piecesBetweenLooks = 50;
let most = 0;

/** The same, looked at now and then once what is no longer in use has been cleared away: how much of that lies about is chance. */
async function* watched(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let count = 0;
  for await (const piece of pieces) {
    yield piece;
    if (count++ % piecesBetweenLooks > 0) continue;
    gc!();
    most = Math.max(most, process.memoryUsage.rss());
  }
}

const store = await openSqliteStore({file, worker: new URL(worker)});
const words = {of: () => sourceWords, team: sourceWords};
const dependencies = {store, receiver: await readReceiverFile(receiverFile), words, questionSets: openQuestionSets(store, [words.team]), clock: () => new Date()};
await writeOut(watched(exportFeedback({format: format === 'csv' ? 'csv' : 'jsonl', withContact: false, arrivedBy: '9999'}, {access: ownersAccess('export'), who: 'export'}, dependencies)), process.stdout);
await store.close();
console.error(most);
