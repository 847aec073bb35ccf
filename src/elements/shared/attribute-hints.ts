/** What pages write on any element; `nearest-attribute.ts` knows the rest. */
const ofAnyElement = /^(aria|class|data|dir|hidden|id|lang|part|role|slot|style|title)\b/;

/** Tells the page's developer, once for each, which attributes of a tag look like one of its own misspelt. */
export function hintMisspelt(element: Element): void {
  const own = (element.constructor as unknown as {observedAttributes: readonly string[]}).observedAttributes;
  const others = element.getAttributeNames().filter((name) => !own.includes(name) && !ofAnyElement.test(name));
  // Most pages spell everything right, and so need not load what compares.
  if (others.length > 0) void import('./nearest-attribute.js').then(({tellNearest}) => tellNearest(element.localName, others, own), () => undefined);
}
