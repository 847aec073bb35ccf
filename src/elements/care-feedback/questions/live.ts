import {noChange} from 'lit';
import {directive, Directive, type PropertyPart} from 'lit/directive.js';

// Lit's own serves attributes too, and brings words for developers that every page would load.
class Live extends Directive {
  render(value: unknown): unknown {
    return value;
  }

  override update({element, name}: PropertyPart, [value]: [unknown]): unknown {
    const control = element as unknown as Record<string, unknown>;
    // What is the same stays untouched: setting it would move the cursor.
    if (control[name] !== value) control[name] = value;
    return noChange;
  }
}

/** A property of a control that people change too: compared with what it is, not with what was drawn last. */
export const live = directive(Live);
