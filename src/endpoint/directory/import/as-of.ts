import {isDay} from '../../../contract/days.js';

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const inWords = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${months.join('|')})\\s+(\\d{4})\\b`, 'gi');
const inFigures = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g;
const asIso = /\b(\d{4})-(\d{2})-(\d{2})\b/g;

// CQC began in April 2009.
const earliest = '2009-04-01';

/** The latest day that a file's preface names, as `YYYY-MM-DD`; `undefined` where it names none that can be, up to `today`. */
export function dayInPreface(preface: string, today: string): string | undefined {
  const days = [
    ...[...preface.matchAll(inWords)].map(([, day, month, year]) => iso(year, months.indexOf(month!.toLowerCase()) + 1, day)),
    ...[...preface.matchAll(inFigures)].map(([, day, month, year]) => iso(year, month, day)),
    ...[...preface.matchAll(asIso)].map(([, year, month, day]) => iso(year, month, day)),
  ];
  return days.filter((day) => isDay(day) && day >= earliest && day <= today).sort().at(-1);
}

function iso(...[year, month, day]: (string | number | undefined)[]): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
