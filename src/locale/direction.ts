// By the script that a language is usually written in; a tag may name another.
const languages = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
const scripts = new Set(['arab', 'hebr', 'thaa', 'nkoo', 'syrc', 'rohg']);

/** Which way a language runs, for words that stand on a page which may run the other way. `lang` is a BCP 47 tag. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...more] = lang.toLowerCase().split('-');
  const script = more.find((part) => part.length === 4);
  const runsLeft = script ? scripts.has(script) : languages.has(language);
  return runsLeft ? 'rtl' : 'ltr';
}
