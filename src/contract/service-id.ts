// Apart from the schemas, so that a browser can check an id before the code
// that schemas need has come.

/** A CQC location or provider id (`1-…` or an NHS code) or an ODS code; the widest that CQC's own records need. */
export const serviceIdPattern = /^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/;

/** Whether `value` is a CQC id or an ODS code. */
export function isServiceId(value: unknown): value is string {
  return typeof value === 'string' && serviceIdPattern.test(value);
}
