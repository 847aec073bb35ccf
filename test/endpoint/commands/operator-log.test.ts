import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {openOperatorLog} from '../../../src/endpoint/commands/operator-log.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('The log for the operator', () => {
  const open = () => {
    const written: string[] = [];
    return {written, ...openOperatorLog((line) => written.push(line), {first: 2, within: 60_000})};
  };

  it('says by itself, and once, how many more there were when their time is over', () => {
    const {written, log, close} = open();
    for (let each = 0; each < 10; each += 1) log('gone');
    expect(written).toEqual(['gone', 'gone']);
    vi.advanceTimersByTime(60_001);
    expect(written).toEqual(['gone', 'gone', '… and 8 more, the last: gone']);
    vi.advanceTimersByTime(600_000);
    close();
    expect(written).toHaveLength(3);
  });

  it('says so of every kind in its time', () => {
    const {written, log} = open();
    const thrice = (line: string) => [1, 2, 3].forEach(() => log(line));
    thrice('gone');
    vi.advanceTimersByTime(30_000);
    thrice('full');
    vi.advanceTimersByTime(30_001);
    expect(written.filter((line) => line.startsWith('…'))).toEqual(['… and 1 more, the last: gone']);
    vi.advanceTimersByTime(30_000);
    expect(written.filter((line) => line.startsWith('…'))).toEqual(['… and 1 more, the last: gone', '… and 1 more, the last: full']);
  });

  it('says at the end what was still counted, and leaves nothing that waits', () => {
    const {written, log, close} = open();
    for (let each = 0; each < 5; each += 1) log('gone');
    close();
    expect(written.at(-1)).toBe('… and 3 more, the last: gone');
    expect(vi.getTimerCount()).toBe(0);
  });
});
