import {describe, expect, it} from 'vitest';
import {Problem, pointer} from '../../src/contract/problem.js';
import {QuestionSet} from '../../src/contract/question-set.js';
import {Receipt} from '../../src/contract/receipt.js';
import {Receiver, ReceiverFile} from '../../src/contract/receiver.js';
import {Service, ServiceList} from '../../src/contract/service.js';
import {builtInSet, builtInVersions} from '../../src/domain/questionnaire/sets/built-in-sets.js';
import {receipt, receiver, service} from '../support/contract/contract-examples.js';

interface Schema {
  safeParse(value: unknown): {success: boolean; error?: {issues: readonly {path: PropertyKey[]}[]}};
}

/** Where a schema finds fault, as JSON pointers. */
const faultsIn = (schema: Schema, value: unknown) => (schema.safeParse(value).error?.issues ?? []).map(({path}) => pointer(path));

describe('a receipt', () => {
  it('carries id, reference, time and token', () => {
    expect(faultsIn(Receipt, receipt)).toEqual([]);
  });

  it.each([
    ['id', 'not-an-id'], ['reference', 'K7MQ-4TRD-9X2P'], ['reference', 'K7MQ-4TRD-9X2P-H6WU'], ['reference', 'k7mq-4trd-9x2p-h6wc'], ['receivedAt', '22 November 2026'], ['token', 7],
  ])('is none whose %s is %j', (key, value) => {
    expect(faultsIn(Receipt, {...receipt, [key]: value})).toEqual([`/${key}`]);
  });
});

describe('a service', () => {
  it('is as the design has it, and may carry more that a later version adds', () => {
    expect(faultsIn(Service, service)).toEqual([]);
    expect(faultsIn(Service, {...service, beds: 40})).toEqual([]);
    expect(faultsIn(ServiceList, {services: [service]})).toEqual([]);
  });

  it.each([
    ['id', 'x'], ['level', 'ward'], ['name', undefined], ['kinds', ['sauna']], ['status', undefined], ['provider', {}],
  ])('is none whose %s is %j', (key, value) => {
    expect(faultsIn(Service, {...service, [key]: value})[0]).toMatch(new RegExp(`^/${key}`));
  });
});

describe('a receiver', () => {
  // What its owner writes: no keys and no contract, which the endpoint adds.
  const {keys: _keys, contract: _contract, ...written} = receiver;
  const file = {...written, languages: ['en']};

  it('goes over the wire whole, and may carry more that a later version adds', () => {
    expect(faultsIn(Receiver, receiver)).toEqual([]);
    expect(faultsIn(Receiver, {...receiver, openOnSundays: true})).toEqual([]);
  });

  it('is written by its owner in a file that the endpoint takes', () => {
    expect(faultsIn(ReceiverFile, file)).toEqual([]);
    expect(faultsIn(ReceiverFile, {...file, origins: ['https://charity.example'], isolated: ['RXQ02']})).toEqual([]);
  });

  it.each(['name', 'role', 'prescribedPerson', 'privacyNotice', 'lawfulBasis', 'retention', 'readHours', 'replyWithin', 'whatHappens', 'languages'])(
    'is refused at start when the file leaves out %s', (key) => {
      const {[key as keyof typeof file]: _, ...rest} = file;
      expect(faultsIn(ReceiverFile, rest)).toEqual([`/${key}`]);
    });

  it('is refused at start when a word in the file is misspelt', () => {
    expect(ReceiverFile.safeParse({...file, phnoe: '01632 960123'}).success).toBe(false);
  });

  it('is refused at start when there is no other way to tell', () => {
    const {phone: _phone, email: _email, post: _post, ...rest} = file;
    expect(faultsIn(ReceiverFile, rest)).toEqual(['/phone']);
    expect(faultsIn(ReceiverFile, {...rest, post: '1 Example Street'})).toEqual([]);
  });

  it.each([
    ['origins', ['https://charity.example/path'], '/origins/0'],
    ['origins', ['charity.example'], '/origins/0'],
    ['isolated', ['!'], '/isolated'],
    ['languages', [], '/languages'],
    ['languages', ['english language'], '/languages/0'],
    ['privacyNotice', 'http://central.example/privacy', '/privacyNotice'],
    ['share', {friends: {name: 'Friends', words: 'Friends.'}}, '/share'],
    ['share', {local: {name: 'The council'}}, '/share/local/words'],
  ])('is refused at start when %s is %j', (key, value, at) => {
    expect(faultsIn(ReceiverFile, {...file, [key]: value})[0]).toMatch(new RegExp(`^${at}`));
  });
});

describe('a problem', () => {
  it('names each fault by its place, as RFC 6901 writes it', () => {
    const problem = {type: 'about:blank', title: 'Not taken', status: 422, errors: [{pointer: pointer(['answers', 'a/b~c', 0]), detail: 'is wrong'}]};
    expect(problem.errors[0]!.pointer).toBe('/answers/a~1b~0c/0');
    expect(faultsIn(Problem, problem)).toEqual([]);
  });
});

describe('a question set', () => {
  it.each(builtInVersions())('may be the built-in set $id, version $version, also after a journey as JSON', (set) => {
    expect(faultsIn(QuestionSet, JSON.parse(JSON.stringify(set)))).toEqual([]);
  });

  const [first, ...rest] = builtInSet('quick')!.pages;
  const [question] = first!.questions;

  it.each<[string, unknown, string]>([
    ['an id with a capital', {id: 'Quick'}, '/id'],
    ['no version', {version: ''}, '/version'],
    ['no page', {pages: []}, '/pages'],
    ['no language', {texts: {}}, '/texts'],
    ['an unknown kind of question', {pages: [{...first, questions: [{...question, kind: 'essay'}]}]}, '/pages/0/questions/0/kind'],
    ['an unknown kind of condition', {pages: [{...first, when: {unless: 'risk'}}, ...rest]}, '/pages/0/when'],
    ['a condition of two kinds at once', {pages: [{...first, when: {answered: 'risk', service: ['gp']}}, ...rest]}, '/pages/0/when'],
    ['more characters than a story', {pages: [{...first, questions: [{...question, maxLength: 20_001}]}]}, '/pages/0/questions/0/maxLength'],
    ['a question without a label', {texts: {en: {title: 'A', pages: {}, questions: {risk: {}}}}}, '/texts/en/questions/risk/label'],
  ])('is none with %s', (_what, change, at) => {
    expect(faultsIn(QuestionSet, {...builtInSet('quick'), ...(change as object)})[0]).toBe(at);
  });
});
