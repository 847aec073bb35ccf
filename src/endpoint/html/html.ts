import {html as template, raw} from 'hono/html';
import type {HtmlEscapedString} from 'hono/utils/html';

/** Text that is HTML already. */
export type Html = HtmlEscapedString;

/** What may stand in a template: words, which are escaped; HTML, which is not; nothing; or a list of them. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/** HTML with every value escaped, inside tags and inside quoted attributes alike. */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  // A promise only where one of the parts is.
  return template(literals, ...parts.map(keepReturns)) as Html;
}

/** Attributes for a tag: `true` stands without a value, `false` and `undefined` are left out. */
export function attributes(named: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  const each = Object.entries(named).flatMap(([name, value]) => {
    if (!/^[a-z][a-z-]*$/.test(name)) throw new RangeError(`Not an attribute's name: ${name}`);
    if (value === undefined || value === false) return [];
    return [value === true ? name : `${name}="${String(html`${String(value)}`)}"`];
  });
  return raw(each.join(' '));
}

/** The library leaves a carriage return as it is, of which a parser makes a line feed; people's words are shown letter for letter. */
function keepReturns(part: HtmlPart): HtmlPart {
  if (Array.isArray(part)) return part.map(keepReturns);
  return typeof part === 'string' && part.includes('\r') ? raw(String(template`${part}`).replaceAll('\r', '&#13;')) : part;
}
