/** How long ago a day was, in whole years and the whole months after them. */
export interface Age {
  years: number;
  months: number;
}

/** The age, on the day `today`, of what was published on a day; both `YYYY-MM-DD`. What is yet to come is of no age. */
export function ageOf(published: string, today: string): Age {
  const [year = 0, month = 0, day = 0] = published.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number);
  const months = Math.max(0, (thisYear - year) * 12 + thisMonth - month - (thisDay < day && !isLastDay(today) ? 1 : 0));
  return {years: Math.floor(months / 12), months: months % 12};
}

/** How many days before `today` a day was; less than none where it is yet to come. */
export function daysSince(day: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
}

// A month after 31 January is over on the last day of February.
function isLastDay(day: string): boolean {
  return new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;
}
