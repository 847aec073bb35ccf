/** One command of `care-endpoint`. */
export interface Command {
  /** What is typed: `serve`, `question-sets add`. */
  name: string;
  /** What follows the name: `FILE…`. Empty when nothing does. */
  takes: string;
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` says besides. */
  help: string;
  /**
   * Does it. Resolves to the exit code. Rejects with `UsageFault` for words it
   * does not take and with `StartFault` for what somebody must mend.
   */
  run(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number>;
}

/** The words after a command are not what it takes; exit code 2. */
export class UsageFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageFault';
  }
}
