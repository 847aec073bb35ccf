import {variableGroups} from './environment-variables.js';
import type {Description, Option} from './commands/command.js';

const width = 96;
const summaryColumn = 30;
const variableColumn = 28;

/** How a command is typed: `backup FILE`, `sync [--all]`. */
export function usageOf({name, operand, options}: Description): string {
  const rest = Object.entries(options).map(([each, option]) => (option.isRequired ? optionAsTyped(each, option) : `[${optionAsTyped(each, option)}]`));
  return [name, ...(operand ? [`${operand.name}${operand.count === 'one or more' ? '…' : ''}`] : []), ...rest].join(' ');
}

/** `--service ID…`, `--all`. */
export function optionAsTyped(name: string, {valueName, multiple}: Option): string {
  return `--${name}${valueName === undefined ? '' : ` ${valueName}`}${multiple ? '…' : ''}`;
}

/** What `--help` says after a command. */
export function helpOf(command: Description): string {
  const {summary, options, help, readsEnvironment} = command;
  const typed = Object.entries(options).map(([name, option]) => ({typed: `  ${optionAsTyped(name, option)}`, description: option.description}));
  const column = Math.max(0, ...typed.map((each) => each.typed.length)) + 3;
  return [
    `Usage: care-endpoint ${usageOf(command)}`,
    summary,
    ...(typed.length > 0 ? [typed.map((each) => inColumns(each.typed, each.description, column)).join('\n')] : []),
    ...help.map((paragraph) => (paragraph.startsWith('  ') ? paragraph : wrapped(paragraph, width).join('\n'))),
    ...(readsEnvironment ? [environmentHelp()] : []),
  ].join('\n\n');
}

/** What `care-endpoint --help` says. */
export function overviewOf(commands: readonly Description[]): string {
  const lines = commands.map((command) => inColumns(`  ${usageOf(command)}`, command.summary, summaryColumn));
  return `Usage: care-endpoint COMMAND\n\n${lines.join('\n')}\n\ncare-endpoint COMMAND --help says more about one of them.\n\n${environmentHelp()}`;
}

function environmentHelp(): string {
  const lines = variableGroups.flatMap(({variables}) => Object.entries(variables).map(([name, {description, kind, defaultValue, defaultDescription}]) => inColumns(`  ${name}`, `${description} (${kind}; ${defaultValue === undefined ? `left out: ${defaultDescription}` : `default: ${defaultValue}`})`.replaceAll('`', ''), variableColumn)));
  return `Environment:\n${lines.join('\n')}`;
}

/** What takes much room in the first column stands on a line of its own. */
function inColumns(first: string, second: string, column: number): string {
  const [start = '', ...rest] = wrapped(second, width - column);
  const margin = ' '.repeat(column);
  const head = first.length < column ? first.padEnd(column) : `${first}\n${margin}`;
  return [`${head}${start}`, ...rest.map((line) => `${margin}${line}`)].join('\n');
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
