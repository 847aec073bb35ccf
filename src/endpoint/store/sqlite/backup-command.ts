import {backUpTo} from './sqlite-backup.js';
import {isInPostgres, readConfiguration} from '../../configuration.js';
import type {Environment} from '../../commands/variable-types.js';
import {databaseFile} from '../open-store.js';
import {reasonOf} from '../../commands/reason-of.js';
import {StartFault} from '../../commands/start-fault.js';
import {defineCommand} from '../../commands/command.js';

/** Copies the database while the endpoint runs. */
export const backup = defineCommand({
  name: 'backup',
  summary: 'copies the database into a new file, also while the endpoint runs',
  operand: {name: 'FILE', count: 'one'},
  usageError: 'backup takes the name of one new file.',
  help: [
    'FILE must not be there yet; it is readable by its owner only, and appears whole or not at all. It holds people’s words and contact details: keep it as safe as the endpoint, and delete it when their time is over.',
    'The keys are not in it: copy the key file (CARE_KEYS) too, to another place, since without it no reference is found again. With DATABASE_URL use PostgreSQL’s own pg_dump.',
  ],
  async run({operands: [copy]}, environment) {
    refuseForPostgres(environment, 'pg_dump --format=custom --file=FILE "$DATABASE_URL"');
    const {dataFolder, keysFile} = readConfiguration(environment);
    await backUpTo(databaseFile(dataFolder), copy).catch((error: unknown) => {
      if (isFault(error, 'EEXIST')) throw new StartFault(`${copy} is there already, and is left as it is.\nName a new file.`);
      throw new StartFault(`${databaseFile(dataFolder)} cannot be copied to ${copy}: ${reasonOf(error)}`);
    });
    console.log(`The database is copied to ${copy}. The keys are not in it: keep a copy of ${keysFile} elsewhere.`);
    return 0;
  },
});

/** PostgreSQL brings better ways along. */
export function refuseForPostgres(environment: Environment, instead: string): void {
  if (isInPostgres(environment)) throw new StartFault(`DATABASE_URL is set, so everything is in PostgreSQL, which has a command for this:\n  ${instead}`);
}

export function isFault(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
