import {join} from 'node:path';
import {alertVariables, readAlerts, type AlertConfiguration} from './alerts/alert-configuration.js';
import {createVariableReader, type Environment} from './commands/variable-types.js';
import {variables} from './environment-variables.js';
import type {RetentionSettings} from './retention/retention-policy.js';
import {StartFault} from './commands/start-fault.js';

/** What the environment says. */
export interface Configuration {
  host: string;
  /** 0 for any that is free. */
  port: number;
  /** Where database, keys and the inbox's token lie. */
  dataFolder: string;
  /** A PostgreSQL database that takes the place of the one in `dataFolder`. */
  databaseUrl?: string | undefined;
  keysFile: string;
  receiverFile: string | undefined;
  /** The language of those who read the inbox, as a BCP 47 tag; English, where it is left out. */
  teamLanguage?: string | undefined;
  /** What the owner adds to the built-in directory of who can help. */
  signpostsFile: string | undefined;
  /** The owner's rules for repeat concerns. */
  concernsFile?: string | undefined;
  /** Left out, one is made and kept in `dataFolder`. */
  inboxToken: string | undefined;
  /** A public JWK that contact details are sealed to. */
  contactKey?: string | undefined;
  /** Whether addresses and partners are limited, and patterns of machines set apart; they are where it is left out. */
  hasLimits?: boolean;
  /** The header in which the proxy in front says whose request it passes on. */
  addressHeader?: string | undefined;
  /** The header in which a proxy with a sign-in of its own names who asks for the inbox. */
  userHeader?: string | undefined;
  /** Where `/metrics` is answered; nowhere, where it is left out. */
  metrics?: {host: string; port: number} | undefined;
  /** For how long things are kept, where the owner says so. */
  retention?: RetentionSettings;
  /** Where people reach the endpoint, for links that are sent to them; where it listens, when left out. */
  origin?: string | undefined;
  /** Who is told of what is urgent; nobody, where it is left out. */
  alerts?: AlertConfiguration;
}

/**
 * The configuration that `environment` describes. An empty variable counts as left out.
 *
 * @throws StartFault that names the variable.
 */
export function readConfiguration(environment: Environment): Configuration {
  const read = createVariableReader(variables, environment);
  const dataFolder = read('DATA_DIR');
  const databaseUrl = read('DATABASE_URL');
  const metricsPort = read('CARE_METRICS_PORT');
  return {
    host: read('HOST'),
    port: read('PORT'),
    dataFolder,
    databaseUrl,
    keysFile: read('CARE_KEYS') ?? ownKeys(dataFolder, databaseUrl),
    receiverFile: read('CARE_RECEIVER'),
    teamLanguage: read('CARE_TEAM_LANGUAGE'),
    signpostsFile: read('CARE_SIGNPOSTS'),
    concernsFile: read('CARE_CONCERNS'),
    inboxToken: read('CARE_ENDPOINT_TOKEN'),
    contactKey: read('CARE_CONTACT_KEY'),
    hasLimits: read('CARE_LIMITS'),
    addressHeader: read('CARE_ADDRESS_HEADER'),
    userHeader: read('CARE_USER_HEADER'),
    ...(metricsPort !== undefined && {metrics: {host: read('CARE_METRICS_HOST'), port: metricsPort}}),
    retention: {stories: read('CARE_KEEP_STORY'), contacts: read('CARE_KEEP_CONTACT'), equality: read('CARE_KEEP_EQUALITY')},
    origin: read('CARE_ORIGIN'),
    alerts: readAlerts(createVariableReader(alertVariables, environment)),
  };
}

/** Whether everything is in PostgreSQL, whatever else the environment says. */
export function isInPostgres(environment: Environment): boolean {
  return createVariableReader(variables, environment)('DATABASE_URL') !== undefined;
}

/** Made where there are none; but each machine would make its own, and no reference of one would be found by another. */
function ownKeys(dataFolder: string, databaseUrl: string | undefined): string {
  if (databaseUrl !== undefined) throw new StartFault('CARE_KEYS is not set, and with DATABASE_URL it must be.\nSet it to the key file that all endpoints of this database share; where there is none yet, the first start makes it.');
  return join(dataFolder, 'keys.json');
}
