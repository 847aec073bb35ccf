/** Where a person's attention goes after the form has changed under them. */
export type Attention = 'heading' | 'summary' | {control: string};

const controls = 'input, textarea, select, button';

/** Moves the focus, and scrolls only as far as it takes to see it: the page is not ours to move. */
export function attend(root: ShadowRoot, to: Attention): void {
  const target = find(root, to);
  if (!target) return;
  target.focus({preventScroll: true});
  (target.closest('fieldset, .field') ?? target).scrollIntoView({block: 'nearest'});
  // A group taller than the window leaves the control itself out of sight.
  target.scrollIntoView({block: 'nearest'});
}

function find(root: ShadowRoot, to: Attention): HTMLElement | null | undefined {
  if (to === 'heading') return root.querySelector<HTMLElement>('.title');
  if (to === 'summary') return root.querySelector<HTMLElement>('.error-summary');
  const named = root.getElementById(to.control);
  return named?.matches(controls) ? named : named?.querySelector<HTMLElement>(controls);
}
