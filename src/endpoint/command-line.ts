import {backup} from './commands/backup.js';
import {UsageFault, type Command} from './commands/command.js';
import {concernsRules} from './commands/concerns-rules.js';
import {contactKeyMake, contactKeyOpen} from './commands/contact-key.js';
import {erase} from './commands/erase.js';
import {exportFeedbackCommand} from './commands/export-feedback.js';
import {exportRatingsCommand} from './commands/export-ratings.js';
import {importRatings} from './commands/import-ratings.js';
import {keysRotate} from './commands/keys-rotate.js';
import {logCommand} from './commands/log.js';
import {questionSetsAdd} from './commands/question-sets-add.js';
import {restore} from './commands/restore.js';
import {serve} from './commands/serve.js';
import {signpostsUnchecked} from './commands/signposts-unchecked.js';
import {syncCommand} from './commands/sync.js';
import {tidyCommand} from './commands/tidy.js';
import {tokenEnd, tokenList, tokenMake} from './commands/token.js';
import {environmentHelp} from './configuration.js';
import {StartFault} from './start-fault.js';
import {StoreUnavailable} from './store/store.js';

const commands: readonly Command[] = [serve, importRatings, syncCommand, exportRatingsCommand, exportFeedbackCommand, questionSetsAdd, signpostsUnchecked, concernsRules, keysRotate, contactKeyMake, contactKeyOpen, tokenMake, tokenList, tokenEnd, logCommand, tidyCommand, erase, backup, restore];

/**
 * Runs what was typed after `care-endpoint`.
 *
 * @returns the exit code: 1 for what somebody must mend, 2 for a command that is not one.
 */
export async function runCommandLine(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const [first] = words;
  if (first === '--version') return say(__VERSION__);
  const command = commands.find(({name}) => startsWith(words, name.split(' ')));
  if (command) return run(command, words.slice(command.name.split(' ').length), environment);
  if (first === 'help' || first === '--help' || first === '-h') return say(overview());
  console.error(first === undefined ? overview() : `care-endpoint has no command "${words.join(' ')}".\n\n${overview()}`);
  return 2;
}

async function run(command: Command, words: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) return say(`${usage(command)}\n\n${command.summary}\n\n${command.help}`);
  try {
    return await command.run(words, environment);
  } catch (error) {
    if (error instanceof StartFault) return complain(error.message, 1);
    if (error instanceof StoreUnavailable) return complain(`The database does not answer: ${error.message}.`, 1);
    if (error instanceof UsageFault) return complain(`${error.message}\n${usage(command)}`, 2);
    throw error;
  }
}

function overview(): string {
  // What takes much stands on a line of its own.
  const start = (command: Command) => `${command.name} ${command.takes}`.trim();
  const lines = commands.map((command) => `  ${start(command).padEnd(28)}${start(command).length > 28 ? `\n  ${' '.repeat(28)}` : ''} ${command.summary}`);
  return `Usage: care-endpoint COMMAND\n\n${lines.join('\n')}\n\ncare-endpoint COMMAND --help says more about one of them.\n\n${environmentHelp}`;
}

function usage({name, takes}: Command): string {
  return `Usage: care-endpoint ${name} ${takes}`.trim();
}

function startsWith(words: readonly string[], start: readonly string[]): boolean {
  return start.every((word, position) => words[position] === word);
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function complain(text: string, code: number): number {
  console.error(text);
  return code;
}
