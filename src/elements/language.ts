/**
 * The nearest `lang`: on the element, then on whatever holds it, also across
 * shadow roots; `en` where nobody says.
 */
export function nearestLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const lang = node instanceof Element ? node.getAttribute('lang')?.trim() : '';
    if (lang) return lang;
  }
  return 'en';
}
