// @ts-check
import {Features, transform} from 'lightningcss';

// The oldest browsers that run what is built for ES2022, so that nothing newer is put in the place of what we wrote. A version's first number stands in the third byte.
const targets = {chrome: 94 << 16, edge: 94 << 16, firefox: 93 << 16, safari: (16 << 16) | (4 << 8), ios_saf: (16 << 16) | (4 << 8)};

// What our styles choose themselves, behind `@supports`; nothing is written for browsers without.
const written = Features.Colors | Features.LightDark | Features.LogicalProperties | Features.Selectors | Features.VendorPrefixes;

/**
 * Minifies the styles in css`…` of our source.
 * @param {string} folder whose files to change
 * @returns {import('vite').Plugin}
 */
export function minifyCss(folder) {
  return {
    name: 'minify-css',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      /** @type {{start: number, end: number, put: string}[]} */
      const styles = [];
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression' || node.tag.name !== 'css') return;
        const {start, end, quasis, expressions} = node.quasi;
        if (expressions.length) return this.error(`${id}: css\`…\` holds an expression. Styles read tokens, by var(--care-…).`);
        const style = transform({filename: id, code: Buffer.from(quasis[0].value.cooked), minify: true, targets, exclude: written}).code.toString();
        // Line breaks stay, behind it, so that source maps stay right.
        styles.push({start, end, put: `\`${style.replace(/[\\`$]/g, '\\$&')}\`${code.slice(start, end).replace(/[^\n]/g, '')}`});
      });
      for (const {start, end, put} of styles.reverse()) code = code.slice(0, start) + put + code.slice(end);
      return styles.length ? {code, map: null} : null;
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
