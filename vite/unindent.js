// @ts-check

/**
 * Leaves out of our styles and templates what is there for whoever reads the
 * source: indentation, and in styles all white space that says nothing. The line
 * breaks of styles go behind them, so that source maps stay right.
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
      const texts = [];
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression') return;
        const {quasis, end} = node.quasi;
        /** @type {(shorten: (text: string) => string) => void} */
        const shorten = (shorter) => void texts.push(...quasis.map((/** @type {{start: number, end: number}} */ {start, end: stop}) => ({start, end: stop, put: shorter(code.slice(start, stop))})));
        if (node.tag.name === 'html' || node.tag.name === 'svg') shorten((text) => text.replace(/\n[ \t]+/g, '\n'));
        if (node.tag.name !== 'css') return;
        shorten(shortStyle);
        texts.push({start: end, end, put: code.slice(node.quasi.start, end).replace(/[^\n]/g, '')});
      });
      texts.sort((one, other) => other.start - one.start);
      for (const {start, end, put} of texts) code = code.slice(0, start) + put + code.slice(end);
      return texts.length ? {code, map: null} : null;
    },
  };
}

/** @param {string} style without texts in quotes that hold white space or comments */
function shortStyle(style) {
  return style
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .replace(/='([\w-]+)'\]/g, '=$1]')
    .trim();
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
