import * as z from 'zod/mini';
import {isComplaintAddress, isLanguageTag, isOrigin, isSecurityContact, isWebAddress} from './addresses.js';
import {serviceIdPattern} from './service-id.js';
import {slugPattern} from './slug.js';

/** A question's, page's or set's id, or a choice's value: lower-case words joined by hyphens. */
export const Slug = z.string().check(z.regex(slugPattern, {error: 'is not an id: lower-case letters, digits and hyphens'}));

/** A CQC location or provider id (`1-…` or an NHS code) or an ODS code. */
export const ServiceId = z.string().check(z.regex(serviceIdPattern, {error: 'is not a CQC id or an ODS code'}));

/** RFC 9562 version 7, made when one form starts. */
export const SubmissionId = z.uuidv7({error: 'is not a UUID of version 7'});

/** A BCP 47 language tag. */
export const LanguageTag = z.string().check(z.refine(isLanguageTag, {error: 'is not a language tag'}));

/** An address that may become a link: https, or http on this very machine (demos and tests). */
export const WebAddress = z.string().check(z.refine(isWebAddress, {error: 'is not an https address'})).register(z.globalRegistry, {format: 'uri'});

/** Where somebody can complain: as `WebAddress`, or `mailto:` and one email address, with nothing after it. */
export const ComplaintAddress = z
  .string()
  .check(z.refine(isComplaintAddress, {error: 'is not an https address, nor "mailto:" and one email address with nothing after it'}))
  .register(z.globalRegistry, {format: 'uri', description: 'An https address, or `mailto:` and one email address with nothing after it'});

/** Where somebody can be reached about a fault, as RFC 9116 writes it: an https, `mailto:` or `tel:` address. */
export const SecurityContact = z.string().check(z.refine(isSecurityContact, {error: 'is not an https address, nor "mailto:" and one email address, nor "tel:" and a number such as tel:+44-1632-960000'}));

/** The origin of a page, without path: `https://charity.example`. */
export const Origin = z.string().check(z.refine(isOrigin, {error: 'is not an origin: scheme and host, without a path'}));
