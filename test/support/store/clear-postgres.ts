import {Client} from 'pg';

/** What a database in PostgreSQL holds now, and the way back to it over a connection of its own. */
export interface PostgresClearing {
  ask(question: string): Promise<Record<string, unknown>[]>;
  /** Takes away every row that was not there, and puts back those that were. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Remembers what lies in the database. The tables are asked for and not listed, so that none is ever forgotten. */
export async function clearingOf(url: string): Promise<PostgresClearing> {
  const client = new Client(url);
  await client.connect();
  // As a replica it heeds neither what rows refer to nor the triggers that let nobody delete from the log.
  await client.query("SET session_replication_role = replica; SET synchronous_commit = off; SET lock_timeout = 5000; SET default_transaction_isolation = 'read committed'");
  const {rows: tables} = await client.query<{name: string}>("SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'");
  const [emptied, refilled]: [string[], string[]] = [[], []];
  for (const {name} of tables) {
    const {rows: [there]} = await client.query<{rows: string | null}>(`SELECT json_agg(t)::text AS rows FROM ${name} t`);
    if (there?.rows) refilled.push(`DELETE FROM ${name}; INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::${name}, ${client.escapeLiteral(there.rows)})`);
    else emptied.push(name);
  }
  // Cut short where anything was ever written, and not only deleted from: the planner would go on taking them for large.
  const steps = [
    `DO $$ DECLARE written text; BEGIN
       SELECT string_agg(name, ', ') INTO written FROM unnest(ARRAY[${emptied.map((name) => client.escapeLiteral(name)).join()}]) name WHERE pg_relation_size(name::regclass) > 0;
       IF written IS NOT NULL THEN EXECUTE 'TRUNCATE ' || written || ' RESTART IDENTITY CASCADE'; END IF;
     END $$`,
    ...refilled,
  ];

  return {
    ask: async (question) => (await client.query<Record<string, unknown>>(question)).rows,
    clear: async () => void (await client.query(steps.join(';'))),
    close: () => client.end(),
  };
}
