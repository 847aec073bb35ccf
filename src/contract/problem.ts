import * as z from 'zod/mini';

/** One fault in a request: where (a JSON pointer, RFC 6901) and what. */
export const Fault = z.object({pointer: z.string(), detail: z.string()});
export type Fault = z.infer<typeof Fault>;

/** An error as RFC 9457 writes it (`application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(Fault)),
});
export type Problem = z.infer<typeof Problem>;

/** A path of keys as a JSON pointer. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
