import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createReporter} from '../../../src/endpoint/commands/reporter.js';

let written: string[];
const screen = (isTTY: boolean) => ({isTTY, columns: 50, write: (text: string) => written.push(text)});

beforeEach(() => {
  written = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void written.push(`${line}\n`));
  vi.spyOn(console, 'log').mockImplementation((line: string) => void written.push(`${line}\n`));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('On a terminal', () => {
  it('a bar says how far it is, within the line', () => {
    createReporter(screen(true)).progress(0.5, `27,500 read of ${'x'.repeat(100)}`);
    const [bar = ''] = written;
    expect(bar).toContain(`${'█'.repeat(12)}${'░'.repeat(12)}  50 %  27,500 read of x`);
    expect(bar.replace('\r\u001B[K', '').length).toBeLessThan(50);
  });

  it('it is taken away before words are written, and at the end', () => {
    const reporter = createReporter(screen(true));
    reporter.progress(0.1, 'some');
    reporter.warn('line 7: is none');
    reporter.progress(0.2, 'more');
    reporter.end();
    expect(written).toEqual([expect.stringContaining('10 %'), '\r\u001B[K', 'line 7: is none\n', expect.stringContaining('20 %'), '\r\u001B[K']);
  });
});

it('Where there is no terminal only plain lines are written', () => {
  const reporter = createReporter(screen(false));
  reporter.progress(0.5, 'some');
  reporter.warn('line 7: is none');
  reporter.say('1 added');
  reporter.end();
  expect(written).toEqual(['line 7: is none\n', '1 added\n']);
});
