import type {Client} from './postgres-connections.js';

export async function graceBegan(client: Client, field: string, today: string): Promise<string> {
  const {rows: [row]} = await client.query<{began: string}>('INSERT INTO grace_periods AS period VALUES ($1, $2) ON CONFLICT (field) DO UPDATE SET began = least(period.began, excluded.began) RETURNING began', [field, today]);
  return row!.began;
}
