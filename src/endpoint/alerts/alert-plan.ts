import type {Urgency} from '../../contract/submission.js';
import type {Announced, AlertWay, NewAlert} from '../store/alert.js';
import type {AlertConfiguration} from './alert-configuration.js';

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

/** Who is to be told of what, by what is configured; nobody, where nothing is. */
export function alertPlanOf({hook, mail, also}: Pick<AlertConfiguration, 'hook' | 'mail' | 'also'> = {also: []}): AlertPlan {
  return {ways: [...(hook ? ['hook' as const] : []), ...(mail ? ['mail' as const] : [])], also};
}
