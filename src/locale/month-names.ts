const english = 'january february march april may june july august september october november december'.split(' ');
// Browsers may come without Welsh, which is at home here.
const welsh = 'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr'.split(' ');

/** Letters that tell a month from the others, where a name is not written to its end. */
const fewest = 3;

type Named = readonly (readonly [month: number, name: string])[];

const numbered = (names: readonly string[]): Named => names.map((name, position) => [position + 1, name] as const);

const known = new Map([['en', numbered(english)], ['cy', numbered(welsh)]]);

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
  const before = known.get(language);
  if (before) return before;
  const named = (['long', 'short'] as const).flatMap((month) => [{month}, {month, day: 'numeric'} as const]).flatMap((style) => namesAs(language, style));
  known.set(language, named);
  return named;
}

function namesAs(language: string, style: Intl.DateTimeFormatOptions): Named {
  try {
    const format = new Intl.DateTimeFormat(language, {...style, calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC'});
    const nameOf = (month: number) => format.formatToParts(Date.UTC(2026, month - 1, 15)).find(({type}) => type === 'month')?.value ?? '';
    return numbered(english.map((_, position) => folded(nameOf(position + 1)))).filter(([, name]) => !/^\d*$/.test(name));
  } catch {
    // No language that is known here, or a browser without names: English is left.
    return [];
  }
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(/[\p{M}\p{P}]/gu, '').trim().toLowerCase();
}
