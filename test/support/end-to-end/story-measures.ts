import type {Page} from 'puppeteer-core';

// Each function of `look` runs inside the page, on what a person has before
// them: the document and every open shadow root in it.

/** Everything that can be pressed or filled in and is smaller than 24 by 24 CSS pixels, but for links in a sentence (WCAG 2.5.8). */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const everywhere = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [each, ...(each.shadowRoot ? everywhere(each.shadowRoot) : [])]);
    const inSentence = (element: HTMLElement) => {
      if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
      return (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim();
    };
    return everywhere(document.querySelector('main')!)
      .filter((element) => element.matches('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [role=link], [tabindex="0"]'))
      .filter((element) => element.checkVisibility({checkVisibilityCSS: true}) && !inSentence(element))
      .flatMap((element) => {
        const {width, height} = element.getBoundingClientRect();
        // Half a pixel for what layout rounds away.
        return width >= 23.5 && height >= 23.5 ? [] : [`${element.localName} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim() || element.id}” is ${Math.round(width)} by ${Math.round(height)}`];
      });
  });
}

/** What reaches beyond the sides of the window, so that one would have to scroll sideways. */
export async function reachingBeyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const everywhere = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [each, ...(each.shadowRoot ? everywhere(each.shadowRoot) : [])]);
    const wide = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > wide ? [`the page is ${document.documentElement.scrollWidth} wide in a window of ${wide}`] : [];
    const beyond = everywhere(document.querySelector('main')!).flatMap((element) => {
      const {left, right, width, height} = element.getBoundingClientRect();
      const isShown = width > 1 && height > 1 && element.checkVisibility({checkVisibilityCSS: true});
      return isShown && (left < -1 || right > wide + 1) ? [`${element.localName} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}” from ${Math.round(left)} to ${Math.round(right)}`] : [];
    });
    return [...scrolls, ...beyond];
  });
}

/** Sets the distances that WCAG 1.4.12 says a reader may set, or takes them away again. */
export async function spaceText(page: Page, wanted: boolean): Promise<void> {
  await page.evaluate((spaced) => {
    const kept = globalThis as typeof globalThis & {spacing?: CSSStyleSheet};
    if (!kept.spacing) {
      kept.spacing = new CSSStyleSheet();
      kept.spacing.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
    }
    const sheet = kept.spacing;
    const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [root, ...[...root.querySelectorAll('*')].flatMap((each) => (each.shadowRoot ? roots(each.shadowRoot) : []))];
    for (const root of roots(document)) {
      const others = root.adoptedStyleSheets.filter((each) => each !== sheet);
      root.adoptedStyleSheets = spaced ? [...others, sheet] : others;
    }
  }, wanted);
}

/** Words that are cut off by their box, or that lie over other words. */
export async function lostWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const everywhere = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [each, ...(each.shadowRoot ? everywhere(each.shadowRoot) : [])]);
    // Made only to be heard: one pixel large, on purpose.
    const isOnlyHeard = (element: Element) => element.getBoundingClientRect().width <= 1;
    const shown = everywhere(document.querySelector('main')!).filter((element) => element.checkVisibility({checkVisibilityCSS: true}) && !isOnlyHeard(element) && !element.parentElement?.closest('.visually-hidden'));

    const cutOff = shown.flatMap((element) => {
      const {overflowX, overflowY} = getComputedStyle(element);
      const isField = element.matches('input, textarea, select');
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const tooWide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const tooHigh = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return !isField && (tooWide || tooHigh) ? [`${element.localName} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}” is cut off`] : [];
    });

    // What stays on the screen lies over what is read there, on purpose.
    const moves = (element: Element) => element.closest('.leaving') === null;
    const texts = shown.filter(moves).flatMap((element) => [...element.childNodes]).filter((node): node is Text => node instanceof Text && Boolean(node.data.trim()));
    const lines = texts.flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].map((box) => ({text, box}));
    });
    // The box of a line is higher than its letters, so neighbours share some pixels.
    const shared = 6;
    const overlapping = lines.flatMap((one, position) =>
      lines
        .slice(position + 1)
        .filter(({text, box}) => text !== one.text && box.left < one.box.right - 1 && one.box.left < box.right - 1 && box.top < one.box.bottom - shared && one.box.top < box.bottom - shared)
        .map(({text}) => `“${one.text.data.trim().slice(0, 40)}” lies over “${text.data.trim().slice(0, 40)}”`),
    );
    return [...cutOff, ...new Set(overlapping)];
  });
}
