import type {PoolClient} from 'pg';

// Text is compared byte by byte, whatever the database sorts by, and days and
// moments are the text that they are on the wire, so that no setting of a server
// or a time zone changes them. Ids that count in any case are found by lower(),
// which in the collation "C" leaves all but A to Z as it is.
//
// What a migration did is never changed afterwards, as in sqlite-schema.ts.
export const postgresMigrations: readonly string[] = [
  `CREATE TABLE submissions (
     -- In the order of arrival; given out by "arrivals".
     row bigint PRIMARY KEY,
     id uuid NOT NULL UNIQUE,
     replaces uuid,
     content_hash bytea NOT NULL,
     reference_hash bytea NOT NULL,
     received_at text COLLATE "C" NOT NULL,
     urgency smallint NOT NULL CHECK (urgency IN (0, 1, 2)),
     quarantine text COLLATE "C",
     -- NULL once erased; id, hash and time stay, so that a late repeat is still known.
     coded text COLLATE "C"
   );
   CREATE INDEX submissions_by_urgency ON submissions (urgency DESC, row DESC);
   CREATE INDEX submissions_by_replaced ON submissions (replaces) WHERE replaces IS NOT NULL;
   -- The number given out last. Who holds this row gives out the next ones, and holds it until they can be seen:
   -- a sequence would let a later number be seen first, and the row with the earlier one appear behind a cursor.
   CREATE TABLE arrivals (one smallint PRIMARY KEY CHECK (one = 1), last_row bigint NOT NULL);
   INSERT INTO arrivals VALUES (1, 0);
   CREATE TABLE stories (
     submission bigint NOT NULL REFERENCES submissions (row),
     question text COLLATE "C" NOT NULL,
     text text COLLATE "C" NOT NULL,
     PRIMARY KEY (submission, question)
   );
   CREATE TABLE contacts (
     submission bigint PRIMARY KEY REFERENCES submissions (row),
     details text COLLATE "C" NOT NULL
   );
   CREATE TABLE contact_openings (
     submission bigint NOT NULL REFERENCES submissions (row),
     token text COLLATE "C" NOT NULL,
     opened_at text COLLATE "C" NOT NULL
   );
   -- Of what is set apart; "whole" may hold people's words and goes when stories go.
   CREATE TABLE quarantined (
     submission bigint PRIMARY KEY REFERENCES submissions (row),
     faults text COLLATE "C" NOT NULL,
     -- UTF-8, since text of PostgreSQL cannot hold U+0000. NULL where it fits a submission and stands in the other tables.
     whole bytea
   );
   CREATE TABLE question_sets (
     row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     id text COLLATE "C" NOT NULL,
     version text COLLATE "C" NOT NULL,
     body text COLLATE "C" NOT NULL,
     UNIQUE (id, version)
   );
   CREATE TABLE services (
     id text COLLATE "C" NOT NULL,
     revision bigint NOT NULL,
     origin text COLLATE "C" NOT NULL CHECK (origin IN ('example', 'import')),
     level text COLLATE "C" NOT NULL,
     ods_code text COLLATE "C",
     provider text COLLATE "C",
     place text COLLATE "C",
     place_name text COLLATE "C",
     -- The latest day for which anything in it holds; empty where none was given.
     as_of text COLLATE "C" NOT NULL,
     -- What rows of each day said, as known-service.ts has it.
     known text COLLATE "C" NOT NULL
   );
   CREATE UNIQUE INDEX services_by_id ON services (lower(id), revision);
   CREATE INDEX services_by_ods_code ON services (lower(ods_code)) WHERE ods_code IS NOT NULL;
   CREATE INDEX services_by_provider ON services (lower(provider)) WHERE provider IS NOT NULL;
   CREATE INDEX services_by_place ON services (lower(place)) WHERE place IS NOT NULL;
   CREATE INDEX services_by_revision ON services (revision, lower(id));
   CREATE TABLE ratings (
     id text COLLATE "C" NOT NULL,
     source text COLLATE "C" NOT NULL CHECK (source IN ('record', 'latest-ratings')),
     revision bigint NOT NULL,
     origin text COLLATE "C" NOT NULL CHECK (origin IN ('example', 'import')),
     as_of text COLLATE "C" NOT NULL,
     body text COLLATE "C" NOT NULL
   );
   CREATE UNIQUE INDEX ratings_by_id ON ratings (lower(id), source, revision);
   CREATE INDEX ratings_by_revision ON ratings (revision, lower(id));
   CREATE TABLE directory_revision (
     one smallint PRIMARY KEY CHECK (one = 1),
     revision bigint NOT NULL,
     -- The day for which every imported record holds, where CQC was asked for all that changed.
     records_hold_for text COLLATE "C" NOT NULL
   );
   INSERT INTO directory_revision VALUES (1, 0, '');
   CREATE TABLE directory_import (
     one smallint PRIMARY KEY CHECK (one = 1),
     -- The last import that began.
     run bigint NOT NULL,
     origin text COLLATE "C" NOT NULL,
     -- In milliseconds since 1970 by the server's clock; NULL once it has ended.
     held_until bigint,
     -- Up to which id nothing superseded is left; NULL where nothing is at all.
     tidy_after text COLLATE "C"
   );
   INSERT INTO directory_import VALUES (1, 0, 'import', NULL, NULL);`,
  // As in sqlite-schema.ts.
  `CREATE TABLE scopes (
     kind text COLLATE "C" NOT NULL,
     value text COLLATE "C" NOT NULL,
     submission bigint NOT NULL REFERENCES submissions (row),
     PRIMARY KEY (kind, value, submission)
   );
   CREATE INDEX scopes_by_submission ON scopes (submission);
   INSERT INTO scopes
     SELECT 'partner', coded::jsonb #>> '{source,partner}', row FROM submissions WHERE coded::jsonb #>> '{source,partner}' IS NOT NULL
     UNION SELECT 'share', j.value, s.row FROM submissions s, jsonb_array_elements_text(s.coded::jsonb -> 'share') j (value)
     UNION SELECT 'service', lower((j.value ->> 'id') COLLATE "C"), s.row FROM submissions s, jsonb_array_elements(s.coded::jsonb #> '{about,services}') j (value) WHERE j.value ->> 'id' IS NOT NULL
     UNION SELECT 'place', lower((coded::jsonb #>> '{about,place,id}') COLLATE "C"), row FROM submissions WHERE coded::jsonb #>> '{about,place,id}' IS NOT NULL
     UNION SELECT 'place', replace(lower((coded::jsonb #>> '{about,place,name}') COLLATE "C"), ' ', '-'), row FROM submissions WHERE coded::jsonb #>> '{about,place,name}' IS NOT NULL;
   CREATE TABLE tokens (
     row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     name text COLLATE "C" NOT NULL UNIQUE,
     hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
     rights text COLLATE "C" NOT NULL,
     limits text COLLATE "C" NOT NULL,
     until text COLLATE "C",
     made_at text COLLATE "C" NOT NULL,
     ended_at text COLLATE "C"
   );
   CREATE TABLE access_log (
     row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at text COLLATE "C" NOT NULL,
     who text COLLATE "C" NOT NULL,
     what text COLLATE "C" NOT NULL,
     submission uuid,
     detail text COLLATE "C"
   );
   CREATE INDEX access_log_by_submission ON access_log (submission, row) WHERE submission IS NOT NULL;
   INSERT INTO access_log (at, who, what, submission)
     SELECT o.opened_at, o.token, 'opened-contact', s.id FROM contact_openings o JOIN submissions s ON s.row = o.submission ORDER BY o.opened_at;
   DROP TABLE contact_openings;
   CREATE FUNCTION access_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the log can only grow'; END $$;
   CREATE TRIGGER access_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log FOR EACH STATEMENT EXECUTE FUNCTION access_log_only_grows();`,
  // What is to be told of a submission.
  `CREATE TABLE alerts (
     row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     submission bigint NOT NULL REFERENCES submissions (row),
     kind text COLLATE "C" NOT NULL CHECK (kind IN ('immediate', 'arrival', 'edit', 'erasure')),
     way text COLLATE "C" NOT NULL CHECK (way IN ('hook', 'mail')),
     is_urgent boolean NOT NULL,
     happened_at text COLLATE "C" NOT NULL,
     -- In milliseconds since 1970. While an endpoint tells it, the end of its claim.
     due_at bigint NOT NULL,
     told integer NOT NULL DEFAULT 0,
     failed integer NOT NULL DEFAULT 0
   );
   CREATE INDEX alerts_by_due ON alerts (way, is_urgent, due_at);
   CREATE INDEX alerts_by_submission ON alerts (submission);`,
  // As in sqlite-schema.ts.
  `CREATE TABLE handling (
     submission bigint PRIMARY KEY REFERENCES submissions (row),
     state text COLLATE "C" NOT NULL CHECK (state IN ('seen', 'handling', 'closed')),
     steps integer NOT NULL
   );
   CREATE INDEX handling_by_state ON handling (state, submission);
   CREATE TABLE handling_steps (
     row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     submission bigint NOT NULL REFERENCES submissions (row),
     state text COLLATE "C" NOT NULL CHECK (state IN ('seen', 'handling', 'closed')),
     who text COLLATE "C" NOT NULL,
     at text COLLATE "C" NOT NULL,
     note text COLLATE "C"
   );
   CREATE INDEX handling_steps_by_submission ON handling_steps (submission);
   INSERT INTO handling_steps (submission, state, who, at)
     SELECT s.row, 'seen', min(l.who), min(l.at) FROM access_log l JOIN submissions s ON s.id = l.submission WHERE l.what = 'opened-contact' AND s.coded IS NOT NULL GROUP BY s.row ORDER BY 4;
   INSERT INTO handling SELECT submission, 'seen', 1 FROM handling_steps;
   CREATE INDEX submissions_by_reference ON submissions (reference_hash);`,
  // As in sqlite-schema.ts.
  `INSERT INTO scopes SELECT 'language', lower((coded::json ->> 'language') COLLATE "C"), row FROM submissions WHERE coded::json ->> 'language' IS NOT NULL;
   CREATE INDEX submissions_by_arrival ON submissions (received_at);`,
  // As in sqlite-schema.ts.
  `ALTER TABLE submissions ADD COLUMN right_hash bytea CHECK (length(right_hash) = 32), ADD COLUMN corrects uuid;
   UPDATE submissions SET corrects = replaces WHERE replaces IS NOT NULL;
   CREATE INDEX submissions_by_right ON submissions (right_hash) WHERE right_hash IS NOT NULL;
   CREATE INDEX submissions_by_corrected ON submissions (corrects) WHERE corrects IS NOT NULL;`,
  // As in sqlite-schema.ts.
  `CREATE TABLE ended_sessions (id bytea PRIMARY KEY CHECK (length(id) = 16), until bigint NOT NULL);
   CREATE TABLE sessions_ended_by_name (name text COLLATE "C" PRIMARY KEY, began_by bigint NOT NULL);`,
  // As in sqlite-schema.ts.
  `CREATE TABLE grace_periods (field text COLLATE "C" PRIMARY KEY, began text COLLATE "C" NOT NULL);`,
  // As in sqlite-schema.ts.
  `CREATE TABLE retention_defaults (kind text COLLATE "C" PRIMARY KEY);`,
];

const tableOfVersions = 'care_elements_tables';
// Any number that nothing else in this database is likely to lock.
const migrationLock = 4_172_336_051;

/** Brings the tables to this version, once however many processes start; the caller holds the transaction. */
export async function migrate(client: Pick<PoolClient, 'query'>): Promise<void> {
  if ((await versionOf(client)) === postgresMigrations.length) return;
  await client.query(`SELECT pg_advisory_xact_lock(${migrationLock})`);
  const done = await versionOf(client);
  if (done > postgresMigrations.length) throw new Error(`it was written by a newer version of Care Elements (tables of version ${done}, this one knows ${postgresMigrations.length})`);
  if (done === 0) await client.query(`CREATE TABLE ${tableOfVersions} (version integer NOT NULL)`);
  for (const migration of postgresMigrations.slice(done)) await client.query(migration);
  if (done < postgresMigrations.length) await client.query(`DELETE FROM ${tableOfVersions}; INSERT INTO ${tableOfVersions} VALUES (${postgresMigrations.length})`);
}

async function versionOf(client: Pick<PoolClient, 'query'>): Promise<number> {
  // Read from the catalogue's rows: to_regclass() may remember from before the lock that there was none.
  const {rows: [found]} = await client.query(`SELECT 1 FROM information_schema.tables WHERE table_name = '${tableOfVersions}' AND table_schema = ANY (current_schemas(false))`);
  if (!found) return 0;
  const {rows: [row]} = await client.query<{version: number}>(`SELECT max(version) AS version FROM ${tableOfVersions}`);
  return row?.version ?? 0;
}
