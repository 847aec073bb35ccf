import type {Share} from '../../contract/submission.js';

/** What somebody may do with what they may see. */
export const rights = ['read', 'contact', 'export', 'erase'] as const;
export type AccessRight = (typeof rights)[number];

/** By what access can be limited, each with the values of which a submission must have one. */
export interface Scope {
  /** Only what people agreed to share with this one. */
  share?: Share;
  partner?: string;
  /** The ids under which one service is known, in lower case. */
  service?: readonly string[];
  /** An area's id. */
  place?: string;
}
export type ScopeKind = keyof Scope;
export const scopeKinds = ['share', 'partner', 'service', 'place'] as const satisfies readonly ScopeKind[];

/** Who somebody is to the inbox. */
export interface Access {
  /** Under which the log records what they did. */
  name: string;
  rights: readonly AccessRight[];
  scope: Scope;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  until?: string;
}

/** As the log names whoever asks for what they wrote themselves. */
export const thePerson = 'the person';

/** Of whoever holds CARE_ENDPOINT_TOKEN, under the name of the way they came. */
export function ownersAccess(name: string): Access {
  return {name, rights, scope: {}};
}
