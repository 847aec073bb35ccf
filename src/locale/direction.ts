// By the script that a language is usually written in; a tag may name another.
const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b(?!.*-[a-z]{4}\b)|-(arab|hebr|thaa|nkoo|syrc|rohg)\b/i;

/** Which way a language runs, for words that stand on a page which may run the other way. `lang` is a BCP 47 tag. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.test(lang) ? 'rtl' : 'ltr';
}
