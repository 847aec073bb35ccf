import type {SqlClient} from './sql-client.js';

export async function graceBegan(client: SqlClient, field: string, today: string): Promise<string> {
  const row = await client.get<{began: string}>(
    `INSERT INTO grace_periods AS period VALUES ($1, $2) ON CONFLICT (field) DO UPDATE SET began = ${client.dialect.least}(period.began, excluded.began) RETURNING began`,
    [field, today],
  );
  return row!.began;
}
