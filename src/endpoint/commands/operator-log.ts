import {createLogFolding, type FoldingRule} from './log-folding.js';

/** Where the endpoint says to its operator what failed. */
export interface OperatorLog {
  log(line: string): void;
  /** Says how many more there were of what was counted, and counts no more. */
  close(): void;
}

/** Writes the first lines of each kind by `write`, and counts the rest. */
export function openOperatorLog(write: (line: string) => void, rule?: FoldingRule): OperatorLog {
  const folding = createLogFolding(rule);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(lines: readonly string[]): void {
    for (const line of lines) write(line);
    const next = folding.nextDue();
    if (next === undefined || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      say(folding.due(performance.now()));
    }, Math.max(1, Math.ceil(next - performance.now())));
    // Counting keeps no process alive that has nothing else to do; `close` says what was counted.
    timer.unref();
  }

  return {
    log: (line) => say(folding.add(line, performance.now())),
    close() {
      clearTimeout(timer);
      timer = undefined;
      for (const line of folding.rest()) write(line);
    },
  };
}
