import type Database from 'libsql';
import type {QuestionSet} from '../../contract/question-set.js';
import {canonicalJson} from '../canonical-json.js';

/** What the store keeps of question sets, on one open database; the caller holds the transaction. */
export function questionSetTables(database: Database.Database) {
  const add = database.prepare('INSERT INTO question_sets (id, version, body) VALUES (?, ?, ?)');
  const ofVersion = database.prepare('SELECT body FROM question_sets WHERE id = ? AND version = ?');
  const newest = database.prepare('SELECT body FROM question_sets WHERE id = ? ORDER BY row DESC LIMIT 1');

  return {
    addQuestionSet(set: QuestionSet): 'added' | 'same' | 'different' {
      const earlier = ofVersion.get([set.id, set.version]) as {body: string} | undefined;
      const body = canonicalJson(set);
      if (earlier) return earlier.body === body ? 'same' : 'different';
      add.run([set.id, set.version, body]);
      return 'added';
    },

    questionSet(id: string, version?: string): QuestionSet | undefined {
      const row = (version === undefined ? newest.get([id]) : ofVersion.get([id, version])) as {body: string} | undefined;
      return row && (JSON.parse(row.body) as QuestionSet);
    },
  };
}
