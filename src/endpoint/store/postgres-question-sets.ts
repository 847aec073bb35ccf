import type {QuestionSet} from '../../contract/question-set.js';
import {canonicalJson} from '../canonical-json.js';
import type {Client} from './postgres-connections.js';

export async function addQuestionSet(client: Client, set: QuestionSet): Promise<'added' | 'same' | 'different'> {
  const body = canonicalJson(set);
  const {rowCount} = await client.query('INSERT INTO question_sets (id, version, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [set.id, set.version, body]);
  if (rowCount === 1) return 'added';
  const {rows: [earlier]} = await client.query<{body: string}>('SELECT body FROM question_sets WHERE id = $1 AND version = $2', [set.id, set.version]);
  return earlier?.body === body ? 'same' : 'different';
}

export async function questionSet(client: Client, id: string, version?: string): Promise<QuestionSet | undefined> {
  const {rows: [row]} = await client.query<{body: string}>('SELECT body FROM question_sets WHERE id = $1 AND ($2::text IS NULL OR version = $2) ORDER BY row DESC LIMIT 1', [id, version ?? null]);
  return row && (JSON.parse(row.body) as QuestionSet);
}
