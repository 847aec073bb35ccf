import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {situationValues} from '../../../src/contract/situation-values.js';
import type {Situation} from '../../../src/contract/situation.js';
import type {SignpostDirectory} from '../../../src/contract/signposts.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {bundledEngland} from '../../../src/domain/signposting/bundled-england.js';
import {bundledNation} from '../../../src/domain/signposting/bundled-nations.js';
import {signpostFaults} from '../../../src/domain/signposting/directory-faults.js';
import {whoCanHelp} from '../../../src/domain/signposting/who-can-help.js';

const directory = builtInSignposts(words('en'));
const today = '2026-11-24';
const crisis = new Set(['nhs-111', 'police-101', 'samaritans', 'shout', 'childline', 'nspcc', 'papyrus', 'hourglass', 'domestic-abuse-helpline', 'childrens-services', 'council-safeguarding']);

const situation: fc.Arbitrary<Situation> = fc.record(
  {
    ...(Object.fromEntries(Object.entries(situationValues).map(([key, values]) => [key, fc.constantFrom(...values)])) as Record<keyof typeof situationValues, fc.Arbitrary<never>>),
    happened: fc.date({min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true}).map((date) => date.toISOString().slice(0, 7)),
    area: fc.constantFrom('E06000026', 'Plymouth', 'nowhere'),
  },
  {requiredKeys: []},
);

const holdsFor = (promise: (situation: Situation) => void, numRuns = 5000) => fc.assert(fc.property(situation, (each) => void promise(each)), {numRuns});
const idsFor = (each: Situation, from: SignpostDirectory = directory) => whoCanHelp(from, each, today).map(({body}) => body.id);

describe('in any situation', () => {
  it('danger stands first, somebody follows, nobody twice, and all of them in the nation', () => {
    holdsFor((each) => {
      const ids = idsFor(each);
      expect(ids[0]).toBe('999');
      expect(ids.length).toBeGreaterThan(2);
      expect(new Set(ids).size).toBe(ids.length);
      for (const {body} of whoCanHelp(directory, each, today)) expect([undefined, each.nation ?? 'england']).toContain(body.nation);
    });
  });

  it('nobody of a crisis stands before those who answer what is wanted, once danger is ruled out', () => {
    holdsFor((each) => {
      const ids = idsFor({...each, danger: 'no'}).slice(1);
      if (each.wants === 'safeguard') return;
      expect(crisis.has(ids[0]!)).toBe(false);
    });
  });

  it('nobody is named who has ended, and who takes over stands in their place', () => {
    const ended: SignpostDirectory = {...directory, bodies: directory.bodies.map((body) => (body.id === 'local-healthwatch' ? {...body, until: '2026-11-23', successor: 'icb'} : body.id === 'pals' ? {...body, until: '2026-11-23'} : body.id === 'cqc' ? {...body, until: today} : body))};
    holdsFor((each) => {
      for (const {body} of whoCanHelp(ended, each, today)) expect(body.until === undefined || body.until >= today).toBe(true);
    });
    expect(idsFor({wants: 'information'}, ended).slice(0, 3)).toEqual(['999', 'icb', 'cqc']);
  });

  it('elements say the same as the endpoint', () => {
    holdsFor((each) => {
      const {nation = 'england'} = each;
      const carried = nation === 'england' ? bundledEngland(words('en')) : bundledNation(nation, words('en'));
      expect(idsFor(each, carried)).toEqual(idsFor(each));
    }, 500);
  });

  it('a date is the last day by which the months have passed', () => {
    holdsFor((each) => {
      for (const {by} of whoCanHelp(directory, each, today)) if (by !== undefined) expect(by > `${each.happened}-31`).toBe(true);
    });
  });
});

describe('the directory', () => {
  it('has no step that leads nowhere, and no loop', () => {
    expect(signpostFaults(directory)).toEqual([]);
  });

  it('has nobody who is never named', () => {
    const named = new Set<string>();
    const values = <Key extends keyof typeof situationValues>(key: Key) => [undefined, ...situationValues[key]];
    for (const nation of situationValues.nation)
      for (const wants of values('wants'))
        for (const danger of values('danger'))
          for (const age of values('age'))
            for (const service of values('service'))
              for (const pays of values('pays'))
                for (const more of [{}, {detained: 'yes'}, {died: 'yes'}, {complained: 'answered'}, ...situationValues.profession.map((profession) => ({profession}))])
                  if (service === undefined || Object.keys(more).length === 0) for (const id of idsFor(some({nation, wants, danger, age, service, pays, ...more}))) named.add(id);
    expect(directory.bodies.map(({id}) => id).filter((id) => !named.has(id))).toEqual([]);
  });
});

function some(keys: Record<string, unknown>): Situation {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
}
