const english = 'january february march april may june july august september october november december'.split(' ');
// Browsers may come without Welsh, which is at home here.
const welsh = 'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr'.split(' ');

/** Letters that tell a month from the others, where a name is not written to its end. */
const fewest = 3;

// By numbers and not by `Date`, which pages replace: the middle of each month of 2026, within a day or two.
const midJanuary = 1_768_435_200_000;
const monthLength = 30.4 * 24 * 60 * 60 * 1000;

type Named = readonly (readonly [month: number, name: string])[];

const numbered = (names: readonly string[]): Named => names.map((name, position) => [position + 1, name] as const);

const own = new Map([['en', numbered(english)], ['cy', numbered(welsh)]]);

// Names take a millisecond to come by. Anybody may ask for any language, so there is an end to what is kept.
const lookedUp = new Map<string, Named>();
const mostKept = 50;

/**
 * The month, 1 to 12, that somebody has named in English or in one of `languages` (BCP 47 tags): its name or the
 * beginning of it, however it is accented and written large or small. `undefined` where it is no month, or could be two.
 */
export function monthNamed(written: string, languages: readonly string[] = []): number | undefined {
  const word = folded(written);
  const months = new Set([...new Set(['en', ...languages])].flatMap((language) => monthsLike(word, namesIn(language.toLowerCase().replace(/^(en|cy)-.*/, '$1')))));
  return months.size === 1 ? [...months][0] : undefined;
}

function monthsLike(word: string, named: Named): number[] {
  const same = named.filter(([, name]) => name === word);
  const like = same.length > 0 || word.length < fewest ? same : named.filter(([, name]) => name.startsWith(word));
  return like.map(([month]) => month);
}

/** Long and short, and as they are written beside a day, which is another case in many languages. */
function namesIn(language: string): Named {
  const before = own.get(language) ?? lookedUp.get(language);
  if (before) return before;
  const named = (['long', 'short'] as const).flatMap((month) => [{month}, {month, day: 'numeric'} as const]).flatMap((style) => namesAs(language, style));
  if (lookedUp.size >= mostKept) lookedUp.clear();
  lookedUp.set(language, named);
  return named;
}

function namesAs(language: string, style: Intl.DateTimeFormatOptions): Named {
  try {
    const format = new Intl.DateTimeFormat(language, {...style, calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC'});
    const nameOf = (month: number) => format.formatToParts(midJanuary + (month - 1) * monthLength).find(({type}) => type === 'month')?.value ?? '';
    return numbered(english.map((_, position) => folded(nameOf(position + 1)))).filter(([, name]) => !/^\d*$/.test(name));
  } catch {
    // No language that is known here, or a browser without names: English is left.
    return [];
  }
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(/[\p{M}\p{P}]/gu, '').trim().toLowerCase();
}
