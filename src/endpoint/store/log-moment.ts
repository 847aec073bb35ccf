import {thePerson} from '../access/access.js';
import type {LogEntry} from './access-store.js';

/**
 * The moment that a line of the log names: the minute, and of what people do with
 * their own feedback the day. A proxy in front may keep who asked for what in which
 * second; with as fine a time here the two would say whose words a line is about.
 */
export function logMoment({at, who}: Pick<LogEntry, 'at' | 'who'>): string {
  return who === thePerson ? `${at.slice(0, 10)}T00:00:00.000Z` : startOfMinute(at);
}

/** `2026-11-22T10:02:00.000Z` of `2026-11-22T10:02:11.123Z`. */
export function startOfMinute(moment: string): string {
  return `${moment.slice(0, 16)}:00.000Z`;
}
