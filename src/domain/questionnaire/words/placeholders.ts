/** What the words of a set leave open: known only where the form is used. Absent parts take their line with them. */
export type Placeholders = Readonly<Record<string, string | undefined>>;

/**
 * A text with its `{blanks}` filled, as paragraphs.
 *
 * A paragraph ends at a line break. One whose blank has no value is left out
 * whole, so a receiver without a phone leaves no half sentence.
 */
export function fillParagraphs(text: string | undefined, blanks: Placeholders): string[] {
  if (!text) return [];
  return text.split('\n').flatMap((line) => {
    const names = [...line.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name = '']) => name);
    if (names.some((name) => name in blanks && !blanks[name])) return [];
    return [line.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => blanks[name] ?? whole)];
  });
}

/** As `paragraphs`, for words of one line. */
export function fillLine(text: string | undefined, blanks: Placeholders): string {
  return fillParagraphs(text, blanks).join(' ');
}
