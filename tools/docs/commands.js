// @ts-check
import {code, joinParts, pageHeader, table, withNames} from './markdown.js';

/** @param {typeof import('./endpoint.js')} endpoint */
export function commandsPage({commands, optionAsTyped, usageOf}) {
  return joinParts([
    pageHeader('Commands', 'the commands themselves, in `src/endpoint/all-commands.ts`'),
    'Each begins with `npx care-endpoint`, and reads its [configuration](configuration.md) from the environment. `--help` after any of them prints what stands here, `care-endpoint --version` the version. The exit code is 0 when it is done, 1 for what somebody must mend, and 2 for words that the command does not take.',
    table(['command', 'what it does'], commands.map((command) => [`[${code(command.name)}](#${command.name.replaceAll(' ', '-')})`, withNames(command.summary)])),
    ...commands.flatMap((command) => [
      `## ${command.name}`,
      ['```text', `care-endpoint ${usageOf(command)}`, '```'].join('\n'),
      `${sentence(command.summary)}${command.readsEnvironment ? '' : ' It reads nothing from the environment.'}`,
      Object.keys(command.options).length === 0 ? undefined : table(['option', 'what it does'], Object.entries(command.options).map(([name, option]) => [code(optionAsTyped(name, option)), `${withNames(sentence(option.description))}${option.isRequired ? ' It must be there.' : ''}${option.multiple ? ' It may stand more than once.' : ''}`])),
      ...command.help.map((paragraph) => (paragraph.startsWith('  ') ? block(paragraph) : withNames(paragraph))),
    ]),
  ]);
}

/** @param {string} words */
function sentence(words) {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** @param {string} lines each with two spaces before it */
function block(lines) {
  return `\`\`\`text\n${lines.replace(/^ {2}/gm, '')}\n\`\`\``;
}
