import {join} from 'node:path';
import {alertHelp, readAlerts, type AlertConfiguration} from './alerts/alert-configuration.js';
import {readDays, type RetentionSettings} from './retention-policy.js';
import {StartFault} from './start-fault.js';

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
  /** For how long things are kept, where the owner says so. */
  retention?: RetentionSettings;
  /** Where people reach the endpoint, for links that are sent to them; where it listens, when left out. */
  origin?: string | undefined;
  /** Who is told of what is urgent; nobody, where it is left out. */
  alerts?: AlertConfiguration;
}

/** The variables that the endpoint reads, as `--help` shows them. */
export const environmentHelp = `Environment:
  CARE_RECEIVER        the file that says who receives the feedback (needed by serve)
  CARE_SIGNPOSTS       a file that confirms, adds or replaces who can help; read at the start
  CARE_CONCERNS        a file of rules by which repeat concerns about a service are raised
  CARE_ENDPOINT_TOKEN  the inbox's token; left out, one is made and a link is printed
  PORT                 where to listen (default 4000)
  HOST                 on which address to listen (default 127.0.0.1)
  DATA_DIR             the folder of database and keys (default: data)
  DATABASE_URL         a PostgreSQL database to keep everything in, instead of SQLite
                       in DATA_DIR: postgresql://USER:PASSWORD@HOST:5432/NAME
  CARE_KEYS            the key file (default: keys.json in DATA_DIR); with DATABASE_URL
                       it must be named, and be the same for all that share the database
  CARE_CONTACT_KEY     a public key (JWK) that contact details are sealed to
  CARE_ADDRESS_HEADER  behind a reverse proxy: the header that says who sent a request
  CARE_USER_HEADER     behind a sign-in of your own: the header that says who signed in
  CARE_KEEP_STORY      for how many days free text is kept (default: 1095; 0: until it is
                       erased). Where feedback came before, nothing is deleted until set
  CARE_KEEP_CONTACT    the same for contact details (default: 365)
  CARE_KEEP_EQUALITY   the same for equality questions, of which none are asked yet
  CARE_ORIGIN          the address of the endpoint as people reach it, for links
${alertHelp}
  CARE_LIMITS          off: no limit on how much one address sends
  CARE_CQC_KEY         the subscription key for CQC's API (needed by sync)
  CARE_CQC_API         where that API is (default: CQC's own address)`;

/**
 * The configuration that `environment` describes. An empty variable counts as left out.
 *
 * @throws StartFault that names the variable.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const days = (name: string) => readDays(name, value(name));
  const dataFolder = value('DATA_DIR') ?? 'data';
  const databaseUrl = readDatabaseUrl(value('DATABASE_URL'));
  return {
    host: value('HOST') ?? '127.0.0.1',
    port: readPort(value('PORT')),
    dataFolder,
    databaseUrl,
    keysFile: value('CARE_KEYS') ?? ownKeys(dataFolder, databaseUrl),
    receiverFile: value('CARE_RECEIVER'),
    signpostsFile: value('CARE_SIGNPOSTS'),
    concernsFile: value('CARE_CONCERNS'),
    inboxToken: value('CARE_ENDPOINT_TOKEN'),
    contactKey: value('CARE_CONTACT_KEY'),
    hasLimits: readLimits(value('CARE_LIMITS')),
    addressHeader: readHeaderName('CARE_ADDRESS_HEADER', value('CARE_ADDRESS_HEADER'), 'X-Forwarded-For'),
    userHeader: readHeaderName('CARE_USER_HEADER', value('CARE_USER_HEADER'), 'X-Forwarded-User'),
    retention: {stories: days('CARE_KEEP_STORY'), contacts: days('CARE_KEEP_CONTACT'), equality: days('CARE_KEEP_EQUALITY')},
    origin: readOrigin(value('CARE_ORIGIN')),
    alerts: readAlerts(value),
  };
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  // Not shown, since a password may stand in it.
  if (text !== undefined && !(/^postgres(ql)?:\/\//.test(text) && URL.canParse(text))) throw new StartFault('DATABASE_URL is no address of a PostgreSQL database.\nSet it to postgresql://USER:PASSWORD@HOST:5432/NAME, with characters such as @ or / in the password written as %40 or %2F; or leave it out for SQLite.');
  return text;
}

/** Made where there are none; but each machine would make its own, and no reference of one would be found by another. */
function ownKeys(dataFolder: string, databaseUrl: string | undefined): string {
  if (databaseUrl !== undefined) throw new StartFault('CARE_KEYS is not set, and with DATABASE_URL it must be.\nSet it to the key file that all endpoints of this database share; where there is none yet, the first start makes it.');
  return join(dataFolder, 'keys.json');
}

function readLimits(text = 'on'): boolean {
  if (text !== 'on' && text !== 'off') throw new StartFault(`CARE_LIMITS is "${text}".\nSet it to off for a load test, or leave it out.`);
  return text === 'on';
}

function readHeaderName(variable: string, name: string | undefined, example: string): string | undefined {
  if (name !== undefined && !/^[\w-]+$/.test(name)) throw new StartFault(`${variable} is "${name}", which is no name of a header.\nSet it to the one that your proxy writes, such as ${example}.`);
  return name;
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.href !== `${url.origin}/`) throw new StartFault(`CARE_ORIGIN is "${text}".\nSet it to an address without a path, such as https://central.example.`);
  return url.origin;
}

function readPort(text = '4000'): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new StartFault(`PORT is "${text}", which is no port.\nSet it to a number from 1 to 65535, or leave it out for 4000.`);
  return Number(text);
}
