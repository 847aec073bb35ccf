import {parseArgs} from 'node:util';
import {commands} from './all-commands.js';
import {UsageFault, type Command} from './commands/command.js';
import {helpOf, overviewOf, usageOf} from './command-help.js';
import {unknownVariables} from './commands/unknown-variables.js';
import type {Environment} from './commands/variable-types.js';
import {variables} from './environment-variables.js';
import {openOperatorOutput, plainOutput, type OperatorOutput} from './operator-output.js';
import {StartFault} from './commands/start-fault.js';
import {StoreUnavailable} from './store/store.js';

/**
 * Runs what was typed after `care-endpoint`.
 *
 * @returns the exit code: 1 for what somebody must mend, 2 for a command that is not one.
 */
export async function runCommandLine(words: readonly string[], environment: Environment): Promise<number> {
  const [first] = words;
  if (first === '--version') return say(__VERSION__);
  const command = commands.find(({name}) => startsWith(words, name.split(' ')));
  if (command) return run(command, words.slice(command.name.split(' ').length), environment);
  if (first === 'help' || first === '--help' || first === '-h') return say(overviewOf(commands));
  console.error(first === undefined ? overviewOf(commands) : `care-endpoint has no command "${words.join(' ')}".\n\n${overviewOf(commands)}`);
  return 2;
}

async function run(command: Command, words: readonly string[], environment: Environment): Promise<number> {
  if (asksForHelp(words)) return say(helpOf(command));
  let output = plainOutput;
  try {
    if (command.isService) output = await openOperatorOutput(environment);
    if (command.readsEnvironment) for (const line of unknownVariables(environment, Object.keys(variables))) output.warn(line);
    return await command.run(words, environment, output);
  } catch (error) {
    if (error instanceof StartFault) return complain(error.message, 1, output);
    if (error instanceof StoreUnavailable) return complain(`The database does not answer: ${error.message}.`, 1, output);
    if (error instanceof UsageFault) return complain(`${error.message}\nUsage: care-endpoint ${usageOf(command)}`, 2, output);
    throw error;
  }
}

/** Whatever else was typed, and however wrong. */
function asksForHelp(words: readonly string[]): boolean {
  return parseArgs({args: [...words], strict: false, options: {help: {type: 'boolean', short: 'h'}}}).values.help === true;
}

function startsWith(words: readonly string[], start: readonly string[]): boolean {
  return start.every((word, position) => words[position] === word);
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function complain(text: string, code: number, output: OperatorOutput): number {
  output.fail(text);
  return code;
}
