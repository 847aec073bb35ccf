/** What stands in the place of a text of ours. */
interface Translation {
  /** What the text said. */
  said: string;
  instead: ChildNode[];
}

/** A node of ours that was taken out, and the record of it. */
type Lost = readonly [node: ChildNode, record: MutationRecord];

/**
 * Keeps a shadow root whole for Lit while a browser's translator works on it.
 * Translators put elements (`<font>`) into the place of texts, and what Lit
 * writes into a text that was taken out nobody sees. So each text, and each of
 * Lit's markers, is put back, the text emptied, before its translation; when
 * Lit gives the text new words, the translation goes. What does not change
 * stays translated, and no control is touched: focus and caret stay where they
 * are. Where more than texts was written anew, all of it is taken back just
 * before Lit renders.
 */
export class TranslatedTexts {
  readonly #root: Node;
  readonly #observer = new MutationObserver((records) => this.#mend(records));
  readonly #ours = new WeakSet<Node>();
  readonly #foreign = new WeakSet<Node>();
  readonly #claimed = new WeakSet<Node>();
  readonly #translations = new Map<Text, Translation>();
  /** What is taken back before Lit renders. */
  #later: Lost[] = [];
  readonly #torn = new Set<Node>();

  constructor(root: Node) {
    this.#root = root;
    this.#observer.observe(root, {childList: true, subtree: true});
  }

  /** Before Lit renders: everything of ours is where Lit left it. */
  beforeRender(): void {
    this.#mend(this.#observer.takeRecords());
    for (const lost of this.#later.splice(0).reverse()) putBack(...lost);
    for (const target of this.#torn) {
      for (const node of [...target.childNodes]) {
        if (this.#foreign.has(node)) node.remove();
        else this.#restore(node as Text);
      }
    }
    this.#torn.clear();
  }

  /** After Lit has rendered: what says something new is shown, and not its old translation. */
  afterRender(): void {
    for (const [text, {instead}] of this.#translations) {
      if (text.isConnected && !text.data) continue;
      for (const node of instead) node.remove();
      this.#translations.delete(text);
    }
    // They are our own.
    this.#observer.takeRecords();
  }

  #mend(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    const lost = this.#lostIn(records);
    for (const [node, {target}] of lost) if (node.parentNode !== target && !this.#isReplaced(node)) this.#torn.add(target);
    // Backwards: what stood behind a node is there again before the node comes.
    for (const [node, record] of lost.reverse()) {
      if (this.#torn.has(record.target)) this.#later.unshift([node, record]);
      else if (node.parentNode !== record.target) this.#putBackEmptied(node, record);
    }
    this.#follow();
    this.#observer.takeRecords();
  }

  /** What of ours was taken out, in order; and which translation belongs to which text. */
  #lostIn(records: readonly MutationRecord[]): Lost[] {
    const lost: Lost[] = [];
    let last: {text: Text; record: MutationRecord} | undefined;
    for (const record of records) {
      const {target, previousSibling, nextSibling} = record;
      if (this.#isForeign(target)) continue;
      const removed = [...record.removedNodes].filter((node) => !this.#foreign.has(node)) as ChildNode[];
      for (const node of removed) this.#ours.add(node);
      const added = [...record.addedNodes].filter((node) => !this.#ours.has(node)) as ChildNode[];
      for (const node of added) this.#foreign.add(node);
      lost.push(...removed.map((node) => [node, record] as const));

      const texts = removed.filter((node) => node instanceof Text && node.data.trim()) as Text[];
      if (texts.length > 1) this.#torn.add(target);
      const beside = [previousSibling, nextSibling].find((node) => node && this.#foreign.has(node) && !this.#claimed.has(node)) as ChildNode | undefined;
      const instead = added.length > 0 ? added : beside ? [beside] : [];
      if (texts[0]) this.#claim(texts[0], instead);
      else if (last && last.record.target === target && last.record.previousSibling === previousSibling && last.record.nextSibling === nextSibling) this.#claim(last.text, added);
      last = texts[0] && instead.length === 0 ? {text: texts[0], record} : undefined;
    }
    return lost;
  }

  /** Whether what was taken out can be put back without being seen: a marker, or a text whose translation is known. */
  #isReplaced(node: ChildNode): boolean {
    if (node instanceof Text) return !node.data.trim() || Boolean(this.#translations.get(node)?.instead.length);
    return node instanceof Comment && !this.#root.contains(node);
  }

  #claim(text: Text, instead: readonly ChildNode[]): void {
    for (const node of instead) this.#claimed.add(node);
    const known = this.#translations.get(text);
    if (known) known.instead.push(...instead);
    else this.#translations.set(text, {said: text.data, instead: [...instead]});
  }

  #putBackEmptied(node: ChildNode, record: MutationRecord): void {
    // A translator that wraps a text goes on to show it.
    if (this.#root.contains(node)) node.replaceWith(node.cloneNode());
    putBack(node, record);
    const translation = this.#translations.get(node as Text);
    if (!translation) return;
    const [first] = translation.instead;
    if (first?.parentNode === record.target) first.before(node);
    (node as Text).data = '';
  }

  /** A translation may be made anew, or be taken back. */
  #follow(): void {
    for (const [text, {instead}] of this.#translations) {
      const {parentNode, nextSibling} = text;
      if (text.data || instead.length === 0 || instead.some((node) => node.parentNode === parentNode)) continue;
      if (nextSibling && this.#foreign.has(nextSibling) && !this.#claimed.has(nextSibling)) this.#claim(text, [nextSibling]);
      else this.#restore(text);
    }
  }

  #restore(text: Text): void {
    const translation = this.#translations.get(text);
    if (!translation) return;
    this.#translations.delete(text);
    if (!text.data) text.data = translation.said;
  }

  #isForeign(node: Node | null): boolean {
    return node !== null && (this.#foreign.has(node) || this.#isForeign(node.parentNode));
  }
}

/** Puts what was taken out where it stood: before what went with it, else before what stood behind, as far as that is still there. */
function putBack(node: ChildNode, {target, removedNodes, previousSibling, nextSibling}: MutationRecord): void {
  const removed = [...removedNodes];
  const behind = [...removed.slice(removed.indexOf(node) + 1), nextSibling].find((each) => each?.parentNode === target);
  target.insertBefore(node, behind ?? (previousSibling?.parentNode === target && removed.length === 1 ? previousSibling.nextSibling : null));
}
