import {heldToken, logPage, type LogRow, type TokenRow} from './access-rows.js';
import type {HeldToken, LogEntry, LogPage, NewToken, Session} from './access-store.js';
import {logMoment} from './log-moment.js';
import type {Client} from './postgres-connections.js';

const tokenColumns = 'name, rights, limits, until, made_at, ended_at';

export async function addToken(client: Client, {name, hash, rights, limits, until, madeAt}: NewToken): Promise<'added' | 'taken'> {
  const {rowCount} = await client.query('INSERT INTO tokens (name, hash, rights, limits, until, made_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name) DO NOTHING', [
    name, Buffer.from(hash), JSON.stringify(rights), JSON.stringify(limits), until ?? null, madeAt,
  ]);
  return rowCount === 1 ? 'added' : 'taken';
}

export async function tokens(client: Client): Promise<HeldToken[]> {
  const {rows} = await client.query<TokenRow>(`SELECT ${tokenColumns} FROM tokens ORDER BY row`);
  return rows.map(heldToken);
}

export async function tokenOf(client: Client, by: {hash: Uint8Array} | {name: string}): Promise<HeldToken | undefined> {
  const [column, value] = 'hash' in by ? ['hash', Buffer.from(by.hash)] as const : ['name', by.name] as const;
  const {rows: [row]} = await client.query<TokenRow>(`SELECT ${tokenColumns} FROM tokens WHERE ${column} = $1 AND ended_at IS NULL`, [value]);
  return row && heldToken(row);
}

export async function endToken(client: Client, name: string, endedAt: string): Promise<'ended' | 'ended-before' | 'unknown'> {
  const {rowCount} = await client.query('UPDATE tokens SET ended_at = $1 WHERE name = $2 AND ended_at IS NULL', [endedAt, name]);
  if (rowCount === 1) return 'ended';
  const {rows: [known]} = await client.query('SELECT 1 FROM tokens WHERE name = $1', [name]);
  return known ? 'ended-before' : 'unknown';
}

export async function endSession(client: Client, {id, name, until}: Session, everywhere: boolean, now: number): Promise<void> {
  await client.query('DELETE FROM ended_sessions WHERE until < $1', [now]);
  await client.query('INSERT INTO ended_sessions VALUES ($1, $2) ON CONFLICT DO NOTHING', [Buffer.from(id, 'hex'), until]);
  if (everywhere) await client.query('INSERT INTO sessions_ended_by_name AS ended VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET began_by = greatest(ended.began_by, excluded.began_by)', [name, now]);
}

export async function isSessionEnded(client: Client, {id, name, began}: Session): Promise<boolean> {
  const {rows} = await client.query('SELECT 1 FROM ended_sessions WHERE id = $1 UNION ALL SELECT 1 FROM sessions_ended_by_name WHERE name = $2 AND began_by >= $3', [Buffer.from(id, 'hex'), name, began]);
  return rows.length > 0;
}

export async function record(client: Client, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  // Whoever else adds waits until these can be seen: nobody who follows the log finds one behind them later.
  await client.query('LOCK TABLE access_log IN SHARE ROW EXCLUSIVE MODE');
  const column = (of: (entry: LogEntry) => string | undefined) => entries.map((entry) => of(entry) ?? null);
  await client.query(
    `INSERT INTO access_log (at, who, what, submission, detail)
     SELECT at, who, what, submission, detail FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[]) WITH ORDINALITY AS entry (at, who, what, submission, detail, place) ORDER BY place`,
    [column(logMoment), column(({who}) => who), column(({what}) => what), column(({submission}) => submission), column(({detail}) => detail)],
  );
}

export async function log(client: Client, {submission, what, since, after = 0, limit}: LogPage): Promise<{entries: LogEntry[]; next?: number}> {
  const {rows} = await client.query<LogRow>(`SELECT row, at, who, what, submission, detail FROM access_log WHERE row > $1 AND ($2::uuid IS NULL OR submission = $2) AND ($3::text IS NULL OR what = $3) AND ($4::text IS NULL OR at >= $4) ORDER BY row LIMIT $5`, [after, submission ?? null, what ?? null, since ?? null, limit + 1]);
  return logPage(rows.map((row) => ({...row, row: Number(row.row)})), limit);
}
