import {heldToken, logPage, type LogRow, type TokenRow} from '../access-rows.js';
import type {HeldToken, LogEntry, LogPage, NewToken, Session} from '../access-store.js';
import {logMoment} from '../log-moment.js';
import type {InsertInto, SqlClient, SqlValue} from './sql-client.js';

const accessLog: InsertInto = {table: 'access_log', columns: {at: 'text', who: 'text', what: 'text', submission: 'uuid', detail: 'text'}};
const tokenColumns = 'name, rights, limits, until, made_at, ended_at';

export async function addToken(client: SqlClient, {name, hash, rights, scope, until, madeAt}: NewToken): Promise<'added' | 'taken'> {
  const added = await client.run('INSERT INTO tokens (name, hash, rights, limits, until, made_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name) DO NOTHING', [
    name, hash, JSON.stringify(rights), JSON.stringify(scope), until ?? null, madeAt,
  ]);
  return added === 1 ? 'added' : 'taken';
}

export async function tokens(client: SqlClient): Promise<HeldToken[]> {
  return (await client.all<TokenRow>(`SELECT ${tokenColumns} FROM tokens ORDER BY row`)).map(heldToken);
}

export async function tokenOf(client: SqlClient, by: {hash: Uint8Array} | {name: string}): Promise<HeldToken | undefined> {
  const [column, value] = 'hash' in by ? ['hash', by.hash] as const : ['name', by.name] as const;
  const row = await client.get<TokenRow>(`SELECT ${tokenColumns} FROM tokens WHERE ${column} = $1 AND ended_at IS NULL`, [value]);
  return row && heldToken(row);
}

export async function endToken(client: SqlClient, name: string, endedAt: string): Promise<'ended' | 'ended-before' | 'unknown'> {
  const ended = await client.run('UPDATE tokens SET ended_at = $1 WHERE name = $2 AND ended_at IS NULL', [endedAt, name]);
  if (ended === 1) return 'ended';
  return (await client.get('SELECT 1 FROM tokens WHERE name = $1', [name])) ? 'ended-before' : 'unknown';
}

export async function endSession(client: SqlClient, {id, name, until}: Session, everywhere: boolean, now: number): Promise<void> {
  const {greatest} = client.dialect;
  await client.run('DELETE FROM ended_sessions WHERE until < $1', [now]);
  await client.run('INSERT INTO ended_sessions VALUES ($1, $2) ON CONFLICT DO NOTHING', [Buffer.from(id, 'hex'), until]);
  if (everywhere) await client.run(`INSERT INTO sessions_ended_by_name AS ended VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET began_by = ${greatest}(ended.began_by, excluded.began_by)`, [name, now]);
}

export async function isSessionEnded(client: SqlClient, {id, name, began}: Session): Promise<boolean> {
  const ended = await client.get('SELECT 1 FROM ended_sessions WHERE id = $1 UNION ALL SELECT 1 FROM sessions_ended_by_name WHERE name = $2 AND began_by >= $3', [Buffer.from(id, 'hex'), name, began]);
  return ended !== undefined;
}

export async function record(client: SqlClient, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  // Whoever else adds waits until these can be seen: nobody who follows the log finds one behind them later.
  await client.lockTable('access_log');
  await client.insert(accessLog, entries.map((entry) => ({...entry, at: logMoment(entry)})));
}

export async function log(client: SqlClient, {submission, what, since, after = 0, limit}: LogPage): Promise<{entries: LogEntry[]; next?: number}> {
  const {uuid, uuidText} = client.dialect;
  const parameters: SqlValue[] = [after, limit + 1];
  const parameter = (value: SqlValue) => `$${parameters.push(value)}`;
  const conditions = [
    'row > $1',
    ...(submission === undefined ? [] : [`submission = ${uuid(parameter(submission))}`]),
    ...(what === undefined ? [] : [`what = ${parameter(what)}`]),
    ...(since === undefined ? [] : [`at >= ${parameter(since)}`]),
  ];
  const rows = await client.all<LogRow>(`SELECT row, at, who, what, ${uuidText('submission')} AS submission, detail FROM access_log WHERE ${conditions.join(' AND ')} ORDER BY row LIMIT $2`, parameters);
  return logPage(rows, limit);
}
