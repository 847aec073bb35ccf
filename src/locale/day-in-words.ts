/** English without a region would be American, with the month first. */
export const regional = (language: string) => (language === 'en' ? 'en-GB' : language);

/** `2026-03-27`, which is known to be a day, as `27 March 2026`; as it is where the engine has no words for days. */
export function dayInWords(day: string, language: string): string {
  try {
    return new Intl.DateTimeFormat(regional(language), {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(day));
  } catch {
    return day;
  }
}
