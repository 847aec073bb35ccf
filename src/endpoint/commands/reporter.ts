import {performance} from 'node:perf_hooks';

/** Tells whoever typed a command how it goes. */
export interface Reporter {
  /** What is wrong. */
  warn(line: string): void;
  /** What has been done. */
  say(line: string): void;
  /** How far it is, from 0 to 1, and what it is at. Shown on a terminal only. */
  progress(share: number, words: string): void;
  /** Takes the bar away. */
  end(): void;
}

/** Where the bar is drawn. */
export interface Screen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const width = 24;
const betweenTwo = 100;
const takeAway = '\r\u001B[K';

/** A teller that has a progress bar where `screen` is a terminal, and else writes plain lines alone. */
export function createReporter(screen: Screen = process.stderr): Reporter {
  let isShown = false;
  let last = -Infinity;

  function clear(): void {
    if (isShown) screen.write(takeAway);
    isShown = false;
    last = -Infinity;
  }

  return {
    warn(line) {
      clear();
      console.error(line);
    },
    say(line) {
      clear();
      console.log(line);
    },
    progress(share, words) {
      if (!screen.isTTY || performance.now() - last < betweenTwo) return;
      last = performance.now();
      isShown = true;
      // A bar that goes over the line's end leaves pieces of itself behind.
      screen.write(takeAway + bar(share, words).slice(0, (screen.columns ?? 80) - 1));
    },
    end: clear,
  };
}

function bar(share: number, words: string): string {
  const whole = Math.min(1, Math.max(0, share));
  const filled = Math.round(whole * width);
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(Math.floor(whole * 100)).padStart(3)} %  ${words}`;
}
