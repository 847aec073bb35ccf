import {mkdir} from 'node:fs/promises';
import {readConfiguration} from '../../configuration.js';
import {databaseFile} from '../open-store.js';
import {reasonOf} from '../../commands/reason-of.js';
import {StartFault} from '../../commands/start-fault.js';
import {InUse, restoreFrom, UnfitFile} from './sqlite-backup.js';
import {isFault, refuseForPostgres} from './backup-command.js';
import {defineCommand} from '../../commands/command.js';

/** Puts a backup where the database lies. */
export const restore = defineCommand({
  name: 'restore',
  summary: 'puts a backup, once it is checked, where the database lies',
  operand: {name: 'FILE', count: 'one'},
  usageError: 'restore takes the name of one backup, and --replace.',
  options: {replace: {type: 'boolean', description: 'gives up the database that is there, with what came since the backup'}},
  help: [
    'Stop the endpoint first. FILE is checked (it must be whole, and of this version or an earlier one) and copied; it stays as it is. Where there is a database already, nothing happens without --replace, which gives up what came since the backup: back that up before.',
    'The keys are not in a backup: put the key file (CARE_KEYS) back too. What was erased since the backup is there again: erase it again, by the same references. With DATABASE_URL use PostgreSQL’s own pg_restore.',
  ],
  async run({operands: [copy], options: {replace = false}}, environment) {
    refuseForPostgres(environment, 'pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE');
    const {dataFolder, keysFile} = readConfiguration(environment);
    const file = databaseFile(dataFolder);
    try {
      await mkdir(dataFolder, {recursive: true, mode: 0o700});
      await restoreFrom(copy, file, {isReplaced: replace});
    } catch (error) {
      throw new StartFault(whyNot(error, copy, file));
    }
    console.log(`${copy} is now the database ${file}.
The keys are not in a backup: ${keysFile} must be the one that belongs to it.
What was erased after the backup is there again: erase it again.`);
    return 0;
  },
});

function whyNot(error: unknown, copy: string, file: string): string {
  if (isFault(error, 'EEXIST')) return `There is a database already: ${file}. It is left as it is.\nBack it up, and give --replace to put ${copy} in its place.`;
  if (error instanceof InUse) return `${file} is left as it is: ${error.message}.\nStop the endpoint first.`;
  if (error instanceof UnfitFile) return `${copy} cannot be restored: ${error.message}.\nThe database is left as it was.`;
  return `${copy} cannot be restored to ${file}: ${reasonOf(error)}`;
}
