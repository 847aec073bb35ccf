import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Situation} from '../../../src/contract/situation.js';
import {words} from '../../../src/locale/words.js';
import {situationOf} from '../../../src/domain/questionnaire/situation-of.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {endingSignposts} from '../../../src/domain/signposting/ending-signposts.js';
import {whoCanHelp} from '../../../src/domain/signposting/who-can-help.js';

const directory = builtInSignposts(words('en'));
const find = (situation: Situation) => whoCanHelp(directory, situation, '2026-11-24');
const ends = (situation: Situation, role = 'charity') => endingSignposts(situation, role, find).map(({body}) => body.id);
const teller: Situation = {nation: 'england', wants: 'tell', danger: 'no'};
const roles = ['regulator', 'healthwatch', 'council', 'icb', 'provider', 'charity'];

describe('the end of a form', () => {
  it.each<[string, Situation, string, string]>([
    ['somebody who told a charity', teller, 'charity', 'cqc local-healthwatch care-opinion'],
    ['somebody who told the regulator, which has it already', {...teller, service: 'care-home'}, 'regulator', 'local-healthwatch care-opinion provider'],
    ['somebody who told a local Healthwatch', {...teller, service: 'care-home'}, 'healthwatch', 'cqc care-opinion provider'],
    ['somebody who told the service', {...teller, wants: 'complain', complained: 'waiting', service: 'care-home'}, 'provider', 'independent-advocacy lgsco cqc'],
    ['a worker who told the regulator', {nation: 'england', wants: 'report-as-staff', danger: 'no'}, 'regulator', 'protect council-safeguarding speak-up-direct'],
    ['somebody detained who told the regulator: its duty under the Act is another', {...teller, detained: 'yes'}, 'regulator', 'cqc-mental-health-act imha local-healthwatch'],
    ['somebody in danger', {...teller, danger: 'now'}, 'council', '999 nhs-111 samaritans'],
    ['a child', {nation: 'england', wants: 'tell', age: 'child'}, 'charity', 'childline cqc local-healthwatch'],
    ['a child in danger', {nation: 'england', wants: 'tell', age: 'child', danger: 'now'}, 'charity', '999 childline nspcc'],
    ['a child who tells of a grandparent’s care home, which Ofsted does not inspect', {nation: 'england', wants: 'tell', age: 'child', service: 'care-home'}, 'healthwatch', 'childline cqc care-opinion'],
    ['a child who complains', {nation: 'england', wants: 'complain', complained: 'waiting', age: 'child', service: 'gp'}, 'charity', 'childline provider nhs-complaints-advocacy'],
    ['somebody whose person has died', {...teller, died: 'yes', service: 'hospital'}, 'healthwatch', 'cqc care-opinion bereavement-support'],
    ['somebody in danger whose person has died', {...teller, danger: 'now', died: 'yes'}, 'council', '999 nhs-111 bereavement-support'],
    ['an answered complaint', {...teller, wants: 'complain', complained: 'answered', service: 'gp'}, 'healthwatch', 'phso nhs-complaints-advocacy cqc'],
  ])('%s', (_who, situation, role, expected) => {
    expect(ends(situation, role).join(' ')).toBe(expected);
  });

  it('names two or three, 999 first in danger and never elsewhere, a child’s Childline before others, and nobody who has it already', () => {
    const answers = fc.record(
      {
        relationship: fc.constantFrom('self', 'carer', 'relative', 'staff'),
        risk: fc.constantFrom('yes', 'unsure', 'no'),
        'told-service': fc.constantFrom('no', 'yes', 'complaint', 'unsure'),
        'service-answered': fc.constantFrom('no', 'yes'),
        'under-18': fc.constantFrom('yes', 'no'),
        detained: fc.constantFrom('yes', 'no', 'unsure'),
        died: fc.constantFrom('yes', 'no'),
      },
      {requiredKeys: []},
    );
    const kinds = fc.option(fc.constantFrom('gp', 'hospital', 'care-home', 'home-care', 'mental-health', 'pharmacy', 'prison'), {nil: undefined});
    fc.assert(fc.property(answers, kinds, fc.constantFrom(...roles), (told, kind, role) => {
      const situation = situationOf({answers: told, ...(kind && {kinds: [kind]})});
      const ids = ends(situation, role);
      expect(ids.length).toBeGreaterThanOrEqual(2);
      expect(ids.length).toBeLessThanOrEqual(3);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.indexOf('999')).toBe(told.risk === 'yes' ? 0 : -1);
      if (told['under-18'] === 'yes') expect(ids.indexOf('childline')).toBe(told.risk === 'yes' ? 1 : 0);
      expect(ids.includes('bereavement-support')).toBe(told.died === 'yes');
      const has = {regulator: ['cqc', 'cqc-staff'], healthwatch: ['local-healthwatch'], icb: ['icb'], provider: ['provider']}[role] ?? [];
      for (const id of has) expect(ids).not.toContain(id);
    }), {numRuns: 2000});
  });

  it('names fewer where a directory knows fewer', () => {
    expect(endingSignposts(teller, 'charity', () => [])).toEqual([]);
  });
});
