/** The day in England, as `YYYY-MM-DD`. */
export function today(): string {
  return new Date().toLocaleDateString('en-CA', {timeZone: 'Europe/London'});
}
