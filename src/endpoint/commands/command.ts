import {parseArgs} from 'node:util';
import type {Environment} from './variable-types.js';
import {plainOutput, type OperatorOutput} from '../operator-output.js';

/** What follows a command's name without dashes. */
export interface Operand {
  /** `FILE`. */
  name: string;
  /** How many; `one in words` may be written with spaces in it. */
  count: 'one' | 'one or more' | 'one in words';
}

/** What follows a command's name with two dashes. */
export interface Option {
  type: 'string' | 'boolean';
  /** What stands after it: `YYYY-MM-DD`, `csv|jsonl`. */
  valueName?: string;
  /** May stand more than once. */
  multiple?: true;
  /** Must be there. */
  isRequired?: true;
  /** What it does, without a full stop. */
  description: string;
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<Each extends Option> = Each extends {type: 'boolean'} ? boolean : Each extends {multiple: true} ? string[] : string;

/** What was typed after a command's name. */
interface ParsedArguments<Named extends Options> {
  /** Without those that were left out. */
  options: {[Name in keyof Named]?: ValueOf<Named[Name]>};
  /** As many as the command's operand allows; none where it has no operand. */
  operands: readonly [string, ...string[]];
}

/** How a command is called, and what is said of it. */
export interface Description {
  /** What is typed: `serve`, `question-sets add`. */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  operand?: Operand;
  options: Options;
  /** What it takes, in a sentence for whoever typed too few words or too many. */
  usageError?: string;
  /** Paragraphs that are said besides; one that begins with two spaces is shown as it stands. */
  help: readonly string[];
  /** Whether the environment says it anything. */
  readsEnvironment: boolean;
  /** Whether it runs on, and so may speak to a program that collects what it says. */
  isService?: true;
}

/** One command of `care-endpoint`. */
export interface Command extends Description {
  /**
   * Does it with the words after its name. Resolves to the exit code. Rejects with
   * `UsageFault` for words it does not take and with `StartFault` for what somebody must mend.
   */
  run(words: readonly string[], environment: Environment, output?: OperatorOutput): Promise<number>;
}

/** The words after a command are not what it takes; exit code 2. */
export class UsageFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageFault';
  }
}

/** A command whose words are read by its description. Left out, it takes no options and reads the environment. */
export function defineCommand<const Named extends Options = Record<never, never>>({run, ...described}: Omit<Description, 'options' | 'readsEnvironment'> & {options?: Named; readsEnvironment?: false; run(parsed: ParsedArguments<Named>, environment: Environment, output: OperatorOutput): Promise<number>}): Command {
  const description: Description = {readsEnvironment: true, ...described, options: described.options ?? {}};
  return {...description, run: async (words, environment, output = plainOutput) => run(parseCommandArguments(words, description) as ParsedArguments<Named>, environment, output)};
}

/** @throws UsageFault that names what does not fit. */
function parseCommandArguments(words: readonly string[], {name, operand, options, usageError}: Description): ParsedArguments<Options> {
  const {values, positionals} = (() => {
    try {
      const parsed = Object.fromEntries(Object.entries(options).map(([each, {type, multiple = false}]) => [each, {type, multiple}]));
      return parseArgs({args: [...words], options: parsed, allowPositionals: true});
    } catch (error) {
      throw new UsageFault(describeParseError(error, name, options));
    }
  })();
  const fits = operand === undefined ? positionals.length === 0 : positionals.length === 1 || (positionals.length > 1 && operand.count !== 'one');
  if (!fits) throw new UsageFault(usageError ?? `${name} does not take "${positionals.at(-1)}".`);
  for (const [each, {isRequired, valueName}] of Object.entries(options)) if (isRequired && values[each] === undefined) throw new UsageFault(`${name} needs --${each} ${valueName}.`);
  return {options: values as ParsedArguments<Options>['options'], operands: positionals as unknown as ParsedArguments<Options>['operands']};
}

/** Node's own words name the option, and go on with what helps nobody here. */
function describeParseError(error: unknown, name: string, options: Options): string {
  const [, typed = '', bare = ''] = /'((?:-\w, )?-{1,2}([\w-]+).*?)'/.exec(error instanceof Error ? error.message : '') ?? [];
  const option = options[bare];
  if (option === undefined) return `${name} does not take ${typed}.`;
  return option.type === 'string' ? `--${bare} takes ${option.valueName} after it.` : `--${bare} takes no value.`;
}
