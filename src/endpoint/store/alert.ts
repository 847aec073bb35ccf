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
