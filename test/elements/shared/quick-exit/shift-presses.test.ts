import {describe, expect, it} from 'vitest';
import {after, noPresses} from '../../../../src/elements/shared/quick-exit/shift-presses.js';

type Pressed = Parameters<typeof after>[0];

const shift = (timeStamp: number): Pressed[] => [
  {type: 'keydown', key: 'Shift', timeStamp: timeStamp - 1},
  {type: 'keyup', key: 'Shift', timeStamp},
];
const counted = (...events: Pressed[]) => events.reduce((presses, event) => after(event, presses), noPresses).at.length;

describe('presses of Shift', () => {
  it('count one by one', () => {
    expect(counted(...shift(1))).toBe(1);
    expect(counted(...shift(1), ...shift(2000), ...shift(5001))).toBe(3);
  });

  it('count for five seconds', () => {
    expect(counted(...shift(1), ...shift(2000), ...shift(5002))).toBe(2);
    expect(counted(...shift(1), ...shift(9000))).toBe(1);
  });

  it('do not count as part of a capital letter, and start anew after any other key', () => {
    const capital = [
      {type: 'keydown', key: 'Shift', timeStamp: 10}, {type: 'keydown', key: 'A', timeStamp: 11},
      {type: 'keyup', key: 'A', timeStamp: 12}, {type: 'keyup', key: 'Shift', timeStamp: 13},
    ];
    expect(counted(...capital)).toBe(0);
    expect(counted(...shift(1), ...shift(2), ...capital)).toBe(0);
    expect(counted(...shift(1), ...shift(2), {type: 'keydown', key: 'Tab', timeStamp: 3}, ...shift(4))).toBe(1);
  });

  it('count when a key that was down before is let go between them', () => {
    expect(counted(...shift(1), {type: 'keyup', key: 'a', timeStamp: 2}, ...shift(3))).toBe(2);
  });

  it('do not count while Shift is held, nor where something is pointed at with it', () => {
    const held = {type: 'keydown', key: 'Shift', repeat: true};
    expect(counted(...shift(1), {type: 'keydown', key: 'Shift', timeStamp: 2}, {...held, timeStamp: 3}, {...held, timeStamp: 4}, {type: 'keyup', key: 'Shift', timeStamp: 5})).toBe(0);
    expect(counted(...shift(1), {type: 'keydown', key: 'Shift', timeStamp: 2}, {type: 'pointerdown', timeStamp: 3}, {type: 'keyup', key: 'Shift', timeStamp: 4})).toBe(0);
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'])('do not count with %s, which changes the keyboard', (modifier) => {
    expect(counted(...shift(1).map((event) => ({...event, [modifier]: true})))).toBe(0);
  });
});
