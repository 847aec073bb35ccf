import {StartFault} from './start-fault.js';

/** The parse of a variable that names a port. */
export function port(variable: string, without: string): (text: string) => number {
  return (text) => {
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new StartFault(`${variable} is "${text}", which is no port.\nSet it to a number from 1 to 65535, or leave it out ${without}.`);
    return Number(text);
  };
}

/** @throws StartFault */
export function parseLogFormat(text: string): 'text' | 'json' {
  if (text !== 'text' && text !== 'json') throw new StartFault(`CARE_LOG is "${text}".\nSet it to json for a line of JSON for each event, or leave it out for plain lines.`);
  return text;
}

/** @throws StartFault */
export function parseDatabaseUrl(text: string): string {
  // Not shown, since a password may stand in it.
  if (!(/^postgres(ql)?:\/\//.test(text) && URL.canParse(text))) throw new StartFault('DATABASE_URL is no address of a PostgreSQL database.\nSet it to postgresql://USER:PASSWORD@HOST:5432/NAME, with characters such as @ or / in the password written as %40 or %2F; or leave it out for SQLite.');
  return text;
}

/**
 * Whether there are limits.
 *
 * @throws StartFault
 */
export function parseLimits(text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new StartFault(`CARE_LIMITS is "${text}".\nSet it to off for a load test, or leave it out.`);
  return text === 'on';
}

/**
 * An origin, without a slash at its end.
 *
 * @throws StartFault
 */
export function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.href !== `${url.origin}/`) throw new StartFault(`CARE_ORIGIN is "${text}".\nSet it to an address without a path, such as https://central.example.`);
  return url.origin;
}

/** The parse of a variable that names a header. */
export function headerName(variable: string, example: string): (text: string) => string {
  return (text) => {
    if (!/^[\w-]+$/.test(text)) throw new StartFault(`${variable} is "${text}", which is no name of a header.\nSet it to the one that your proxy writes, such as ${example}.`);
    return text;
  };
}
