import {describe, expect, it} from 'vitest';
import type {SignpostDirectory, Way} from '../../../src/contract/signposts.js';
import type {Situation} from '../../../src/contract/situation.js';
import {emergencyFirst, startsWithEmergency} from '../../../src/domain/signposting/emergency-first.js';
import {whoCanHelp} from '../../../src/domain/signposting/who-can-help.js';
import {body, directory, route} from '../../support/signposting/directory.js';

const today = '2026-11-24';
const call = (value: string, more: Partial<Way> = {}): Way => ({kind: 'phone', value, checked: null, ...more}) as Way;
const emergency = body('999', {ways: [call('999', {known: true})]});
const carried = directory([emergency, body('ours')], [route('danger', ['999']), route('main', ['ours'])]);
const found = (local: SignpostDirectory | undefined, situation: Situation = {}) => emergencyFirst(local, carried, situation, today).map(({body: {id, ways}}) => `${id}${ways.length ? '' : ' without a number'}`);

describe('who can help by somebody else’s list', () => {
  it('is as it says where 999 is first', () => {
    expect(found(directory([emergency, body('theirs')], [route('all', ['999', 'theirs'])]))).toEqual(['999', 'theirs without a number']);
  });

  it('is what we carry where there is none', () => {
    expect(found(undefined)).toEqual(['999', 'ours without a number']);
  });

  it('is what we carry where it knows nobody in this situation', () => {
    const silent = directory([emergency, body('theirs')], [route('danger', ['999']), route('wales', ['theirs'], {nation: 'wales'})]);
    expect(found(silent)).toEqual(['999', 'ours without a number']);
    expect(found(silent, {nation: 'wales'})).toEqual(['999', 'theirs without a number']);
    expect(found(directory([]))).toEqual(['999', 'ours without a number']);
  });

  it.each<[string, SignpostDirectory]>([
    ['leaves it out', directory([body('theirs')], [route('all', ['theirs'])])],
    ['has it last', directory([emergency, body('theirs')], [route('all', ['theirs', '999'])])],
    ['has it without a number', directory([body('999'), body('theirs')], [route('all', ['999', 'theirs'])])],
    ['has it with another number', directory([body('999', {ways: [call('01632 960000', {checked: today})]}), body('theirs')], [route('all', ['999', 'theirs'])])],
    ['has a number that may not be shown', directory([body('999', {ways: [call('999')]}), body('theirs')], [route('all', ['999', 'theirs'])])],
  ])('has our 999 first, once, where it %s', (_name, local) => {
    expect(found(local)).toEqual(['999', 'theirs without a number']);
  });
});

it('999 counts as first with its number alone', () => {
  expect(startsWithEmergency(whoCanHelp(carried, {}, today))).toBe(true);
  expect(startsWithEmergency([])).toBe(false);
  expect(startsWithEmergency([{body: body('ours', {ways: [call('999', {known: true})]}), reason: ''}])).toBe(false);
});
