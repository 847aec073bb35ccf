// Imports a made directory, as a process of its own: tests kill it in the middle.
import {openSqliteStore} from '../../../src/endpoint/store/sqlite/sqlite-store.js';
import {hopeless} from '../eventually.js';
import {rowsOf, type Orders} from './generation.js';

const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const atATime = 250;

const store = await openSqliteStore({file: orders.file, worker: new URL(orders.worker), importTimes: {lease: orders.lease ?? 10_000, waitMilliseconds: hopeless}});
const run = await store.startImport('import');
for (let start = 0; start < orders.services; start += atATime) {
  await store.importRows(run, rowsOf(orders, start, atATime));
  console.log(`kept ${start + atATime}`);
  if (orders.stopAfter !== undefined && start + atATime >= orders.stopAfter) {
    console.log('stopped');
    // For ever: a timer keeps the process there.
    await new Promise(() => setInterval(() => undefined, 1000));
  }
}
await store.endImport(run);
await store.close();
console.log('ended');
