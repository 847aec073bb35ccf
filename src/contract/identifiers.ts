import * as z from 'zod/mini';

/** A question's, page's or set's id, or a choice's value: lower-case words joined by hyphens. */
export const Slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {error: 'is not an id: lower-case letters, digits and hyphens'}));

/** A CQC location or provider id (`1-…` or an NHS code) or an ODS code; the pattern is the widest that CQC's own records need. */
export const ServiceId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/, {error: 'is not a CQC id or an ODS code'}));

/** RFC 9562 version 7, made when one form starts. */
export const SubmissionId = z.uuidv7({error: 'is not a UUID of version 7'});

/** A BCP 47 language tag. */
export const LanguageTag = z.string().check(z.refine(isLanguageTag, {error: 'is not a language tag'}));

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** An address that may become a link: https, or http on this very machine (demos and tests). */
export const WebAddress = z.string().check(z.refine(isWebAddress, {error: 'is not an https address'})).register(z.globalRegistry, {format: 'uri'});

/** Whether `text` is an absolute https address, or an http address of the machine itself. */
export function isWebAddress(text: string): boolean {
  const address = parse(text);
  if (!address || address.username || address.password) return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address.hostname));
}

/** The origin of a page, without path: `https://charity.example`. */
export const Origin = z.string().check(z.refine((text) => isOrigin(text), {error: 'is not an origin: scheme and host, without a path'}));

function isOrigin(text: string): boolean {
  const address = parse(text);
  return (address?.protocol === 'https:' || address?.protocol === 'http:') && address.origin === text;
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
