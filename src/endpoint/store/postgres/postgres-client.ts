import type {Client} from './postgres-connections.js';
import {postgresDialect} from './postgres-dialect.js';
import type {ColumnType, InsertInto, NewRow, SqlClient, SqlValue} from '../sql/sql-client.js';

/** The questions of one connection; the caller holds the transaction, where there is one. */
export function postgresClient(client: Client): SqlClient {
  const ask = async (question: string, parameters: readonly SqlValue[] = []) => client.query(question, [...parameters]);

  async function insert({table, columns, mayBeThere = false}: InsertInto, rows: readonly NewRow[]): Promise<void> {
    if (rows.length === 0) return;
    const names = Object.keys(columns).join(', ');
    const lists = Object.values(columns).map((type, position) => `$${position + 1}::${type === 'utf8' ? 'bytea' : type}[]`).join(', ');
    await client.query(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM unnest(${lists}) WITH ORDINALITY AS new (${names}, nth) ORDER BY nth ${mayBeThere ? 'ON CONFLICT DO NOTHING' : ''}`,
      Object.entries(columns).map(([name, type]) => rows.map((row) => inColumn(row[name] ?? null, type))),
    );
  }

  return {
    dialect: postgresDialect,
    insert,
    lockTable: async (table) => void (await client.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`)),
    all: async <Row>(question: string, parameters?: readonly SqlValue[]) => (await ask(question, parameters)).rows as Row[],
    get: async <Row>(question: string, parameters?: readonly SqlValue[]) => (await ask(question, parameters)).rows[0] as Row | undefined,
    run: async (question, parameters) => (await ask(question, parameters)).rowCount ?? 0,
  };
}

function inColumn(value: SqlValue, type: ColumnType): SqlValue {
  return type === 'utf8' && typeof value === 'string' ? Buffer.from(value) : value;
}
