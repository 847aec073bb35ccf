import type Database from 'libsql';
import type {ColumnType, NewRow, SqlClient, SqlValue} from './sql-client.js';
import {dialect} from './sqlite-dialect.js';

// What somebody asks for is made of what they look for: more ways than are ever kept.
const mostStatements = 300;

/**
 * The questions of one open database; the caller holds the transaction. Each is answered before its promise
 * is given out, so that nothing but what follows on it comes in between.
 */
export function sqliteClient(database: Database.Database): SqlClient {
  const statements = new Map<string, Database.Statement>();

  function prepared(question: string): Database.Statement {
    let statement = statements.get(question);
    if (!statement) {
      if (statements.size >= mostStatements) statements.clear();
      statement = database.prepare(question.replaceAll(/\$(?=\d)/g, '?'));
      statements.set(question, statement);
    }
    return statement;
  }

  async function insert(table: string, columns: Readonly<Record<string, ColumnType>>, rows: readonly NewRow[], {isAllowed} = {isAllowed: false}): Promise<void> {
    const names = Object.keys(columns);
    const values = names.map((name, position) => (columns[name] === 'uuid' ? dialect.uuid(`?${position + 1}`) : `?${position + 1}`));
    const statement = prepared(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')}) ${isAllowed ? 'ON CONFLICT DO NOTHING' : ''}`);
    for (const row of rows) statement.run(names.map((name) => plain(row[name] ?? null)));
  }

  return {
    dialect,
    insert,
    lockTable: async () => undefined,
    all: async <Row>(question: string, parameters: readonly SqlValue[] = []) => prepared(question).all(parameters.map(plain)) as Row[],
    get: async <Row>(question: string, parameters: readonly SqlValue[] = []) => (prepared(question).get(parameters.map(plain)) ?? undefined) as Row | undefined,
    run: async (question, parameters = []) => prepared(question).run(parameters.map(plain)).changes,
  };
}

function plain(value: SqlValue): SqlValue {
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value) : value;
}
