// What browsers' translators do to a page, each in its way. The brackets stand for a translation.

/** Translates what stands in `root` now. */
export type Translate = (root: ParentNode) => void;

const said = (words: string) => `⟦${words}⟧`;

/** Texts with words, none of them in a field or translated before. */
function textsIn(root: ParentNode): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() && !text.data.includes('⟦') && !text.parentElement?.closest('style, textarea')) texts.push(text);
  }
  return texts;
}

function fontFor(words: string): HTMLElement {
  const outer = document.createElement('font');
  outer.appendChild(document.createElement('font')).textContent = words;
  return outer;
}

/** As a browser does it: an element takes the place of each text. */
export const replacing: Translate = (root) => {
  for (const text of textsIn(root)) text.replaceWith(fontFor(said(text.data)));
};

export const translators: Record<string, Translate> = {
  'puts elements into the place of texts': replacing,
  'puts an element before each text, then takes the text out': (root) => {
    for (const text of textsIn(root)) {
      text.before(fontFor(said(text.data)));
      text.remove();
    }
  },
  'takes each text out, then puts an element where it was': (root) => {
    for (const text of textsIn(root)) {
      const {parentNode, nextSibling} = text;
      text.remove();
      parentNode!.insertBefore(fontFor(said(text.data)), nextSibling);
    }
  },
  'wraps each text': (root) => {
    for (const text of textsIn(root)) {
      const font = document.createElement('font');
      text.before(font);
      font.append(text);
      text.data = said(text.data);
    }
  },
  'wraps all that stands in a paragraph, a heading or a label': (root) => {
    for (const element of root.querySelectorAll('p, h2, h3, legend, label, dd, td')) {
      const texts = textsIn(element);
      if (texts.length === 0) continue;
      const font = document.createElement('font');
      font.append(...element.childNodes);
      element.append(font);
      for (const text of texts) text.data = said(text.data);
    }
  },
  'puts one element into the place of all texts of another': (root) => {
    for (const element of new Set(textsIn(root).map(({parentElement}) => parentElement!))) {
      const [first, ...others] = textsIn(element);
      if (element.firstElementChild) continue;
      first!.replaceWith(fontFor(said([first!, ...others].map(({data}) => data).join(''))));
      for (const each of others) each.remove();
    }
  },
  'writes into each text': (root) => {
    for (const text of textsIn(root)) text.data = said(text.data);
  },
  'makes the children of an element anew, without comments': (root) => {
    for (const element of new Set(textsIn(root).map(({parentElement}) => parentElement!))) {
      element.replaceChildren(...[...element.childNodes].flatMap((node) => (node instanceof Text && node.data.trim() && !node.data.includes('⟦') ? [new Text(said(node.data))] : node instanceof Comment ? [] : [node])));
    }
  },
  'writes paragraphs and headings anew, with copies of what is in them': (root) => {
    for (const element of root.querySelectorAll('p, h2, h3, dd, td')) {
      if (textsIn(element).length === 0 || element.querySelector('button, input, select, textarea, h2, h3')) continue;
      const copy = element.cloneNode(true) as Element;
      for (const text of textsIn(copy)) text.data = said(text.data);
      element.innerHTML = copy.innerHTML;
    }
  },
};

/** Takes a translation of `replacing` back: each text stands where it stood. Gives the way back. */
export function replacingForNow(root: ParentNode): () => void {
  const pairs = textsIn(root).map((text) => [text, fontFor(said(text.data))] as const);
  for (const [text, font] of pairs) text.replaceWith(font);
  return () => {
    for (const [text, font] of pairs) if (font.isConnected) font.replaceWith(text);
  };
}

/** The words that stand in an element, whatever they were translated to; without spaces, which translators do not keep. */
export function wordsOf(element: HTMLElement): string {
  return element.innerText.replace(/[⟦⟧\s]/g, '');
}
