import * as z from 'zod/mini';
import {ServiceId} from './identifiers.js';

/** Whether a service is still there. Dates are `YYYY-MM-DD`. */
export const ServiceStatus = z.object({
  kind: z.enum(['registered', 'closed', 'moved']),
  on: z.optional(z.string()),
  successor: z.optional(z.object({id: ServiceId, name: z.optional(z.string())})),
});

/** What a service does, in the words that a Situation uses too. */
export const ServiceKind = z.enum([
  'gp', 'dentist', 'pharmacy', 'optician', 'hospital', 'ambulance', 'mental-health', 'community', 'care-home', 'home-care', 'prison', 'specialised',
]);
export type ServiceKind = z.infer<typeof ServiceKind>;

/** A service in the endpoint's directory. */
export const Service = z.object({
  id: ServiceId,
  level: z.enum(['location', 'provider']),
  name: z.string(),
  town: z.optional(z.string()),
  postcode: z.optional(z.string()),
  odsCode: z.optional(z.string()),
  provider: z.optional(z.object({id: ServiceId, name: z.optional(z.string())})),
  kinds: z.optional(z.array(ServiceKind)),
  status: ServiceStatus,
  /** Whether it must be written about in the frame, out of its own page's sight. */
  isolated: z.optional(z.boolean()),
});
export type Service = z.infer<typeof Service>;

/** The answer of `GET /v1/services`, best first. */
export const ServiceList = z.object({services: z.array(Service)});
export type ServiceList = z.infer<typeof ServiceList>;
