// @ts-check
// The pseudo-locale en-XA: English with accents, a third longer and in brackets.
// Whoever looks at it sees at once which words are not translated, which are
// cut off, and which were put together from pieces.

const accented = Object.fromEntries([...'aáeéiíoóuúyýcçnñsšzžgĝhĥjĵwŵtţlļrřdđkķAÁEÉIÍOÓUÚYÝCÇNÑSŠZŽGĜHĤJĴWŴTŢLĻRŘDĐKĶ'.matchAll(/(.)(.)/gu)].map(([, plain, accent]) => [plain, accent]));

// What must come back as it was: XLIFF's placeholders, our own `{receiver}`, XML's entities, addresses.
const untouchable = /<[^>]*>|\{[^{}]*\}|&#?\w+;|https?:\/\/\S+/g;

/**
 * One text, as it stands in XLIFF, in the pseudo-locale.
 * @param {string} source
 * @returns {string}
 */
export function pseudo(source) {
  const kept = source.match(untouchable) ?? [];
  const words = source.split(untouchable).map((text) => text.replace(/[A-Za-z]/g, (letter) => accented[letter] ?? letter));
  // In groups as long as a word: one long run would burst a narrow page that words do not.
  const longer = '~'.repeat(Math.ceil(source.replace(untouchable, '').length / 3)).replace(/~{6}(?=~)/g, '$& ');
  return `[${words.map((text, index) => text + (kept[index] ?? '')).join('')} ${longer}]`;
}

/**
 * An XLIFF file with every text translated into the pseudo-locale.
 * @param {string} xliff as lit-localize writes it, without targets
 * @returns {string}
 */
export function translate(xliff) {
  return xliff.replace(/<source>([^]*?)<\/source>/g, (whole, source) => `${whole}\n  <target>${pseudo(source)}</target>`);
}
