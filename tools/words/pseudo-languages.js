// @ts-check
// Languages that nobody speaks, for tests and stories: English made strange.
// Whoever looks at one sees at once which words are not translated, which are
// cut off, and which were put together from pieces. They are not shipped.

// What must come back as it was: XLIFF's placeholders, our own `{receiver}`, XML's entities, addresses.
const untouchable = /<[^>]*>|\{[^{}]*\}|&#?\w+;|https?:\/\/\S+/g;

const accented = Object.fromEntries([...'aáeéiíoóuúyýcçnñsšzžgĝhĥjĵwŵtţlļrřdđkķAÁEÉIÍOÓUÚYÝCÇNÑSŠZŽGĜHĤJĴWŴTŢLĻRŘDĐKĶ'.matchAll(/(.)(.)/gu)].map(([, plain, accent]) => [plain, accent]));

/**
 * English with accents, a third longer and in brackets.
 * @param {string} source one text, as it stands in XLIFF
 * @returns {string}
 */
export function longer(source) {
  // In groups as long as a word: one long run would burst a narrow page that words do not.
  const more = '~'.repeat(Math.ceil(source.replace(untouchable, '').length / 3)).replace(/~{6}(?=~)/g, '$& ');
  return `[${between(source, (text) => text.replace(/[A-Za-z]/g, (letter) => accented[letter] ?? letter))} ${more}]`;
}

// U+202E turns what follows around until U+202C. The marks beside them, U+200F,
// let words follow each other as those of a language that runs from right to left.
const [mark, turned, turnedBack] = ['\u200F', '\u202E', '\u202C'];

/**
 * English whose words run from right to left, each in a mirror, as Chromium's
 * and Android's languages of this name have it.
 * @param {string} source one text, as it stands in XLIFF
 * @returns {string}
 */
export function rightToLeft(source) {
  return between(source, (text) => text.replace(/[A-Za-z’]+/g, (word) => `${mark}${turned}${word}${turnedBack}${mark}`));
}

/**
 * By its tag. The regions XA and XB are nobody's; `ar` runs from right to left, and has six forms for a count.
 * @type {Readonly<Record<string, (source: string) => string>>}
 */
export const pseudoLanguages = {'en-XA': longer, 'ar-XB': rightToLeft};

/**
 * An XLIFF file with every text translated.
 * @param {string} xliff as lit-localize writes it, without targets
 * @param {(source: string) => string} translate
 * @returns {string}
 */
export function translated(xliff, translate) {
  return xliff.replace(/<source>([^]*?)<\/source>/g, (whole, source) => `${whole}\n  <target>${translate(source)}</target>`);
}

/**
 * @param {string} source
 * @param {(text: string) => string} change
 */
function between(source, change) {
  const kept = source.match(untouchable) ?? [];
  return source.split(untouchable).map((text, place) => change(text) + (kept[place] ?? '')).join('');
}
