import {monthNamed} from '../../locale/month-names.js';

/** The three boxes of an approximate date, as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** What somebody typed as a date, and the date that was made of it; shown again as typed while it is the answer. */
export interface TypedDate {
  parts: DateParts;
  date: string;
}

/** What is known of whoever writes a date. */
export interface DateReading {
  /** The last day that is taken, `YYYY-MM-DD`. */
  latest: string;
  /** The languages in which months may be named beside English, as BCP 47 tags. */
  languages?: readonly string[];
}

/** A number as ASCII digits, or a month that was named. */
type Item = {digits: string; month?: undefined} | {month: number; digits?: undefined};

// What people write beside a number and do not mean by itself: ordinals in English, Welsh and French, what Portuguese
// and Spanish raise, what Chinese, Japanese and Korean write behind each part, and the words of "on the 3rd of March".
const beside = new Set('st nd rd th af il ail ydd fed ed eg ain er re o a the of on in 年 月 日 号 號 년 월 일'.split(' '));

/**
 * The date in the boxes, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: with digits of any script, ordinals, the names of months
 * and years of two digits. A whole date in one box is taken where it can be read in one way only.
 *
 * What is missing or wrong stays visible in the text (`2026--05`), so that a check can refuse it.
 */
export function dateFromParts({day, month, year}: DateParts, reading: DateReading): string {
  const [days, months, years] = [day, month, year].map((box) => itemsIn(box, reading.languages));
  const fullYears = years?.map((item) => (years.length === 1 && item.digits ? {digits: fullYear(item.digits, reading.latest)} : item));
  if (!days || !months || !fullYears) return joined(year, month, day);
  const isEachInItsBox = [days, months, fullYears].every(({length}) => length <= 1) && isDayOrNothing(days[0]) && !fullYears[0]?.month;
  if (isEachInItsBox) return joined(fullYears[0]?.digits, numberOf(months[0]), days[0]?.digits);
  return gathered([...days, ...months, ...fullYears]) ?? joined(year, month, day);
}

/** The boxes for a date made by `dateFromParts`; empty for a word such as `ongoing`. */
export function partsOfDate(text: string): DateParts {
  if (/^[a-z]/.test(text)) return {day: '', month: '', year: ''};
  const [year = '', month = '', ...day] = text.split('-');
  return {day: day.join('-'), month, year};
}

/** The boxes as somebody typed them, while what was made of them is the answer; else those for the answer itself. */
export function partsAsTyped(answer: string, typed: TypedDate | undefined): DateParts {
  return typed?.date === answer ? typed.parts : partsOfDate(answer);
}

/** What stands in a box, or `undefined` where some of it is neither a number nor a month. */
function itemsIn(box: string, languages: readonly string[] | undefined): Item[] | undefined {
  const text = asciiDigits(box.normalize('NFKC'));
  const whole = monthNamed(text, languages);
  if (whole) return [{month: whole}];
  const items = (text.match(/\d+|[\p{L}\p{M}]+/gu) ?? []).filter((each) => !beside.has(each.toLowerCase())).map((each) => itemOf(each, languages));
  // Signs alone are no date either.
  return items.includes(undefined) || (items.length === 0 && /\S/.test(box)) ? undefined : (items as Item[]);
}

function itemOf(word: string, languages: readonly string[] | undefined): Item | undefined {
  if (/\d/.test(word)) return {digits: word};
  const month = monthNamed(word, languages);
  return month ? {month} : undefined;
}

/** The decimal digits of each script stand in order from its zero, and behind no other digit but those of another ten. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let before = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(before - 1))) before -= 1;
    return String((code - before) % 10);
  });
}

/**
 * Two digits mean this century where that is no later than now, else the last. In the next ten years they are more
 * likely a slip than a memory of ninety years ago, so they stay in the future, which the check then tells.
 */
function fullYear(digits: string, latest: string): string {
  if (digits.length !== 2) return digits;
  // A clock that was put back makes no old letter of a new one.
  const now = Math.max(Number(latest.slice(0, 4)), 2026);
  const here = now - (now % 100) + Number(digits);
  return String(here > now + 10 ? here - 100 : here);
}

/** A date whose parts do not each stand in their box: taken only where each can be but one thing. */
function gathered(items: readonly Item[]): string | undefined {
  const named = items.filter(({month}) => month !== undefined);
  const numbers = items.flatMap(({digits}) => digits ?? []);
  const [year, ...otherYears] = numbers.filter(({length}) => length === 4);
  const [first, second, ...more] = numbers.filter(({length}) => length <= 2);
  if (!year || otherYears.length + more.length > 0 || numbers.length !== [year, first, second].filter(Boolean).length) return undefined;
  if (named.length > 0) return named.length === 1 && !second ? joined(year, numberOf(named[0]), first) : undefined;
  if (!first || !second) return joined(year, first);
  if (items[0]?.digits === year) return joined(year, first, second);
  if (Number(first) > 12 || Number(first) === Number(second)) return joined(year, second, first);
  // 3/5/2026 is a day in March to some and in May to others.
  return Number(second) > 12 ? joined(year, first, second) : undefined;
}

function isDayOrNothing(item: Item | undefined): boolean {
  return !item || (item.digits !== undefined && item.digits.length < 4);
}

function numberOf(item: Item | undefined): string | undefined {
  return item?.digits ?? item?.month?.toString();
}

function joined(year = '', month = '', day = ''): string {
  const [y, m, d] = [year.trim(), padded(month.trim()), padded(day.trim())];
  if (d) return `${y}-${m}-${d}`;
  return m ? `${y}-${m}` : y;
}

function padded(digits: string): string {
  return /^\d+$/.test(digits) ? String(Number(digits)).padStart(2, '0') : digits;
}
