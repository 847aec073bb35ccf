import type Database from 'libsql';

// What a migration did is never changed afterwards: a database may stand at any
// step. Free text, contact details (and later equality) have tables of their
// own, so that each can be given, kept and deleted apart from the coded rest.
export const sqliteMigrations: readonly string[] = [
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
  // All about a submission by which what somebody sees can be limited, as authorise.ts has it.
  // A place that somebody named goes by that name; none was in use before this.
  `CREATE TABLE scopes (
     kind TEXT NOT NULL,
     value TEXT NOT NULL,
     submission INTEGER NOT NULL REFERENCES submissions (row),
     PRIMARY KEY (kind, value, submission)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX scopes_by_submission ON scopes (submission);
   INSERT OR IGNORE INTO scopes
     SELECT 'partner', json_extract(coded, '$.source.partner'), row FROM submissions WHERE json_extract(coded, '$.source.partner') IS NOT NULL
     UNION SELECT 'share', j.value, s.row FROM submissions s, json_each(s.coded, '$.share') j
     UNION SELECT 'service', lower(json_extract(j.value, '$.id')), s.row FROM submissions s, json_each(s.coded, '$.about.services') j WHERE json_extract(j.value, '$.id') IS NOT NULL
     UNION SELECT 'place', lower(json_extract(coded, '$.about.place.id')), row FROM submissions WHERE json_extract(coded, '$.about.place.id') IS NOT NULL
     UNION SELECT 'place', replace(lower(json_extract(coded, '$.about.place.name')), ' ', '-'), row FROM submissions WHERE json_extract(coded, '$.about.place.name') IS NOT NULL;
   CREATE TABLE tokens (
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     -- Stands for one holder for good, since the log names them by it.
     name TEXT NOT NULL UNIQUE,
     hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
     rights TEXT NOT NULL,
     limits TEXT NOT NULL,
     until TEXT,
     made_at TEXT NOT NULL,
     ended_at TEXT
   ) STRICT;
   CREATE TABLE access_log (
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     at TEXT NOT NULL,
     who TEXT NOT NULL,
     what TEXT NOT NULL,
     -- The id, and no reference: the line stays whatever becomes of the submission.
     submission BLOB CHECK (length(submission) = 16),
     detail TEXT
   ) STRICT;
   CREATE INDEX access_log_by_submission ON access_log (submission) WHERE submission IS NOT NULL;
   INSERT INTO access_log (at, who, what, submission)
     SELECT o.opened_at, o.token, 'opened-contact', s.id FROM contact_openings o JOIN submissions s ON s.row = o.submission ORDER BY o.row;
   DROP TABLE contact_openings;
   CREATE TRIGGER access_log_never_changes BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the log can only grow'); END;
   CREATE TRIGGER access_log_never_shrinks BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'the log can only grow'); END;`,
  // What is to be told of a submission.
  `CREATE TABLE alerts (
     row INTEGER PRIMARY KEY,
     submission INTEGER NOT NULL REFERENCES submissions (row),
     kind TEXT NOT NULL CHECK (kind IN ('immediate', 'arrival', 'edit', 'erasure')),
     way TEXT NOT NULL CHECK (way IN ('hook', 'mail')),
     is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1)),
     happened_at TEXT NOT NULL,
     -- In milliseconds since 1970. While an endpoint tells it, the end of its claim.
     due_at INTEGER NOT NULL,
     told INTEGER NOT NULL DEFAULT 0,
     failed INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX alerts_by_due ON alerts (way, is_urgent, due_at);
   CREATE INDEX alerts_by_submission ON alerts (submission);`,
  // How far the team has come with each, and every step of it. What has no row here has been opened by nobody;
  // who opened contact details has opened the rest.
  `CREATE TABLE handling (
     submission INTEGER PRIMARY KEY REFERENCES submissions (row),
     state TEXT NOT NULL CHECK (state IN ('seen', 'handling', 'closed')),
     -- How many steps there were: whoever goes on from an earlier one is told.
     steps INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX handling_by_state ON handling (state, submission);
   CREATE TABLE handling_steps (
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     submission INTEGER NOT NULL REFERENCES submissions (row),
     state TEXT NOT NULL CHECK (state IN ('seen', 'handling', 'closed')),
     who TEXT NOT NULL,
     at TEXT NOT NULL,
     note TEXT
   ) STRICT;
   CREATE INDEX handling_steps_by_submission ON handling_steps (submission);
   INSERT INTO handling_steps (submission, state, who, at)
     SELECT s.row, 'seen', min(l.who), min(l.at) FROM access_log l JOIN submissions s ON s.id = l.submission WHERE l.what = 'opened-contact' AND s.coded IS NOT NULL GROUP BY s.row ORDER BY 4;
   INSERT INTO handling SELECT submission, 'seen', 1 FROM handling_steps;
   CREATE INDEX submissions_by_reference ON submissions (reference_hash);`,
  // What the inbox is filtered by beside what limits are of.
  `INSERT INTO scopes SELECT 'language', lower(json_extract(coded, '$.language')), row FROM submissions WHERE json_extract(coded, '$.language') IS NOT NULL;
   CREATE INDEX submissions_by_arrival ON submissions (received_at);`,
  // By what its sender alone knows. What came before this was linked by whatever it said that it replaces.
  `ALTER TABLE submissions ADD COLUMN right_hash BLOB CHECK (length(right_hash) = 32);
   -- What it replaces, where that is proven to be of the same sender.
   ALTER TABLE submissions ADD COLUMN corrects BLOB CHECK (length(corrects) = 16);
   UPDATE submissions SET corrects = replaces WHERE replaces IS NOT NULL;
   CREATE INDEX submissions_by_right ON submissions (right_hash) WHERE right_hash IS NOT NULL;
   CREATE INDEX submissions_by_corrected ON submissions (corrects) WHERE corrects IS NOT NULL;`,
  // A session is a signed cookie, of which nothing stands here until somebody ends it.
  `CREATE TABLE ended_sessions (
     id BLOB PRIMARY KEY CHECK (length(id) = 16),
     -- When it would have ended by itself, in milliseconds since 1970; then it is forgotten here.
     until INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE sessions_ended_by_name (
     name TEXT PRIMARY KEY,
     began_by INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  // Since which day the owner has been told that a field of their file will be needed.
  `CREATE TABLE grace_periods (
     field TEXT PRIMARY KEY,
     began TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  // What was left to the usual times of keeping while nothing had come yet. Whatever came before this table
  // did so under none: its owner says how long it stays.
  `CREATE TABLE retention_defaults (kind TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`,
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
  if (userVersion(database) !== sqliteMigrations.length) database.transaction(migrate).immediate(database);
}

function migrate(database: Database.Database): void {
  const done = userVersion(database);
  if (done > sqliteMigrations.length) throw new Error(`it was written by a newer version of Care Elements (tables of version ${done}, this one knows ${sqliteMigrations.length})`);
  for (const migration of sqliteMigrations.slice(done)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${sqliteMigrations.length}`);
}

function userVersion(database: Database.Database): number {
  const row = database.prepare('PRAGMA user_version').get([]) as {user_version: number};
  return row.user_version;
}
