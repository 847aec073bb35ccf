import type {Fault, Problem} from '../../contract/problem.js';

/** What went wrong, in words that end a problem's `type`. */
export type ProblemKind =
  | 'two-hosts' | 'malformed-query' | 'not-json' | 'not-sealed' | 'does-not-open' | 'unknown-key' | 'too-many' | 'invalid' | 'conflict' | 'too-large' | 'unsupported-type' | 'isolation-required' | 'origin-refused'
  | 'no-token' | 'lacks-right' | 'not-found' | 'no-rating' | 'wrong-method' | 'unavailable' | 'failed';

/** A refusal as RFC 9457 writes it. `more` names the places at fault and further headers. */
export function problem(
  status: number,
  kind: ProblemKind,
  title: string,
  more: {detail?: string; errors?: readonly Fault[]; headers?: Readonly<Record<string, string>>} = {},
): Response {
  const body: Problem = {
    type: `urn:care-elements:problem:${kind}`,
    title,
    status,
    ...(more.detail === undefined ? {} : {detail: more.detail}),
    ...(more.errors === undefined ? {} : {errors: [...more.errors]}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...more.headers},
  });
}

/** Says to come back after `seconds` or a little later, so that not everybody does at once. */
export function tooMany(seconds: number): Response {
  return problem(429, 'too-many', 'Too much has come from one place', {
    detail: 'Nothing was kept. Send the same again later.',
    headers: {'Retry-After': String(spreadRetryAfterSeconds(seconds))},
  });
}

/** At least `seconds`, and up to a quarter and ten seconds more. */
export function spreadRetryAfterSeconds(seconds: number): number {
  return seconds + Math.floor(Math.random() * (seconds / 4 + 10));
}

/** Says to come back: after a time that differs, so that not everybody does at once. */
export function unavailable(): Response {
  const seconds = 5 + Math.floor(Math.random() * 26);
  return problem(503, 'unavailable', 'The endpoint cannot keep anything just now', {
    detail: 'Nothing was kept. Send the same again.',
    headers: {'Retry-After': String(seconds)},
  });
}
