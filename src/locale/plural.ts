/** One text in each form that a language may have for a count; a language uses those of its own. */
export type PluralForms = Readonly<Record<Intl.LDMLPluralRule, string>>;

// To come by the rules of a language takes longer than to ask them, and texts that count are drawn again and again.
const rules = new Map<string, Pick<Intl.PluralRules, 'select'>>();

/**
 * The form of a text that its language has for `count`.
 *
 * @param lang BCP 47 of the words themselves. Without plural rules, as in the oldest
 *   browsers, English's count.
 */
export function plural(lang: string, count: number, forms: PluralForms): string {
  const known = rules.get(lang) ?? rulesOf(lang);
  rules.set(lang, known);
  return forms[known.select(count)];
}

function rulesOf(lang: string): Pick<Intl.PluralRules, 'select'> {
  return typeof Intl === 'object' && 'PluralRules' in Intl ? new Intl.PluralRules(lang) : {select: (count) => (count === 1 ? 'one' : 'other')};
}
