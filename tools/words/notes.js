// @ts-check
// What translators are told of a text beside the text itself. lit-localize would
// have it in the code (`desc`), and so in what every page loads.
import ts from 'typescript';

/**
 * What a comment that begins with `Translators:` says of a text, before the line
 * that it is in or before one around it; of the forms for a count, which this is.
 * @param {string} id
 * @param {ts.Node} call of `msg`
 * @returns {string | undefined}
 */
export function noteFor(id, call) {
  const [, text, form] = /^(.+)\.(zero|one|two|few|many|other)$/.exec(id) ?? [];
  const count = form && `${text}: for a count of the form “${form}” (CLDR). A language without this form repeats “other”.`;
  return [commentBefore(call), count].filter(Boolean).join(' ') || undefined;
}

/** @param {ts.Node} call */
function commentBefore(call) {
  const file = call.getSourceFile();
  for (let node = call; node && !ts.isSourceFile(node); node = node.parent) {
    if (ts.isFunctionDeclaration(node)) return undefined;
    const comments = ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? [];
    const lines = comments.map(({pos, end}) => file.text.slice(pos, end).replace(/^\/\/\s*/, ''));
    const start = lines.findIndex((line) => line.startsWith('Translators:'));
    if (start >= 0) return lines.slice(start).join(' ').replace('Translators:', '').trim();
  }
  return undefined;
}
