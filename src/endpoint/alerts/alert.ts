import type {Urgency} from '../../contract/submission.js';

/** What is announced. Only `immediate` is urgent: it comes again until a person has opened the submission. */
export type AlertKind = 'immediate' | Announced;

/** What can be announced besides, once and without urgency, over the hook alone. */
export type Announced = 'arrival' | 'edit' | 'erasure';

/** How somebody is told. */
export type AlertWay = 'hook' | 'mail';

/** Of one submission, what is to be told and how. */
export interface NewAlert {
  kind: AlertKind;
  way: AlertWay;
}

/** One that is due, as the store hands it out. */
export interface Alert extends NewAlert {
  row: number;
  /** The submission's id. */
  submission: string;
  /** When what it tells of happened. */
  happenedAt: string;
  /** How often somebody was told already. */
  told: number;
  /** How many tries have failed since. */
  failed: number;
}

/** Who is to be told of what, as the owner set it. */
export interface AlertPlan {
  /** The ways on which urgent ones go. */
  ways: readonly AlertWay[];
  /** What the hook announces besides. */
  also: readonly Announced[];
}

/** What is to be told of one that is erased. */
export function alertsOfErasure({ways, also}: AlertPlan): NewAlert[] {
  return ways.includes('hook') && also.includes('erasure') ? [{kind: 'erasure', way: 'hook'}] : [];
}

/** What is to be told of a submission that arrives. */
export function alertsFor({urgency, replaces}: {urgency: Urgency; replaces?: string | undefined}, {ways, also}: AlertPlan): NewAlert[] {
  const arrives: Announced = replaces === undefined ? 'arrival' : 'edit';
  return [
    ...(urgency === 'immediate' ? ways.map((way): NewAlert => ({kind: 'immediate', way})) : []),
    ...(ways.includes('hook') && also.includes(arrives) ? [{kind: arrives, way: 'hook'} as const] : []),
  ];
}
