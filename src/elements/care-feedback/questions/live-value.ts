import {noChange} from 'lit';
import {directive, Directive, type PropertyPart} from 'lit/directive.js';

/** What a control was last told to hold, and what it held when anything last read or wrote it. */
interface Held {
  name: string;
  told: unknown;
  read: unknown;
}

// By control and not by directive: whoever reads a form has only its controls.
const controls = new WeakMap<Element, Held>();

const valueOf = (control: Element, name: string): unknown => (control as unknown as Record<string, unknown>)[name];

// Lit's own serves attributes too, and brings words for developers that every page would load.
class Live extends Directive {
  render(value: unknown): unknown {
    return value;
  }

  override update({element, name}: PropertyPart, [value]: [unknown]): unknown {
    const held = controls.get(element);
    // What a tool has filled in without a word, and nobody has read yet, outlives a drawing that has nothing new to say.
    if (held?.told === value && isUnread(element)) return noChange;
    // What is the same stays untouched: setting it would move the cursor.
    if (valueOf(element, name) !== value) (element as unknown as Record<string, unknown>)[name] = value;
    controls.set(element, {name, told: value, read: valueOf(element, name)});
    return noChange;
  }
}

/** A property of a control that people change too: compared with what it is, not with what was drawn last. */
export const live = directive(Live);

/** Whether a control holds what no event has told of. Never of one that `live` does not draw. */
export function isUnread(control: Element): boolean {
  const held = controls.get(control);
  return held !== undefined && valueOf(control, held.name) !== held.read;
}

/** Takes what a control holds now as read. */
export function markRead(control: Element): void {
  const held = controls.get(control);
  if (held) controls.set(control, {...held, read: valueOf(control, held.name)});
}
