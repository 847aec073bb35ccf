import type {ReactiveControllerHost} from 'lit';

// All that carries a letter, or a key that a page may have given a meaning. `textInput` is the older name of
// `beforeinput`, which Chromium and WebKit still fire.
const events = ['keydown', 'keypress', 'keyup', 'beforeinput', 'textInput', 'input', 'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'];

/**
 * Ends at the element what is typed, pasted and composed in it. Outside it all comes from the element itself, not from
 * a field: a page's shortcuts would take letters for theirs, a carousel the arrows, one large form the Enter.
 *
 * Tab gets out, for dialogs that keep the focus in; Escape, for what it closes, where nothing of ours was closed by it;
 * and Shift when it is let go and was pressed alone, by which pages are left quickly. What a page hears in the capture
 * phase it hears before us, and nothing can keep it from that. The page's own words between the tags stay the page's.
 */
export function keepKeys(host: ReactiveControllerHost & Element): void {
  const hear = keyFilter();
  host.addController({
    hostConnected() {
      // What is added twice is heard once.
      for (const type of events) host.shadowRoot!.addEventListener(type, hear);
    },
  });
}

/** Stops every event that is not to get out of the shadow root on which it is heard. */
function keyFilter(): (event: Event) => void {
  let isEscapeUsed = false;
  let isShiftAlone = false;
  return (event) => {
    if (!(event.currentTarget as ShadowRoot).contains(event.target as Node)) return;
    const {type, key, isComposing} = event as KeyboardEvent;
    if (type === 'keydown') {
      isShiftAlone = key === 'Shift';
      if (key === 'Escape') isEscapeUsed = event.defaultPrevented || isComposing;
    }
    const getsOut = key === 'Tab' || (key === 'Escape' && !isEscapeUsed) || (key === 'Shift' && type === 'keyup' && isShiftAlone);
    if (!getsOut) event.stopPropagation();
  };
}
