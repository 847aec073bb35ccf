import Database from 'libsql';
import {expect, it} from 'vitest';
import {sqliteClient} from '../../../../src/endpoint/store/sqlite/sqlite-client.js';

it('finds one row though the same question found none when it was asked for all', async () => {
  const client = sqliteClient(new Database(':memory:'));
  await client.run('CREATE TABLE places (name TEXT)');
  await client.insert({table: 'places', columns: {name: 'text'}}, [{name: 'Leeds'}]);
  const question = 'SELECT name FROM places WHERE name = $1';
  expect(await client.all(question, ['Hull'])).toEqual([]);
  expect(await client.get(question, ['Leeds'])).toMatchObject({name: 'Leeds'});
  expect(await client.all(question, ['Leeds'])).toMatchObject([{name: 'Leeds'}]);
});

it('answers before anything else is done, so that nothing comes between the calls of one transaction', async () => {
  const client = sqliteClient(new Database(':memory:'));
  const done: string[] = [];
  setImmediate(() => done.push('what came meanwhile'));
  for (let question = 1; question <= 3; question += 1) {
    await client.get('SELECT 1 WHERE $1 = $2', [true, 1]);
    done.push(`question ${question}`);
  }
  expect(done).toEqual(['question 1', 'question 2', 'question 3']);
});
