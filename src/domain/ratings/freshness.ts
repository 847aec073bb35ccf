const dayLength = 86_400_000;

/**
 * How much may still be said of ratings that held on the day `asOf`: all of it;
 * for more than 14 days all, but with where to look for newer; for more than 28
 * no rating. Days are `YYYY-MM-DD`.
 */
export function freshness(asOf: string, today: string): 'fresh' | 'ageing' | 'too-old' {
  const days = (Date.parse(today) - Date.parse(asOf)) / dayLength;
  if (days > 28) return 'too-old';
  return days > 14 ? 'ageing' : 'fresh';
}
