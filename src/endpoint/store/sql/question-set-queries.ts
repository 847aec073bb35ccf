import type {QuestionSet} from '../../../contract/question-set.js';
import {canonicalJson} from '../canonical-json.js';
import type {SqlClient} from './sql-client.js';

export async function addQuestionSet(client: SqlClient, set: QuestionSet): Promise<'added' | 'same' | 'different'> {
  const body = canonicalJson(set);
  const added = await client.run('INSERT INTO question_sets (id, version, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [set.id, set.version, body]);
  if (added === 1) return 'added';
  const earlier = await client.get<{body: string}>('SELECT body FROM question_sets WHERE id = $1 AND version = $2', [set.id, set.version]);
  return earlier?.body === body ? 'same' : 'different';
}

export async function questionSet(client: SqlClient, id: string, version?: string): Promise<QuestionSet | undefined> {
  const row = await client.get<{body: string}>('SELECT body FROM question_sets WHERE id = $1 AND (CAST($2 AS text) IS NULL OR version = $2) ORDER BY row DESC LIMIT 1', [id, version ?? null]);
  return row && (JSON.parse(row.body) as QuestionSet);
}
