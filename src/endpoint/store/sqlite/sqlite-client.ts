import type Database from 'libsql';
import type {InsertInto, NewRow, SqlClient, SqlValue} from '../sql/sql-client.js';
import {sqliteDialect} from './sqlite-dialect.js';

export interface SqliteClient extends SqlClient {
  /** Writes one row, and says which number it has. */
  insertOne(question: string, parameters: readonly SqlValue[]): Promise<number>;
}

// What somebody asks for is made of what they look for: more ways than are ever kept.
const mostStatements = 300;

/**
 * The questions of one open database; the caller holds the transaction. Each is answered before its promise
 * is given out, so that nothing but what follows on it comes in between.
 */
export function sqliteClient(database: Database.Database): SqliteClient {
  // One for each way of asking: after an `all` that found nothing the driver's `get` finds nothing either, whatever there is.
  const statements = {all: new Map<string, Database.Statement>(), get: new Map<string, Database.Statement>(), run: new Map<string, Database.Statement>()};

  function prepared(way: keyof typeof statements, question: string): Database.Statement {
    const known = statements[way].get(question);
    if (known) return known;
    if (statements[way].size >= mostStatements) statements[way].clear();
    const statement = database.prepare(question.replaceAll(/\$(?=\d)/g, '?'));
    statements[way].set(question, statement);
    return statement;
  }

  const inserting = new Map<InsertInto, (row: NewRow) => void>();

  function insertingInto(into: InsertInto): (row: NewRow) => void {
    const known = inserting.get(into);
    if (known) return known;
    const names = Object.keys(into.columns);
    const values = names.map((name, position) => (into.columns[name] === 'uuid' ? sqliteDialect.uuid(`?${position + 1}`) : `?${position + 1}`));
    const statement = database.prepare(`INSERT INTO ${into.table} (${names.join(', ')}) VALUES (${values.join(', ')}) ${into.mayBeThere ? 'ON CONFLICT DO NOTHING' : ''}`);
    const insert = (row: NewRow) => void statement.run(names.map((name) => plain(row[name] ?? null)));
    inserting.set(into, insert);
    return insert;
  }

  return {
    dialect: sqliteDialect,
    insert: async (into, rows) => rows.forEach(insertingInto(into)),
    lockTable: async () => undefined,
    all: async <Row>(question: string, parameters: readonly SqlValue[] = []) => prepared('all', question).all(parameters.map(plain)) as Row[],
    get: async <Row>(question: string, parameters: readonly SqlValue[] = []) => (prepared('get', question).get(parameters.map(plain)) ?? undefined) as Row | undefined,
    run: async (question, parameters = []) => prepared('run', question).run(parameters.map(plain)).changes,
    insertOne: async (question, parameters) => Number(prepared('run', question).run(parameters.map(plain)).lastInsertRowid),
  };
}

/** A value as the driver takes it. A list is JSON, as `matchesNation` of the dialect reads it. */
function plain(value: SqlValue): string | number | Buffer | null {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return value instanceof Uint8Array ? Buffer.from(value) : JSON.stringify(value);
}
