// @ts-check
// A database of many submissions, made in seconds instead of by as many requests.
import {join} from 'node:path';
import Database from 'libsql';
import {sendFeedback, serve} from './endpoint.js';

/**
 * Makes a database of so many, each as the endpoint keeps what somebody sends.
 * @param {string} data its data folder
 * @param {number} count
 * @param {(row: number) => string} storyOf
 */
export async function makeManySubmissions(data, count, storyOf) {
  const {child, gone, address} = await serve(data);
  await sendFeedback(address, Promise.resolve());
  child.kill('SIGTERM');
  await gone;
  const database = new Database(join(data, 'care-elements.db'));
  const {last, ...first} = /** @type {any} */ (database.prepare('SELECT *, (SELECT max(row) FROM submissions) AS last FROM submissions ORDER BY row LIMIT 1').get([]));
  const submission = database.prepare('INSERT INTO submissions (row, id, content_hash, reference_hash, received_at, urgency, coded) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const words = database.prepare('INSERT INTO stories VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (let row = last + 1; row <= count; row += 1) {
    const id = `0197b2c4-7a1e-7cc2-9d0b-${row.toString(16).padStart(12, '0')}`;
    submission.run([row, Buffer.from(id.replaceAll('-', ''), 'hex'), first.content_hash, first.reference_hash, first.received_at, first.urgency, JSON.stringify({...JSON.parse(first.coded), id})]);
    words.run([row, 'story', storyOf(row)]);
  }
  database.exec('COMMIT');
  database.close();
}
