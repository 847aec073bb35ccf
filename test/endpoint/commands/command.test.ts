import {afterEach, describe, expect, it} from 'vitest';
import {commands} from '../../../src/endpoint/all-commands.js';
import {defineCommand} from '../../../src/endpoint/commands/command.js';
import {helpOf, overviewOf, usageOf} from '../../../src/endpoint/command-help.js';

const typed: unknown[] = [];
const told = {name: 'send it', summary: 'sends it', help: ['Sends what is in FILE.']} as const;
const send = defineCommand({
  ...told,
  operand: {name: 'FILE', count: 'one'},
  usageError: 'send it takes one file.',
  options: {
    to: {type: 'string', valueName: 'WHO', isRequired: true, description: 'who gets it'},
    by: {type: 'string', valueName: 'WAY', multiple: true, description: 'how'},
    now: {type: 'boolean', description: 'at once'},
  },
  run: (what) => {
    typed.push(what);
    return Promise.resolve(0);
  },
});

afterEach(() => {
  typed.length = 0;
});

describe('a command', () => {
  it('gets what was typed, in whatever order, and as what it asked for', async () => {
    for (const words of [['a.json', '--to', 'anna', '--by', 'post', '--now', '--by=bus'], ['--now', '--by=post', '--to=anna', '--by', 'bus', '--', 'a.json']]) {
      expect(await send.run(words, {})).toBe(0);
      expect(typed.pop()).toEqual({operands: ['a.json'], options: {to: 'anna', by: ['post', 'bus'], now: true}});
    }
  });

  it.each([
    [['--to', 'anna'], 'send it takes one file.'],
    [['a', 'b', '--to', 'anna'], 'send it takes one file.'],
    [['a'], 'send it needs --to WHO.'],
    [['a', '--to'], '--to takes WHO after it.'],
    [['a', '--to', '--now'], '--to takes WHO after it.'],
    [['a', '--to', 'anna', '--now=yes'], '--now takes no value.'],
    [['a', '--later'], 'send it does not take --later.'],
    [['a', '-x'], 'send it does not take -x.'],
  ])('refuses %j, and says what it takes instead', async (words, message) => {
    await expect(send.run(words, {})).rejects.toMatchObject({name: 'UsageFault', message});
    expect(typed).toEqual([]);
  });

  it('that takes nothing names the word that it was given', async () => {
    await expect(defineCommand({...told, run: () => Promise.resolve(0)}).run(['now'], {})).rejects.toMatchObject({message: 'send it does not take "now".'});
  });

  it('is explained as it is read', () => {
    expect(usageOf(send)).toBe('send it FILE --to WHO [--by WAY…] [--now]');
    expect(helpOf({...send, readsEnvironment: false})).toBe('Usage: care-endpoint send it FILE --to WHO [--by WAY…] [--now]\n\nsends it\n\n  --to WHO    who gets it\n  --by WAY…   how\n  --now       at once\n\nSends what is in FILE.');
  });
});

describe('every command', () => {
  it('stands in the overview, and has help with each of its options', () => {
    const overview = overviewOf(commands);
    for (const command of commands) {
      expect(overview).toContain(`\n  ${usageOf(command)}`);
      for (const [option, {type, valueName, description}] of Object.entries(command.options)) {
        expect(helpOf(command)).toContain(`\n  --${option}`);
        expect([description, valueName !== undefined]).toEqual([expect.stringMatching(/[^.]$/), type === 'string']);
      }
      expect([command.summary, command.help.length > 0]).toEqual([expect.stringMatching(/[^.]$/), true]);
    }
    expect(new Set(commands.map(({name}) => name)).size).toBe(commands.length);
  });
});
