/**
 * Somebody at a form in a story. Finds what is on the screen by the name that
 * it has for everybody, in open shadow roots too, and clicks and types.
 * What is not there after four seconds fails the story, with what is there instead.
 */
export interface Person {
  /** Waits until a heading or a group of answers is called this. */
  seesHeading(words: string): Promise<void>;
  /** As `seesHeading`, and until the focus is there. */
  arrivesAt(words: string): Promise<void>;
  /** Waits until these words can be read somewhere. */
  reads(words: string): Promise<void>;
  /** Waits until these words are in a place whose changes are read aloud. */
  hears(words: string): Promise<void>;
  /** Picks or ticks an answer; `question` where two questions have the same answer. */
  choose(answer: string, question?: string): Promise<void>;
  /** Picks one of a list that unfolds. */
  pick(label: string, option: string): Promise<void>;
  /** Writes into a field, in place of what is there. */
  write(label: string, text: string, question?: string): Promise<void>;
  /** Presses a button or opens a part that is folded up. */
  press(name: string): Promise<void>;
  /** Takes one of the suggestions under a field. */
  take(suggestion: string): Promise<void>;
}

const patience = 60_000;
const beat = 10;

/** A person at the form in `canvas`. */
export function personAt(canvas: HTMLElement): Person {
  const find = (selector: string, name: string, question?: string) => findNamed(canvas, selector, name, question);
  return {
    async seesHeading(words) {
      await find('h1, h2, h3, h4, legend, label', words);
    },
    async arrivesAt(words) {
      const heading = await find('h1, h2', words);
      await eventually(() => ((heading.getRootNode() as Document | ShadowRoot).activeElement === heading ? true : undefined), () => `The focus is not at “${words}”.`);
    },
    async reads(words) {
      await eventually(() => (fold(visibleText(canvas)).includes(fold(words)) ? true : undefined), () => `“${words}” is nowhere to be read. There is: ${visibleText(canvas)}`);
    },
    async hears(words) {
      const said = () => everywhere(canvas, '[role=status], [role=alert], [aria-live]').map((each) => each.textContent ?? '');
      await eventually(() => (said().some((each) => fold(each).includes(fold(words))) ? true : undefined), () => `“${words}” is not read aloud. There is: ${said().map(tidy).join(', ')}`);
    },
    async choose(answer, question) {
      const control = await find('input[type=radio], input[type=checkbox]', answer, question);
      control.focus();
      control.click();
      await settled(control);
    },
    async pick(label, option) {
      const list = (await find('select', label)) as HTMLSelectElement;
      const picked = [...list.options].find((each) => fold(each.label) === fold(option));
      if (!picked) throw new Error(`“${label}” does not offer “${option}”. It offers: ${[...list.options].map((each) => each.label).join(', ')}`);
      list.focus();
      list.value = picked.value;
      list.dispatchEvent(new Event('change', {bubbles: true}));
      await settled(list);
    },
    async write(label, text, question) {
      const field = await find('input:not([type=radio], [type=checkbox]), textarea', label, question);
      type(field as HTMLInputElement | HTMLTextAreaElement, text);
      await settled(field);
    },
    async press(name) {
      const button = await find('button, summary, a[href], [role=button]', name);
      button.focus();
      button.click();
      await settled(button);
    },
    async take(suggestion) {
      const option = await find('[role=option]', suggestion);
      for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) option.dispatchEvent(new MouseEvent(kind, {bubbles: true, composed: true, cancelable: true}));
      option.click();
      await settled(option);
    },
  };
}

function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, data: text, inputType: 'insertText'}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

async function findNamed(canvas: HTMLElement, selector: string, name: string, question?: string): Promise<HTMLElement> {
  const candidates = () => everywhere(canvas, selector).filter((each) => isOnScreen(each) && (!question || isAsked(each, question)));
  const found = () => {
    const named = candidates().map((element) => ({element, name: fold(nameOf(element))}));
    const wanted = fold(name);
    return (named.find((each) => each.name === wanted) ?? named.find((each) => each.name.startsWith(wanted)))?.element;
  };
  return eventually(found, () => `“${name}” is not on the page${question ? ` under “${question}”` : ''}. There is: ${candidates().map((each) => `“${nameOf(each)}”`).join(', ') || 'nothing of its kind'}`);
}

async function eventually<Found>(look: () => Found | undefined, complaint: () => string): Promise<Found> {
  for (const until = Date.now() + patience; ; ) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(complaint());
    await pause(beat);
  }
}

// What was done may have changed what is shown; the element says when it has.
async function settled(element: Element): Promise<void> {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : element;
  if ('updateComplete' in host) await host.updateComplete;
  await pause(0);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function everywhere(root: ParentNode, selector: string): HTMLElement[] {
  const here = [...root.querySelectorAll<HTMLElement>(selector)];
  const below = [...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? everywhere(element.shadowRoot, selector) : []));
  return [...here, ...below];
}

// A native radio may be drawn over and be clear itself, so its opacity says nothing.
const isOnScreen = (element: HTMLElement) => element.checkVisibility({checkVisibilityCSS: true});

function isAsked(control: Element, question: string): boolean {
  for (let group = control.closest('fieldset, [role=group], [role=radiogroup]'); group; group = group.parentElement?.closest('fieldset, [role=group], [role=radiogroup]') ?? null) {
    if (fold(nameOf(group)).startsWith(fold(question))) return true;
  }
  return false;
}

function nameOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const by = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const named = by.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  if (named.trim()) return tidy(named);
  const label = element.getAttribute('aria-label');
  if (label) return tidy(label);
  const labels = 'labels' in element && element.labels ? [...(element.labels as NodeListOf<HTMLLabelElement>)] : [];
  if (labels.length > 0) return tidy(labels.map((each) => each.textContent).join(' '));
  if (element instanceof HTMLFieldSetElement) return tidy(element.querySelector('legend')?.textContent ?? '');
  return tidy(element.textContent ?? '');
}

function visibleText(root: ParentNode): string {
  const shadows = everywhere(root, '*').flatMap((element) => (element.shadowRoot ? [...element.shadowRoot.children] : []));
  return tidy([...(root instanceof HTMLElement ? [root] : []), ...shadows].map((each) => (each instanceof HTMLElement ? each.innerText : '')).join(' '));
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * A name without what the pseudo-languages add to it: accents, marks, brackets and
 * padding. So the same person finds their way in them.
 */
function fold(name: string): string {
  return tidy(name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[[\]~\u200F\u202C\u202E]/g, ''));
}
