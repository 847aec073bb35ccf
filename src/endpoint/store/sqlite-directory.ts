import type Database from 'libsql';
import type {QuestionSet} from '../../contract/question-set.js';
import type {Service} from '../../contract/service.js';
import {canonicalJson} from '../canonical-json.js';
import type {ServiceOrigin} from './store.js';

/** What the store does with services and registered question sets, on one open database; the caller holds the transaction. */
export function directoryTables(database: Database.Database) {
  const current = database.prepare('SELECT origin, body FROM services WHERE id = ?');
  const put = database.prepare(
    `INSERT INTO services (id, ods_code, level, origin, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET ods_code = excluded.ods_code, level = excluded.level, origin = excluded.origin, body = excluded.body`,
  );
  const rise = database.prepare('UPDATE directory_revision SET revision = revision + 1');
  const revision = database.prepare('SELECT revision FROM directory_revision');
  const page = database.prepare('SELECT body FROM services WHERE id > ? ORDER BY id LIMIT ?');
  const byId = database.prepare('SELECT body FROM services WHERE id = ?');
  // A provider and its only location may share a code; feedback is about the place.
  const byOdsCode = database.prepare('SELECT body FROM services WHERE ods_code = ? ORDER BY level, id LIMIT 1');
  const addSet = database.prepare('INSERT INTO question_sets (id, version, body) VALUES (?, ?, ?)');
  const setOfVersion = database.prepare('SELECT body FROM question_sets WHERE id = ? AND version = ?');
  const newestSet = database.prepare('SELECT body FROM question_sets WHERE id = ? ORDER BY row DESC LIMIT 1');

  return {
    putServices(services: readonly Service[], origin: ServiceOrigin): {added: number; changed: number} {
      const counts = {added: 0, changed: 0};
      for (const service of services) {
        const earlier = current.get([service.id]) as {origin: ServiceOrigin; body: string} | undefined;
        const body = canonicalJson(service);
        if (earlier?.origin === 'import' && origin === 'example') continue;
        if (earlier?.origin === origin && earlier.body === body) continue;
        put.run([service.id, service.odsCode ?? null, service.level, origin, body]);
        counts[earlier ? 'changed' : 'added'] += 1;
      }
      if (counts.added + counts.changed > 0) rise.run([]);
      return counts;
    },

    directoryRevision(): number {
      return (revision.get([]) as {revision: number}).revision;
    },

    services({after = '', limit}: {after?: string; limit: number}): Service[] {
      return (page.all([after, limit]) as {body: string}[]).map(({body}) => JSON.parse(body) as Service);
    },

    service(id: string): Service | undefined {
      const row = (byId.get([id]) ?? byOdsCode.get([id])) as {body: string} | undefined;
      return row && (JSON.parse(row.body) as Service);
    },

    addQuestionSet(set: QuestionSet): 'added' | 'same' | 'different' {
      const earlier = setOfVersion.get([set.id, set.version]) as {body: string} | undefined;
      const body = canonicalJson(set);
      if (earlier) return earlier.body === body ? 'same' : 'different';
      addSet.run([set.id, set.version, body]);
      return 'added';
    },

    questionSet(id: string, version?: string): QuestionSet | undefined {
      const row = (version === undefined ? newestSet.get([id]) : setOfVersion.get([id, version])) as {body: string} | undefined;
      return row && (JSON.parse(row.body) as QuestionSet);
    },
  };
}
