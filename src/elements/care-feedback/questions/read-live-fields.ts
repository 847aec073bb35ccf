import {onOneLine, withoutUnseen} from '../../../contract/characters.js';
import {isUnread, markRead} from './live-value.js';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isText = (control: EventTarget | null): control is TextField => ['text', 'textarea'].includes((control as TextField).type);

/**
 * What a form hears before its controls do. Password managers, dictation and translation fill in and tell with
 * `change`, or not at all: so what stands in a field is told by an `input` of ours, and what hears the typing hears it too.
 */
export const hearFields = {
  capture: true,
  handleEvent(event: Event): void {
    const {target, type} = event;
    if (type === 'click') {
      if (target instanceof Element && target.closest('button')) readFields(event.currentTarget as Element);
    } else if (isText(target)) {
      if (type === 'change') read(target);
      else hearTyping(target, event);
    } else if (type === 'change' && target instanceof Element) markRead(target);
  },
};

/** Reads every control in `form`, as it stands now. */
export function readFields(form: Element): void {
  for (const control of form.querySelectorAll<TextField>('input, textarea')) read(control);
}

function read(control: TextField): void {
  if (isText(control)) tidy(control);
  // Of a group of radios only the one that is chosen now has something to tell.
  if (!isUnread(control) || (control.type === 'radio' && !(control as HTMLInputElement).checked)) return;
  control.dispatchEvent(new Event(isText(control) ? 'input' : 'change', {bubbles: true}));
}

function hearTyping(field: TextField, event: Event): void {
  // A character that comes in two halves is no half of one, and what a keyboard is still composing is its own.
  const isHalf = /[\ud800-\udbff]$/.test(field.value.slice(0, field.selectionStart ?? undefined));
  if (!(event as InputEvent).isComposing && !isHalf) tidy(field);
  markRead(field);
}

/** Takes out what nobody sees, as soon as it was pasted; the cursor stays where it is in the words. */
function tidy(field: TextField): void {
  const tidied = field.type === 'text' ? onOneLine : withoutUnseen;
  const {value, scrollTop} = field;
  if (tidied(value) === value) return;
  const [start, end] = [field.selectionStart, field.selectionEnd].map((place) => tidied(value.slice(0, place ?? undefined)).length);
  field.value = tidied(value);
  // In a field without the focus, Safari would take it there.
  if (field.matches(':focus')) field.setSelectionRange(start!, end!);
  field.scrollTop = scrollTop;
}
