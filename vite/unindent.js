// @ts-check

const tags = ['css', 'html', 'svg'];

/**
 * Leaves out what our styles and templates have for whoever reads the source:
 * the indentation, and in styles whatever means nothing. Lines that a style
 * loses come back behind it, so that source maps stay right.
 * @param {string} folder whose files to change
 * @returns {import('vite').Plugin}
 */
export function unindent(folder) {
  return {
    name: 'unindent',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      /** @type {{start: number, end: number, put: string}[]} */
      const edits = [];
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression' || !tags.includes(node.tag.name)) return;
        const texts = node.quasi.quasis.map((/** @type {{start: number, end: number}} */ {start, end}) => ({start, end, put: code.slice(start, end).replace(/\n[ \t]+/g, '\n')}));
        if (node.tag.name !== 'css') return edits.push(...texts);
        const closed = texts.map((/** @type {typeof edits[0]} */ text) => ({...text, put: closedUp(text.put)}));
        const lost = texts.reduce((/** @type {number} */ sum, /** @type {typeof edits[0]} */ {put}) => sum + put.split('\n').length - 1, 0);
        edits.push(...closed, {start: node.end, end: node.end, put: '\n'.repeat(lost)});
      });
      edits.sort((one, other) => other.start - one.start);
      for (const {start, end, put} of edits) code = code.slice(0, start) + put + code.slice(end);
      return edits.length ? {code, map: null} : null;
    },
  };
}

/**
 * A style without what only its readers need. A space before a colon, or
 * beside an operator, may mean something and stays.
 * @param {string} style
 */
function closedUp(style) {
  return style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/([:,]) /g, '$1')
    .replace(/([{};,])\n|\n(?=\})/g, '$1')
    .replace(/ \{/g, '{')
    .replace(/;\}/g, '}')
    .replaceAll('\n', ' ');
}

/**
 * @param {any} node
 * @param {(node: any) => void} visit
 */
function walk(node, visit) {
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.type === 'string') visit(node);
  for (const value of Object.values(node)) walk(value, visit);
}
