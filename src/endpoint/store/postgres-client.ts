import type {Client} from './postgres-connections.js';
import {dialect} from './postgres-dialect.js';
import type {SqlClient, SqlValue} from './sql-client.js';

/** The questions of one connection; the caller holds the transaction, where there is one. */
export function postgresClient(client: Client): SqlClient {
  const ask = async (question: string, parameters: readonly SqlValue[] = []) => client.query(question, [...parameters]);

  return {
    dialect,
    all: async <Row>(question: string, parameters?: readonly SqlValue[]) => (await ask(question, parameters)).rows as Row[],
    get: async <Row>(question: string, parameters?: readonly SqlValue[]) => (await ask(question, parameters)).rows[0] as Row | undefined,
    run: async (question, parameters) => (await ask(question, parameters)).rowCount ?? 0,
  };
}
