// Apart from the search, so that a form knows a name that was typed as the search does.

/** Characters of a query or a name that are looked at; the rest is cut. */
export const charactersRead = 200;

// Latin letters that no Unicode decomposition takes apart.
const foldedLetters: Record<string, string> = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i'};
const unfoldable = /[ßæœøđðłþı]/g;
const accents = /[\u0300-\u036f]/g;
const apostrophes = /['’‘ʼ`´′]/g;

// `\p{M}` belongs to the word: vowel signs of Indian scripts are marks, and without
// them a Panjabi word would fall into single consonants.
const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a text as search compares them: lower case, no accents, no
 * apostrophes, `&` read as `and`, initials joined (`D.P. Rundle` is `dp rundle`).
 */
export function wordsIn(text: string): string[] {
  const read = text.length <= charactersRead ? text : [...text.slice(0, 2 * charactersRead)].slice(0, charactersRead).join('');
  const lettersAlone = read.replace(apostrophes, '');
  const folded = isPlain.test(lettersAlone) ? lettersAlone.toLowerCase() : withoutAccents(lettersAlone);
  return joinInitials(folded.replaceAll('&', ' and ').match(word) ?? []);
}

// Nearly all names; the longer way round is needed for the others only.
const isPlain = /^[\x20-\x7e]*$/;

// What shows nothing, such as a zero-width space, comes along when a name is copied; joiners change how letters look, not which they are.
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

function withoutAccents(text: string): string {
  // Wide and joined apostrophes (`ŉ`) only show after the decomposition. `´`, which it
  // would turn into a space and an accent, is gone by now.
  return text.replace(unseen, '').normalize('NFKD').replace(apostrophes, '').replace(accents, '').toLowerCase()
    .replace(unfoldable, (letter) => foldedLetters[letter] ?? letter);
}

const letter = /\p{L}/u;

function joinInitials(words: string[]): string[] {
  const joined: string[] = [];
  let inInitials = false;
  for (const each of words) {
    const isInitial = each.length === 1 && letter.test(each);
    if (isInitial && inInitials) joined[joined.length - 1] += each;
    else joined.push(each);
    inInitials = isInitial;
  }
  return joined;
}

/** A postcode without its space, in lower case, or a text that is none as one word. */
export function compactPostcode(postcode: string): string {
  return wordsIn(postcode).join('');
}
