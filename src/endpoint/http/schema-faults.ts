import type * as z from 'zod/mini';
import {pointer, type Fault} from '../../contract/problem.js';

// A body can hold more faults than anybody reads, and keys of any length;
// an answer stays small whatever was sent.
const mostFaults = 50;
const longestPointer = 200;

/** `value` as `schema` takes it, or what is wrong with it, place by place. */
export function readAs<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): {fits: true; value: z.infer<Schema>} | {fits: false; faults: Fault[]} {
  const parsed = schema.safeParse(value, {error: inWords});
  return parsed.success ? {fits: true, value: parsed.data} : {fits: false, faults: fewer(parsed.error.issues.flatMap(faultsIn))};
}

/** As many faults as an answer carries, with pointers of bearable length. */
export function fewer(faults: readonly Fault[]): Fault[] {
  return faults.slice(0, mostFaults).map(({pointer: at, detail}) => ({pointer: at.slice(0, longestPointer), detail}));
}

type Issue = z.core.$ZodIssue;

function faultsIn(issue: Issue): Fault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({pointer: pointer([...issue.path, key]), detail: 'is not a known key'}));
  const branch = issue.code === 'invalid_union' ? branchMeant(issue.errors) : undefined;
  if (branch) return branch.flatMap((inner) => faultsIn({...inner, path: [...issue.path, ...inner.path]}));
  return [{pointer: pointer(issue.path), detail: issue.message}];
}

/** Of a union's ways, the one that somebody meant: the only one whose own type fits. */
function branchMeant(ways: readonly Issue[][]): Issue[] | undefined {
  const fitting = ways.filter((issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0));
  return fitting.length === 1 ? fitting[0] : undefined;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text', object: 'an object', record: 'an object', array: 'a list', boolean: 'true or false', number: 'a number', int: 'a whole number',
};

/** Said where the schema itself has no words for it. Nothing that was sent is repeated. */
function inWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'is missing';
  switch (issue.code) {
    case 'invalid_type': return `is not ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value': return `is not one of: ${issue.values.join(', ')}`;
    case 'too_big': return `has more than ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`;
    case 'too_small': return `has fewer than ${issue.minimum} ${issue.origin === 'string' ? 'characters' : 'entries'}`;
    case 'invalid_key': return issue.issues[0]?.message ?? 'is not a known key';
    default: return 'is not what is taken here';
  }
}
