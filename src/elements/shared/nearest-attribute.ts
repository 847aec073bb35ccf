/** Attributes that any element may have, beside those that `attribute-hints.ts` passes over. */
const global = new Set('accesskey autocapitalize autocorrect autofocus contenteditable draggable enterkeyhint exportparts inert inputmode is itemid itemprop itemref itemscope itemtype nonce popover spellcheck tabindex translate'.split(' '));

const told = new Set<string>();

/** Writes a line to the console, once on a page, for each attribute that is nearly one of `own`. */
export function tellNearest(tag: string, names: readonly string[], own: readonly string[]): void {
  for (const name of names) {
    const nearest = nearestAttribute(name, own);
    const line = `<${tag}>: there is no attribute "${name}". Did you mean "${nearest}"?`;
    if (!nearest || told.has(line)) continue;
    told.add(line);
    console.warn(line);
  }
}

/**
 * The attribute of `own` that `name` was probably meant to be: the same but for
 * hyphens, underlines and capitals, or but for one slip in three letters, two at most.
 */
export function nearestAttribute(name: string, own: readonly string[]): string | undefined {
  if (global.has(name) || /[^\w-]/.test(name)) return undefined;
  const near = own.map((each) => ({each, slips: slipsBetween(bare(name), bare(each))})).filter(({each, slips}) => slips <= Math.min(2, Math.floor(each.length / 3)));
  return near.sort((one, other) => one.slips - other.slips)[0]?.each;
}

const bare = (name: string) => name.toLowerCase().replace(/[-_]/g, '');

/** How many letters were left out, added, changed, or exchanged with the next. */
function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [[0, ...[...other].map((_, place) => place + 1)]];
  for (let left = 1; left <= one.length; left += 1) {
    const row = [left];
    for (let right = 1; right <= other.length; right += 1) {
      const above = rows[left - 1]!;
      const isSame = one[left - 1] === other[right - 1];
      const isExchanged = left > 1 && right > 1 && one[left - 1] === other[right - 2] && one[left - 2] === other[right - 1];
      row.push(Math.min(above[right]! + 1, row[right - 1]! + 1, above[right - 1]! + (isSame ? 0 : 1), isExchanged ? rows[left - 2]![right - 2]! + 1 : Infinity));
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}
