import {describe, expect, it} from 'vitest';
import {auditAnswer, licenceFaults, scriptFaults} from '../../../tools/packages/audit-rules.js';
import {described, productionPackages} from '../../../tools/packages/production-packages.js';

const example = (description: Parameters<typeof described>[1], hasBindingGyp = false) => described('example', {version: '1.0.0', ...description}, hasBindingGyp);

describe('the packages that come with the project', () => {
  const packages = productionPackages();

  it('are all under a licence that is on the list', () => {
    expect(packages.map(({name}) => name)).toEqual(expect.arrayContaining(['lit', 'zod', 'libsql', '@libsql/darwin-arm64']));
    expect(licenceFaults(packages)).toEqual([]);
  });

  it('run nothing when they are installed', () => {
    expect(scriptFaults(packages)).toEqual([]);
  });
});

describe('a licence', () => {
  it.each([['MIT'], ['(MIT OR GPL-3.0-only)'], ['GPL-3.0-only OR ISC'], ['MIT AND Apache-2.0']])('%s is taken', (license) => {
    expect(licenceFaults([example({license})])).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', 'example 1.0.0 is under "GPL-3.0-only", which is not on the list of licences'],
    ['MIT AND GPL-3.0-only', 'example 1.0.0 is under "MIT AND GPL-3.0-only", which is not on the list of licences'],
    ['MIT AND (GPL-3.0-only OR ISC)', 'example 1.0.0 is under "MIT AND (GPL-3.0-only OR ISC)", which is not on the list of licences'],
    ['SEE LICENSE IN LICENSE', 'example 1.0.0 is under "SEE LICENSE IN LICENSE", which is not on the list of licences'],
    ['UNLICENSED', 'example 1.0.0 is under "UNLICENSED", which is not on the list of licences'],
    [undefined, 'example 1.0.0 does not say under which licence it is'],
  ])('%s is named with its package, for somebody to look', (license, fault) => {
    expect(licenceFaults([example({license})])).toEqual([fault]);
  });

  it('is read from the forms that older packages have', () => {
    expect(example({license: {type: 'MIT'}}).licence).toBe('MIT');
    expect(example({licenses: [{type: 'GPL-2.0'}, {type: 'MIT'}]}).licence).toBe('GPL-2.0 OR MIT');
  });
});

describe('a package that runs something when it is installed', () => {
  it.each(['preinstall', 'install', 'postinstall'])('by %s is named', (script) => {
    expect(scriptFaults([example({scripts: {[script]: 'node fetch.js', test: 'x', prepare: 'x'}})])).toEqual([`example 1.0.0 runs ${script} when it is installed`]);
  });

  it('is named where npm would compile it, though it has no script for that', () => {
    expect(scriptFaults([example({}, true)])).toEqual(['example 1.0.0 runs binding.gyp when it is installed']);
    expect(scriptFaults([example({scripts: {prepare: 'x'}})])).toEqual([]);
  });

  it('may do so where the list says why', () => {
    const packages = [example({scripts: {install: 'node-gyp rebuild'}})];
    expect(scriptFaults(packages, {example: 'It is compiled here.'})).toEqual([]);
    expect(scriptFaults(packages, {other: 'It is compiled here.'})).toHaveLength(1);
  });
});

describe('what npm audit has said', () => {
  it('is each package with a known fault, or none', () => {
    expect(auditAnswer(JSON.stringify({vulnerabilities: {}}))).toEqual({answered: true, reported: []});
    expect(auditAnswer(JSON.stringify({vulnerabilities: {example: {severity: 'high', range: '<1.2.3'}}}))).toEqual({answered: true, reported: ['example <1.2.3: high']});
  });

  it.each([
    ['a refusal', JSON.stringify({message: '405 Method Not Allowed - POST https://packages.example/audit', statusCode: 405, error: {summary: ''}}), '405'],
    ['an error with a code', JSON.stringify({error: {code: 'ENOTFOUND', summary: 'https://packages.example'}}), 'ENOTFOUND'],
    ['an error in words', JSON.stringify({message: 'request to https://packages.example/audit failed'}), 'request to … failed'],
    ['nothing', '', 'it said nothing that can be read'],
    ['a page', '<html>', 'it said nothing that can be read'],
  ])('is no answer where it is %s, and does not say which registry that was', (_title, printed, reason) => {
    expect(auditAnswer(printed)).toEqual({answered: false, reason});
  });
});
