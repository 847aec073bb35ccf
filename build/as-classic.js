// @ts-check

// Tools that hold scripts back until somebody agrees, or that put a page together
// anew, make script tags again and forget `type="module"`. A browser would then
// say no more than that some syntax is wrong.

/**
 * What stands behind it on its line is hidden from a script. There `await` is
 * any name, which is divided by 0 before a comment; in a module it waits for the
 * expression `/0/`, which is divided by 1. Neither is done. (`<!--` would hide
 * the line too, but no module may hold it.)
 */
const before = '0&&await/0//1;';

/** Nothing is declared, since that would be the page's too. */
const asScript = `
console.error('care-elements: add type="module" to the script tag, which this page has lost: <script type="module" src="'+(document.currentScript?.src||"…/care-elements.js")+'"></script>');document.currentScript?.src&&import(document.currentScript.src).catch(()=>{})
//*/`;

/**
 * Lets what pages paste say what is wrong where it runs as a script and not as
 * a module, and then load itself as it should be.
 * @returns {import('vite').Plugin}
 */
export function asClassic() {
  return {
    name: 'as-classic',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.isEntry) continue;
        const [, code = '', end = ''] = /^(.*?)(\s*(?:\/\/# sourceMappingURL=.*)?\s*)$/s.exec(file.code) ?? [];
        if (/[\n\r\u2028\u2029]/.test(code)) this.error(`${file.fileName} is more than one line; a browser that takes it for a script would read the rest.`);
        file.code = `${before}${code};/*${asScript}${end}`;
        const map = bundle[`${file.fileName}.map`];
        // Segments count from the one before, so that only the first moves; `c` stands for the length of what stands before.
        if (map?.type === 'asset') map.source = String(map.source).replace('"mappings":"A', '"mappings":"c');
      }
    },
  };
}
