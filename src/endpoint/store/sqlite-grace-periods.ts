import type Database from 'libsql';

/** Since when the owner is told that something will be needed, on one open database; the caller holds the transaction. */
export function gracePeriodTables(database: Database.Database) {
  const begin = database.prepare('INSERT INTO grace_periods VALUES (?, ?) ON CONFLICT (field) DO UPDATE SET began = min(began, excluded.began)');
  const began = database.prepare('SELECT began FROM grace_periods WHERE field = ?');

  return {
    graceBegan(field: string, today: string): string {
      begin.run([field, today]);
      return (began.get([field]) as {began: string}).began;
    },
  };
}
