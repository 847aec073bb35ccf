import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {createVariableReader, type Environment, type Variable} from '../../src/endpoint/commands/variable-types.js';
import {unknownVariables} from '../../src/endpoint/commands/unknown-variables.js';
import {variableGroups, variables} from '../../src/endpoint/environment-variables.js';
import {readConfiguration} from '../../src/endpoint/configuration.js';

const names = Object.keys(variables);
const all: readonly [string, Variable<unknown>][] = Object.entries(variables);

describe('the variables of the endpoint', () => {
  it('are each explained once, with what they are for, what is written into them, and what holds without', () => {
    expect(variableGroups.flatMap((group) => Object.keys(group.variables)).sort()).toEqual([...names].sort());
    for (const [name, {description, kind, defaultValue, defaultDescription}] of all) {
      expect(description, name).toMatch(/\.$/);
      expect(kind, name).not.toBe('');
      expect([defaultValue, defaultDescription].filter((each) => each !== undefined), name).toHaveLength(1);
    }
  });

  it('are read in one place: no other file of the endpoint looks into the environment by itself', () => {
    const folder = new URL('../../src/endpoint/', import.meta.url);
    const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => /process\.env\b|\benvironment(\[|\.[A-Z])|\benv\[/.test(readFileSync(new URL(file, folder), 'utf8'))).sort()).toEqual(['care-endpoint.ts', 'commands/unknown-variables.ts', 'commands/variable-types.ts']);
  });

  it('hold what they say where they are left out, or empty', () => {
    expect(readConfiguration({})).toMatchObject({host: '127.0.0.1', port: 4000, dataFolder: 'data', keysFile: 'data/keys.json', hasLimits: true});
    expect(readConfiguration({PORT: '  ', HOST: ''})).toMatchObject({host: '127.0.0.1', port: 4000});
    for (const [, {defaultValue, parse}] of all) if (defaultValue !== undefined) expect(() => parse(defaultValue)).not.toThrow();
  });

  // What is no more than a name of a file or a host shows where it is used.
  const wrong: Environment = {
    PORT: '70000', DATABASE_URL: 'mysql://somebody:secret@database.example', CARE_ORIGIN: 'central.example', CARE_LIMITS: 'none', CARE_ADDRESS_HEADER: 'X Forwarded', CARE_USER_HEADER: 'a:b', CARE_LOG: 'xml', CARE_METRICS_PORT: 'yes', CARE_TEAM_LANGUAGE: 'not a language',
    CARE_KEEP_STORY: 'a year', CARE_KEEP_CONTACT: '-1', CARE_KEEP_EQUALITY: '1.5', CARE_ALERT_HOOK: 'secret', CARE_ALERT_SECRET: 'secret', CARE_ALERT_ALSO: 'all', CARE_ALERT_ALLOW_PRIVATE: 'yes',
    CARE_ALERT_MAIL: 'team', CARE_ALERT_FROM: 'team', CARE_SMTP: 'mail.example', CARE_ALERT_HOURS: 'four', CARE_CQC_KEY: 'two secret words', CARE_CQC_API: 'ftp://secret.example',
  };

  it.each(Object.entries(wrong))('say which of them is wrong, and in a line of its own what to do: %s=%s', (name, text = '') => {
    const read = () => createVariableReader(variables, {[name]: text})(name as keyof typeof variables);
    expect(read).toThrow(new RegExp(`\\b${name}\\b`));
    expect(read).toThrow(/\n(Set it|Set CARE_ALERT_MAIL|Leave it|Copy the key)/);
    expect(read).not.toThrow(/secret(?! of|\.$)/);
  });

  it('are all but those that are only a place or a text checked before anything is started with them', () => {
    expect(all.filter(([name]) => !(name in wrong)).map(([name]) => name).sort()).toEqual(['CARE_CONCERNS', 'CARE_CONTACT_KEY', 'CARE_ENDPOINT_TOKEN', 'CARE_KEYS', 'CARE_METRICS_HOST', 'CARE_RECEIVER', 'CARE_SIGNPOSTS', 'DATA_DIR', 'HOST']);
  });
});

describe('a variable that is misspelt', () => {
  it.each([['CARE_RECIEVER', 'CARE_RECEIVER'], ['CARE_KEEP_STORIES', 'CARE_KEEP_STORY'], ['CARE_ALERTHOURS', 'CARE_ALERT_HOURS'], ['CARE_SMPT', 'CARE_SMTP']])('is told, with the right one: %s', (typed, meant) => {
    expect(unknownVariables({[typed]: 'secret', PATH: '/bin', CARE_KEYS: 'keys.json'}, names)).toEqual([`${typed} is set, and the endpoint has no such variable. Did you mean ${meant}?`]);
  });

  it('is not told where it is like none, as it may be another program’s, nor where it is empty', () => {
    expect(unknownVariables({CARE_TEST_MEMORY: '/dev/shm', CARE_STORIES: 'all', CARE_KEY: ''}, names)).toEqual([]);
  });
});
