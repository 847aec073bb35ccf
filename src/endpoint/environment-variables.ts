import {alertVariables} from './alerts/alert-configuration.js';
import {retentionVariables} from './retention/retention-policy.js';
import {cqcVariables} from './directory/sync/cqc-access.js';
import {languageTag} from './commands/language-tag-variable.js';
import {headerName, parseDatabaseUrl, parseLimits, parseLogFormat, parseOrigin, port} from './commands/parse-variable.js';
import {verbatim, type Variables} from './commands/variable-types.js';

const placeVariables = {
  CARE_RECEIVER: {description: 'The file that says who receives the feedback.', kind: 'file', defaultDescription: '`serve` does not start', parse: verbatim},
  PORT: {description: 'Where to listen. The demonstration takes the next three ports too.', kind: 'port', defaultValue: '4000', parse: port('PORT', 'for 4000')},
  HOST: {description: 'On which address of this machine to listen.', kind: 'host', defaultValue: '127.0.0.1', parse: verbatim},
  DATA_DIR: {description: 'The folder of database, keys and the inbox’s token.', kind: 'folder', defaultValue: 'data', parse: verbatim},
  DATABASE_URL: {description: 'A PostgreSQL database to keep everything in, instead of SQLite in DATA_DIR.', kind: '`postgresql://USER:PASSWORD@HOST:5432/NAME`', defaultDescription: 'SQLite in DATA_DIR', parse: parseDatabaseUrl},
  CARE_KEYS: {description: 'The key file, made at the first start, for its owner alone to read. With DATABASE_URL it must be named, and be the same for all that share the database.', kind: 'file', defaultDescription: '`keys.json` in DATA_DIR', parse: verbatim},
  CARE_ORIGIN: {description: 'The address of the endpoint as people reach it, for links in alerts and on receipts. Where it is https, browsers are told to come by https alone, and the inbox’s cookie is for https alone.', kind: 'address without a path', defaultDescription: 'where it listens', parse: parseOrigin},
} satisfies Variables;

const inboxVariables = {
  CARE_ENDPOINT_TOKEN: {description: 'The endpoint’s own token for the inbox, with every right: 24 characters or more, or any text where HOST is of this machine alone.', kind: 'secret', defaultDescription: 'one is made and kept in DATA_DIR, and a link is printed that opens once', parse: verbatim},
  CARE_TEAM_LANGUAGE: {description: 'The language of the inbox, of alerts by mail and of the words in exports. Where there is no translation into it, they are in English and the log says so. What the public sees does not depend on it.', kind: 'language tag', defaultValue: 'en', parse: languageTag('CARE_TEAM_LANGUAGE')},
  CARE_CONTACT_KEY: {description: 'A public key that contact details are sealed to, as `contact-key make` prints it.', kind: 'public JWK', defaultDescription: 'contact details are not sealed', parse: verbatim},
  CARE_CONCERNS: {description: 'Your rules by which repeat concerns about a service are raised. Read at the start.', kind: 'file', defaultDescription: 'what `concerns rules` prints', parse: verbatim},
} satisfies Variables;

const proxyVariables = {
  CARE_ADDRESS_HEADER: {description: 'Behind a reverse proxy: the header in which it says who sent a request.', kind: 'name of a header', defaultDescription: 'the address of the connection counts', parse: headerName('CARE_ADDRESS_HEADER', 'X-Forwarded-For')},
  CARE_USER_HEADER: {description: 'Behind a sign-in of your own: the header in which your proxy says who signed in.', kind: 'name of a header', defaultDescription: 'people sign in with a token', parse: headerName('CARE_USER_HEADER', 'X-Forwarded-User')},
  CARE_LIMITS: {description: 'For load tests: `off` takes away the limits on how much one address sends, and sets nothing apart for its pattern.', kind: '`on` or `off`', defaultValue: 'on', parse: parseLimits},
} satisfies Variables;

const watchingVariables = {
  CARE_LOG: {description: 'How `serve` speaks to you: `json` is one line of JSON for each event on standard output, for a program that collects them.', kind: '`text` or `json`', defaultValue: 'text', parse: parseLogFormat},
  CARE_METRICS_PORT: {description: 'The port of `/metrics`, counts and times in Prometheus’s format. Nobody but your own programs should reach it.', kind: 'port', defaultDescription: 'there are no metrics', parse: port('CARE_METRICS_PORT', 'for no metrics')},
  CARE_METRICS_HOST: {description: 'On which address of this machine `/metrics` listens.', kind: 'host', defaultValue: '127.0.0.1', parse: verbatim},
} satisfies Variables;

const signpostVariables = {
  CARE_SIGNPOSTS: {description: 'Your file that confirms, adds or replaces who can help. Read at the start.', kind: 'file', defaultDescription: 'the built-in directory alone', parse: verbatim},
} satisfies Variables;

/** Every variable of the endpoint, by its name. */
export const variables = {...placeVariables, ...inboxVariables, ...retentionVariables, ...alertVariables, ...proxyVariables, ...watchingVariables, ...signpostVariables, ...cqcVariables} satisfies Variables;

/** The same, as they are explained to its operator. */
export const variableGroups: readonly {title: string; variables: Variables}[] = [
  {title: 'Where things are', variables: placeVariables},
  {title: 'The inbox', variables: inboxVariables},
  {title: 'For how long things are kept', variables: retentionVariables},
  {title: 'Alerts of urgent feedback', variables: alertVariables},
  {title: 'Behind a proxy, and limits', variables: proxyVariables},
  {title: 'Watching over it', variables: watchingVariables},
  {title: 'Who can help, services and ratings', variables: {...signpostVariables, ...cqcVariables}},
];
