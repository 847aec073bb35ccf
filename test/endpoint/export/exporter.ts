// Exports a whole database, as a process of its own, and says last how much memory it took.
import {readFile} from 'node:fs/promises';
import {ownersAccess} from '../../../src/endpoint/access/access.js';
import {exportFeedback} from '../../../src/endpoint/export/export-feedback.js';
import {writeOut} from '../../../src/endpoint/export/write-out.js';
import {openQuestionSets} from '../../../src/endpoint/question-sets.js';
import {readReceiverFile} from '../../../src/endpoint/receiver-file.js';
import {openSqliteStore} from '../../../src/endpoint/store/sqlite.js';

const [file = '', worker = '', receiverFile = '', format = ''] = process.argv.slice(2);
const store = await openSqliteStore({file, worker: new URL(worker)});
const dependencies = {store, receiver: await readReceiverFile(receiverFile), questionSets: openQuestionSets(store, ['en']), clock: () => new Date()};
await writeOut(exportFeedback({format: format === 'csv' ? 'csv' : 'jsonl', withContact: false, arrivedBy: '9999'}, {access: ownersAccess('export'), who: 'export'}, dependencies), process.stdout);
await store.close();
// In kilobytes. `resourceUsage` would say what the process that started this one took, where that was more.
const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
console.error(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
