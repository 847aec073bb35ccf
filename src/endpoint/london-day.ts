const london = new Intl.DateTimeFormat('en', {timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit'});

/** The day it is in the United Kingdom, `YYYY-MM-DD`: by it time limits are counted. */
export function londonDay(now: Date): string {
  const parts = new Map(london.formatToParts(now).map(({type, value}) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
