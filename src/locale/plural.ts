/** One text in each form that a language may have for a count; a language uses those of its own. */
export type PluralForms = Readonly<Record<Intl.LDMLPluralRule, string>>;

/**
 * The form of a text that its language has for `count`.
 *
 * @param lang BCP 47 of the words themselves. Without plural rules, as in the oldest
 *   browsers, English's count.
 */
export function plural(lang: string, count: number, forms: PluralForms): string {
  const inEnglish = count === 1 ? 'one' : 'other';
  return forms[typeof Intl === 'object' && 'PluralRules' in Intl ? new Intl.PluralRules(lang).select(count) : inEnglish];
}
