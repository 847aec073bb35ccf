/** Shift pressed on its own, so far. */
export interface Presses {
  /** When each was let go, in milliseconds. */
  at: readonly number[];
  isDown: boolean;
}

/** How often Shift is pressed to leave, and in how many milliseconds. */
export const pressesToLeave = 3;
export const timeToPress = 5000;

export const noPresses: Presses = {at: [], isDown: false};

type Pressed = Pick<Event, 'type' | 'timeStamp'> & Partial<Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>>;

/**
 * The presses after a key has gone down or up, or something was pointed at.
 *
 * Only Shift alone counts: not as part of a capital letter, of a selection or
 * of a shortcut for another keyboard, and not while it is held.
 */
export function after(event: Pressed, {at, isDown}: Presses): Presses {
  const {type, key, timeStamp} = event;
  if (key !== 'Shift' && type === 'keyup') return {at, isDown};
  if (key !== 'Shift' || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return noPresses;
  if (type === 'keydown') return {at, isDown: true};
  return isDown ? {at: [...at.filter((each) => timeStamp - each <= timeToPress), timeStamp], isDown: false} : noPresses;
}
