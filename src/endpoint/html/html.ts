/** Text that is HTML already. Nothing makes one but `html` and `attributes`. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}
export type Html = Markup;

/** What may stand in a template: words, which are escaped; HTML, which is not; nothing; or a list of them. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/** HTML with every value escaped, inside tags and inside quoted attributes alike. */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Markup(literals.map((literal, position) => literal + written(parts[position])).join(''));
}

/** Attributes for a tag: `true` stands without a value, `false` and `undefined` are left out. */
export function attributes(named: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  const each = Object.entries(named).flatMap(([name, value]) => {
    if (!/^[a-z][a-z-]*$/.test(name)) throw new RangeError(`Not an attribute's name: ${name}`);
    if (value === undefined || value === false) return [];
    return [value === true ? name : `${name}="${escaped(String(value))}"`];
  });
  return new Markup(each.join(' '));
}

function written(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.toString();
  if (Array.isArray(part)) return part.map(written).join('');
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser makes a line feed of it, and people's words are shown letter for letter.
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => entities[character] ?? '');
}
