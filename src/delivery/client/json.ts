import {cleanJson} from './clean-built-ins.js';

/** `text` as JSON, or `undefined` when it is none. */
export function jsonFrom(text: string): unknown {
  try {
    return cleanJson().parse(text);
  } catch {
    return undefined;
  }
}

/**
 * `value` as JSON, as `JSON.stringify` writes it: plain objects, lists, texts,
 * numbers, `true`, `false` and `null`; what is `undefined` is left out.
 *
 * By syntax alone, as pages replace `JSON.stringify`, give texts and lists a
 * `toJSON`, and hang things of their own into every object.
 */
export function jsonText(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${joined(value.length, (place) => jsonText(value[place]))}]`;
  if (typeof value === 'object' && value) return `{${membersOf(value)}}`;
  const isSaid = typeof value === 'boolean' || (typeof value === 'number' && value - value === 0);
  return isSaid ? `${value}` : 'null';
}

function membersOf(object: object): string {
  // A copy without a prototype has nothing but what is the object's own.
  const own: Record<string, unknown> = {__proto__: null, ...object};
  let json = '';
  for (const key in own) if (own[key] !== undefined) json += `${json && ','}${quoted(key)}:${jsonText(own[key])}`;
  return json;
}

function joined(length: number, at: (place: number) => string): string {
  let json = '';
  for (let place = 0; place < length; place += 1) json += `${place ? ',' : ''}${at(place)}`;
  return json;
}

function quoted(text: string): string {
  let json = '"';
  for (let place = 0; place < text.length; place += 1) {
    const unit = text[place]!;
    if (isHigh(unit) && isLow(text[place + 1])) json += unit + text[(place += 1)]!;
    else if (unit === '"' || unit === '\\') json += `\\${unit}`;
    else json += unit < ' ' || isHigh(unit) || isLow(unit) ? escaped(unit) : unit;
  }
  return `${json}"`;
}

// The two halves of a character beyond U+FFFF, of which one alone cannot be sent as it is.
const isHigh = (unit: string) => unit >= '\ud800' && unit <= '\udbff';
const isLow = (unit = '') => unit >= '\udc00' && unit <= '\udfff';

const short: Readonly<Record<string, string>> = {'\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r'};

function escaped(unit: string): string {
  return short[unit] ?? `\\u${(0x10000 + unit.charCodeAt(0)).toString(16).slice(1)}`;
}
