import {join} from 'node:path';
import {StartFault} from './start-fault.js';

/** What the environment says. */
export interface Configuration {
  host: string;
  /** 0 for any that is free. */
  port: number;
  /** Where database, keys and the inbox's token lie. */
  dataFolder: string;
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
  CARE_KEYS            the key file (default: keys.json in DATA_DIR)
  CARE_CONTACT_KEY     a public key (JWK) that contact details are sealed to
  CARE_ADDRESS_HEADER  behind a reverse proxy: the header that says who sent a request
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
  const dataFolder = value('DATA_DIR') ?? 'data';
  return {
    host: value('HOST') ?? '127.0.0.1',
    port: readPort(value('PORT')),
    dataFolder,
    keysFile: value('CARE_KEYS') ?? join(dataFolder, 'keys.json'),
    receiverFile: value('CARE_RECEIVER'),
    signpostsFile: value('CARE_SIGNPOSTS'),
    concernsFile: value('CARE_CONCERNS'),
    inboxToken: value('CARE_ENDPOINT_TOKEN'),
    contactKey: value('CARE_CONTACT_KEY'),
    hasLimits: readLimits(value('CARE_LIMITS')),
    addressHeader: readHeaderName(value('CARE_ADDRESS_HEADER')),
  };
}

function readLimits(text = 'on'): boolean {
  if (text !== 'on' && text !== 'off') throw new StartFault(`CARE_LIMITS is "${text}".\nSet it to off for a load test, or leave it out.`);
  return text === 'on';
}

function readHeaderName(name: string | undefined): string | undefined {
  if (name !== undefined && !/^[\w-]+$/.test(name)) throw new StartFault(`CARE_ADDRESS_HEADER is "${name}", which is no name of a header.\nSet it to the one that your proxy writes, such as X-Forwarded-For.`);
  return name;
}

function readPort(text = '4000'): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new StartFault(`PORT is "${text}", which is no port.\nSet it to a number from 1 to 65535, or leave it out for 4000.`);
  return Number(text);
}
