/** How a page keeps people from seeing something. */
export type Concealment = 'hidden' | 'small' | 'covered';

/** Milliseconds in which a page may come to rest: what fades in is not hidden. */
const rest = 1000;

/** Calls `tell`, once, when people who come to where what it observes inside `host` stands cannot see it well. */
export function watcher(host: Element, tell: (how: Concealment) => void): IntersectionObserver {
  let isTold = false;
  const look = (surface: Element) => {
    const how = !isTold && surface.isConnected && concealment(surface, host);
    if (!how) return;
    isTold = true;
    tell(how);
  };
  return new IntersectionObserver((entries) => setTimeout(look, rest, entries[0]!.target), {threshold: [0, 1]});
}

function concealment(surface: Element, host: Element): Concealment | undefined {
  const {left, top, width, height} = surface.getBoundingClientRect();
  const {fontSize, pointerEvents} = getComputedStyle(surface);
  const isDrawn = surface.checkVisibility?.({opacityProperty: true, visibilityProperty: true}) ?? width;
  // Left of the page, or above it, nobody can scroll.
  if (!isDrawn || left + width + scrollX < 1 || top + height + scrollY < 1) return 'hidden';
  if (width < 100 || height < 50 || parseFloat(fontSize) < 11) return 'small';
  const isSeen = [0.2, 0.8].every((part) => {
    // Nothing is there, in this sense, where one has to scroll first.
    const seen = (host.getRootNode() as Document).elementFromPoint(left + width * part, top + height * part);
    return !seen || seen === host;
  });
  return isSeen || pointerEvents === 'none' ? undefined : 'covered';
}
