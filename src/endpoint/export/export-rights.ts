import type {InboxEntry} from '../../contract/inbox.js';

/**
 * What somebody may take out. The one place where an export is limited: what
 * `sees` is false for is in no row and no count, as if it had never arrived.
 */
export interface ExportRights {
  /** Under which each opening of contact details is recorded. */
  label: string;
  /** Whether contact details may go out, where they are asked for. */
  contact: boolean;
  sees(entry: InboxEntry): boolean;
}

/** Of the command line, and of the token that may do everything. */
export function everyRight(label: string): ExportRights {
  return {label, contact: true, sees: () => true};
}
