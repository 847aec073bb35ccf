import type Database from 'libsql';

// What a migration did is never changed afterwards: a database may stand at any
// step. Free text, contact details (and later equality) have tables of their
// own, so that each can be given, kept and deleted apart from the coded rest.
export const migrations: readonly string[] = [
  `CREATE TABLE submissions (
     -- In the order of arrival; AUTOINCREMENT, so that a number is never used again and no row appears behind a cursor.
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     -- A UUIDv7 as 16 bytes: ordered by time, so that inserts stay at the index's end.
     id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
     replaces BLOB CHECK (length(replaces) = 16),
     content_hash BLOB NOT NULL,
     reference_hash BLOB NOT NULL,
     received_at TEXT NOT NULL,
     urgency INTEGER NOT NULL CHECK (urgency IN (0, 1, 2)),
     quarantine TEXT,
     -- NULL once erased; id, hash and time stay, so that a late repeat is still known.
     coded TEXT
   ) STRICT;
   CREATE INDEX submissions_by_urgency ON submissions (urgency DESC, row DESC);
   CREATE INDEX submissions_by_replaced ON submissions (replaces) WHERE replaces IS NOT NULL;
   CREATE TABLE stories (
     submission INTEGER NOT NULL REFERENCES submissions (row),
     question TEXT NOT NULL,
     text TEXT NOT NULL,
     PRIMARY KEY (submission, question)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE contacts (
     submission INTEGER PRIMARY KEY REFERENCES submissions (row),
     details TEXT NOT NULL
   ) STRICT;
   CREATE TABLE contact_openings (
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     submission INTEGER NOT NULL REFERENCES submissions (row),
     token TEXT NOT NULL,
     opened_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE services (
     id TEXT PRIMARY KEY COLLATE NOCASE,
     ods_code TEXT COLLATE NOCASE,
     level TEXT NOT NULL,
     origin TEXT NOT NULL CHECK (origin IN ('example', 'import')),
     body TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX services_by_ods_code ON services (ods_code) WHERE ods_code IS NOT NULL;
   CREATE TABLE directory_revision (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     revision INTEGER NOT NULL
   ) STRICT;
   INSERT INTO directory_revision VALUES (1, 0);
   CREATE TABLE question_sets (
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL,
     version TEXT NOT NULL,
     body TEXT NOT NULL,
     UNIQUE (id, version)
   ) STRICT;`,
  // A row counts from its revision on, and readers take the newest that counts:
  // what an import writes is there before anybody sees it.
  `DROP INDEX services_by_ods_code;
   ALTER TABLE services RENAME TO services_before;
   CREATE TABLE services (
     id TEXT NOT NULL COLLATE NOCASE,
     revision INTEGER NOT NULL,
     origin TEXT NOT NULL CHECK (origin IN ('example', 'import')),
     level TEXT NOT NULL,
     ods_code TEXT COLLATE NOCASE,
     provider TEXT COLLATE NOCASE,
     place TEXT COLLATE NOCASE,
     place_name TEXT,
     -- The latest day for which anything in it holds; empty where none was given.
     as_of TEXT NOT NULL,
     -- What rows of each day said, as known-service.ts has it.
     known TEXT NOT NULL,
     PRIMARY KEY (id, revision)
   ) STRICT;
   INSERT INTO services (id, revision, origin, level, ods_code, provider, as_of, known)
     SELECT id, 0, origin, level, ods_code, json_extract(body, '$.provider.id'), '',
       json_array(json_object('asOf', '', 'isPartial', json('false'), 'service', json(body)))
     FROM services_before;
   DROP TABLE services_before;
   CREATE INDEX services_by_ods_code ON services (ods_code) WHERE ods_code IS NOT NULL;
   CREATE INDEX services_by_provider ON services (provider) WHERE provider IS NOT NULL;
   CREATE INDEX services_by_place ON services (place) WHERE place IS NOT NULL;
   CREATE INDEX services_by_revision ON services (revision, id);
   CREATE TABLE ratings (
     id TEXT NOT NULL COLLATE NOCASE,
     source TEXT NOT NULL CHECK (source IN ('record', 'latest-ratings')),
     revision INTEGER NOT NULL,
     origin TEXT NOT NULL CHECK (origin IN ('example', 'import')),
     as_of TEXT NOT NULL,
     body TEXT NOT NULL,
     PRIMARY KEY (id, source, revision)
   ) STRICT;
   CREATE INDEX ratings_by_revision ON ratings (revision, id);
   -- The day for which every imported record holds, where CQC was asked for all that changed.
   ALTER TABLE directory_revision ADD COLUMN records_hold_for TEXT NOT NULL DEFAULT '';
   CREATE TABLE directory_import (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     -- The last import that began.
     run INTEGER NOT NULL,
     origin TEXT NOT NULL,
     -- In milliseconds since 1970; NULL once it has ended. A process that has died holds it no longer than this.
     held_until INTEGER,
     -- Up to which id nothing superseded is left; NULL where nothing is at all.
     tidy_after TEXT COLLATE NOCASE
   ) STRICT;
   INSERT INTO directory_import VALUES (1, 0, 'import', NULL, NULL);`,
  // Of what is set apart; `whole` may hold people's words and goes when stories go.
  `CREATE TABLE quarantined (
     submission INTEGER PRIMARY KEY REFERENCES submissions (row),
     faults TEXT NOT NULL,
     -- NULL where it fits a submission and stands in the other tables.
     whole TEXT
   ) STRICT;`,
  `-- The services that a submission names, by which reports of one are found.
   CREATE TABLE named_services (
     service TEXT NOT NULL COLLATE NOCASE,
     submission INTEGER NOT NULL REFERENCES submissions (row),
     PRIMARY KEY (service, submission)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX named_services_by_submission ON named_services (submission);
   INSERT OR IGNORE INTO named_services
     SELECT json_extract(e.value, '$.id'), s.row FROM submissions s, json_each(s.coded, '$.about.services') e
     WHERE s.coded IS NOT NULL AND json_extract(e.value, '$.id') IS NOT NULL;
   CREATE INDEX submissions_by_reference ON submissions (reference_hash);`,
];

/** Opens the connection's settings and brings the tables to this version. */
export function prepareDatabase(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  // NORMAL loses acknowledged rows at a power cut; FULL has one fsync for each transaction.
  database.pragma('synchronous = FULL');
  // What is erased is overwritten, and not only let go of.
  database.pragma('secure_delete = ON');
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('foreign_keys = ON');
  // Not even a lock where there is nothing to do: an import in another process may hold it.
  if (userVersion(database) !== migrations.length) database.transaction(migrate).immediate(database);
}

function migrate(database: Database.Database): void {
  const done = userVersion(database);
  if (done > migrations.length) throw new Error(`it was written by a newer version of Care Elements (tables of version ${done}, this one knows ${migrations.length})`);
  for (const migration of migrations.slice(done)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${migrations.length}`);
}

function userVersion(database: Database.Database): number {
  const row = database.prepare('PRAGMA user_version').get([]) as {user_version: number};
  return row.user_version;
}
