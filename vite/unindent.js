// @ts-check

const tags = ['css', 'html', 'svg'];

/**
 * Leaves out the indentation inside our styles and templates: it is there for
 * whoever reads the source. Line breaks stay, so that source maps stay right.
 * @param {string} folder whose files to change
 * @returns {import('vite').Plugin}
 */
export function unindent(folder) {
  return {
    name: 'unindent',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      /** @type {{start: number, end: number}[]} */
      const texts = [];
      walk(this.parse(code), (node) => {
        if (node.type === 'TaggedTemplateExpression' && tags.includes(node.tag.name)) texts.push(...node.quasi.quasis);
      });
      texts.sort((one, other) => other.start - one.start);
      for (const {start, end} of texts) code = code.slice(0, start) + code.slice(start, end).replace(/\n[ \t]+/g, '\n') + code.slice(end);
      return texts.length ? {code, map: null} : null;
    },
  };
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
