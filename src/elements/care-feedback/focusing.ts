const controls = 'input, textarea, select, button';

/**
 * Moves the focus to what `selector` finds, or to the first control in it, and
 * scrolls only as far as it takes to see that: the page is not ours to move.
 */
export function attend(root: ShadowRoot, selector: string): void {
  const found = root.querySelector<HTMLElement>(selector);
  // Not by `matches`, which old libraries replace: only what can have the focus has such a number.
  const target = found && (found.tabIndex >= 0 || found.hasAttribute('tabindex')) ? found : found?.querySelector<HTMLElement>(controls);
  // What is folded up cannot have the focus.
  target?.closest('details')?.setAttribute('open', '');
  target?.focus({preventScroll: true});
  // First the group, for its question; then the control, which a group taller than the window leaves out of sight.
  target?.closest('.field')?.scrollIntoView({block: 'nearest'});
  target?.scrollIntoView({block: 'nearest'});
}
