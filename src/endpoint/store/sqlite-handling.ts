import type Database from 'libsql';
import {uuidOf} from '../../contract/uuid.js';
import type {Handled, HandlingStep, Unopened} from '../../contract/handling.js';
import type {Limits} from '../access/access.js';
import {handlingStep, type StepRow} from './handling-rows.js';
import type {Advanced, StepBy} from './handling-store.js';
import {fromUnopened, limitsAsText, withinLimits} from './limits-in-sql.js';
import {accessTables} from './sqlite-access.js';
import {alertTables} from './sqlite-alerts.js';
import {dialect} from './sqlite-dialect.js';
import {bytesOf} from './sqlite-ids.js';
import {rankedUrgencies} from './submission-row.js';

/** What the store writes of the team's work, on one open database; the caller holds the transaction. */
export function handlingTables(database: Database.Database) {
  const begin = database.prepare('INSERT INTO handling VALUES (?, ?, 1) ON CONFLICT DO NOTHING');
  const goOn = database.prepare('UPDATE handling SET state = ?, steps = steps + 1 WHERE submission = ? AND steps = ?');
  const insertStep = database.prepare('INSERT INTO handling_steps (submission, state, who, at, note) VALUES (?, ?, ?, ?, ?)');
  const {calm} = alertTables(database);
  const {record} = accessTables(database);
  const stepsOf = stepsIn(database);

  const isTaken = (row: number, state: Handled, before: number) => (before === 0 ? begin.run([row, state]) : goOn.run([state, row, before])).changes === 1;

  return {
    markOpened(id: string, {label, openedAt}: {label: string; openedAt: string}): void {
      const row = rowOf(database, id, {});
      if (row === undefined) return;
      if (isTaken(row, 'seen', 0)) insertStep.run([row, 'seen', label, openedAt, null]);
      calm(row);
    },

    advance(id: string, {state, note, steps, who, at}: StepBy, limits: Limits = {}): Advanced | undefined {
      const row = rowOf(database, id, limits);
      if (row === undefined) return undefined;
      if (!isTaken(row, state, steps)) return {result: 'changed', steps: stepsOf(row)};
      insertStep.run([row, state, who, at, note ?? null]);
      calm(row);
      record([{at, who, what: 'changed', submission: id, detail: state}]);
      return {result: 'advanced', steps: stepsOf(row)};
    },
  };
}

/** What is read of it. */
export function handlingReads(database: Database.Database) {
  const stepsOf = stepsIn(database);

  return {
    steps(id: string, limits: Limits = {}): HandlingStep[] {
      const row = rowOf(database, id, limits);
      return row === undefined ? [] : stepsOf(row);
    },

    unopenedInAll(limits: Limits = {}): Unopened {
      // Both from one look at all there are.
      const all = `SELECT count(*) AS count, min(s.row) AS first ${fromUnopened(limits, dialect)}`;
      const found = database.prepare(`SELECT a.count, lower(hex(o.id)) AS id, o.received_at AS receivedAt FROM (${all}) a JOIN submissions o ON o.row = a.first`).get([limitsAsText(limits)]) as {count: number; id: string; receivedAt: string} | undefined;
      return found ? {count: found.count, oldest: {id: uuidOf(found.id), receivedAt: found.receivedAt}} : {count: 0};
    },

    nextUnopened(limits: Limits = {}): string | undefined {
      const next = database.prepare(`SELECT lower(hex(s.id)) AS id ${fromUnopened(limits, dialect)} AND s.urgency = ?2 ORDER BY s.row LIMIT 1`);
      for (const rank of rankedUrgencies) {
        const row = next.get([limitsAsText(limits), rank]) as {id: string} | undefined;
        if (row) return uuidOf(row.id);
      }
      return undefined;
    },
  };
}

function rowOf(database: Database.Database, id: string, limits: Limits): number | undefined {
  const found = database.prepare(`SELECT s.row FROM submissions s WHERE s.coded IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)} AND s.id = ?2`).get([limitsAsText(limits), bytesOf(id)]) as {row: number} | undefined;
  return found?.row;
}

function stepsIn(database: Database.Database): (row: number) => HandlingStep[] {
  const steps = database.prepare('SELECT state, who, at, note FROM handling_steps WHERE submission = ? ORDER BY row');
  return (row) => (steps.all([row]) as StepRow[]).map(handlingStep);
}
