import Database from 'libsql';

interface Named {
  name: string;
}

/** A connection of a test's own to a file that stores may have open. */
export function connectionTo(file: string): Database.Database {
  const database = new Database(file, {timeout: 5000});
  // What a test clears away need not be gone after a power cut, and goes in any order.
  database.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
  return database;
}

/**
 * Remembers the rows of a database that nobody has used yet. What it gives takes every other row
 * away, from that database or another of the same version. The tables are asked for and not
 * listed, so that none is ever forgotten.
 */
export function clearingTo(fresh: Database.Database): (database: Database.Database) => void {
  const names = fresh.prepare(String.raw`SELECT name FROM sqlite_master WHERE type = 'table' AND (name NOT LIKE 'sqlite\_%' ESCAPE '\' OR name = 'sqlite_sequence')`).all([]) as Named[];
  // The numbers given out last, since to put rows into another table changes them.
  const inOrder = names.map(({name}) => name).sort((one, other) => Number(one === 'sqlite_sequence') - Number(other === 'sqlite_sequence'));
  const tables = inOrder.map((name) => clearingOfTable(fresh, name));
  return (database) => database.transaction(() => tables.forEach((clear) => clear(database))).immediate();
}

function clearingOfTable(fresh: Database.Database, name: string): (database: Database.Database) => void {
  const rows = fresh.prepare(`SELECT * FROM ${name}`).all([]) as Record<string, unknown>[];
  const triggers = fresh.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?").all([name]) as (Named & {sql: string})[];

  return (database) => {
    if (rows.length === 0 && !database.prepare(`SELECT 1 FROM ${name} LIMIT 1`).get([])) return;
    // Those of the log let nobody delete from it.
    for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger.name}`);
    database.exec(`DELETE FROM ${name}`);
    for (const {sql} of triggers) database.exec(sql);
    for (const row of rows) database.prepare(`INSERT INTO ${name} (${Object.keys(row).join()}) VALUES (${Object.keys(row).fill('?').join()})`).run(Object.values(row));
  };
}
