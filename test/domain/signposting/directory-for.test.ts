import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Body, SignpostDirectory, SignpostRoute} from '../../../src/contract/signposts.js';
import type {Situation} from '../../../src/contract/situation.js';
import {situationValues, type Nation} from '../../../src/contract/situation-values.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {directoryFor} from '../../../src/domain/signposting/directory-for.js';
import {signpostFaults} from '../../../src/domain/signposting/directory-faults.js';
import {withLocal} from '../../../src/domain/signposting/local-signposts.js';
import {whoCanHelp} from '../../../src/domain/signposting/who-can-help.js';
import {body, directory, ids, route} from '../../support/signposting/directory.js';

const today = '2026-11-24';
const nations = [...situationValues.nation];
const whole = withLocal(builtInSignposts(words('en')), {
  bodies: [body('council-safeguarding', {name: 'Exampleshire safeguarding', area: ['E10000099', 'Exampleshire']}), body('example-advocacy', {area: ['exampleshire']}), body('other-advocacy', {area: ['Otherland']})],
  routes: [route('local-help', ['example-advocacy', 'other-advocacy'])],
});

describe('the directory for one nation', () => {
  it.each(nations)('holds what is for %s or for all, and together by itself', (nation) => {
    const found = directoryFor(whole, {nation});
    expect(signpostFaults(found)).toEqual([]);
    expect(found.bodies.filter((each) => each.nation !== undefined && each.nation !== nation)).toEqual([]);
    expect(found.routes.filter((each) => each.nation !== undefined && each.nation !== nation)).toEqual([]);
    expect(ids(found.bodies)).toContain('999');
    expect(ids(whoCanHelp(found, {nation}, today).map((each) => each.body)).length).toBeGreaterThan(1);
  });

  it('leaves out steps and routes whose bodies are of another nation', () => {
    const example = directory(
      [body('a'), body('welsh', {nation: 'wales'}), body('ends', {until: '2027-01-01', successor: 'welsh'})],
      [route('one', ['welsh', 'a', 'route:only-welsh']), route('only-welsh', ['welsh']), route('to-it', ['route:only-welsh']), route('of-wales', ['a'], {nation: 'wales'}), route('through-wales', ['route:of-wales', 'a'])],
    );
    expect(directoryFor(example, {nation: 'england'})).toEqual(directory([body('a'), body('ends', {until: '2027-01-01'})], [route('one', ['a']), route('through-wales', ['a'])]));
    expect(directoryFor(example, {nation: 'wales'})).toEqual(example);
  });
});

describe('the directory for one area', () => {
  it.each(['Exampleshire', ' EXAMPLESHIRE ', 'e10000099'])('puts the area’s own bodies first, in the place of general ones, for %j', (area) => {
    const found = directoryFor(whole, {area});
    const names = found.bodies.filter(({id}) => id === 'council-safeguarding').map(({name}) => name);
    expect(ids(found.bodies).slice(0, 1)).toEqual(['council-safeguarding']);
    expect(names).toEqual(['Exampleshire safeguarding']);
    expect(ids(found.bodies)).not.toContain('other-advocacy');
    const helping = found.routes.filter(({id}) => id === 'local-help').flatMap(({steps}) => steps);
    expect(helping).toEqual(area === 'e10000099' ? [] : [{body: 'example-advocacy'}]);
  });

  it('is the general directory where nobody knows the area', () => {
    expect(directoryFor(whole, {area: 'Nowhere'})).toEqual({...builtInSignposts(words('en')), language: 'en'});
  });

  it('holds every area’s bodies where none is named', () => {
    expect(directoryFor(whole, {})).toEqual(whole);
  });

  it('keeps the general body where the area’s own is for another nation', () => {
    const example = directory([body('a'), body('a', {nation: 'wales', area: ['X']})]);
    expect(directoryFor(example, {area: 'x'}).bodies).toHaveLength(2);
    expect(directoryFor(example, {area: 'x', nation: 'wales'}).bodies).toHaveLength(2);
  });
});

/** Directories of all shapes that have no faults: routes and successors lead only to what stands later. */
const later: Readonly<Record<string, readonly string[]>> = {a: ['b', 'c'], b: ['c'], c: [], r1: ['a', 'b', 'c', 'route:r2', 'route:r3'], r2: ['a', 'b', 'c', 'route:r3'], r3: ['a', 'b', 'c']};
const someNation = fc.option(fc.constantFrom(...nations), {nil: undefined});
const someBody = (id: string, area?: string) =>
  fc.record({nation: someNation, ends: fc.boolean(), successor: fc.constantFrom(undefined, ...later[id]!)}).map(
    ({nation, ends, successor}): Body => body(id, {...(nation && {nation}), ...(area && {area: [area]}), ...(ends && {until: '2026-01-31'}), ...(successor && {successor})}),
  );
const someRoute = (id: string) =>
  fc.record({nation: someNation, to: fc.array(fc.constantFrom(...later[id]!), {minLength: 1, maxLength: 4})}).map(({nation, to}): SignpostRoute => route(id, to, nation ? {nation} : {}));
const some: fc.Arbitrary<SignpostDirectory> = fc
  .record({general: fc.tuple(someBody('a'), someBody('b'), someBody('c')), local: fc.subarray(['a', 'b', 'c']).chain((found) => fc.tuple(...found.map((id) => someBody(id, 'X')))), routes: fc.tuple(someRoute('r1'), someRoute('r2'), someRoute('r3'))})
  .map(({general, local, routes}) => directory([...general, ...local], routes));

describe('whoever asks for a part', () => {
  const asked = fc.record({nation: fc.constantFrom<Nation>(...nations), area: fc.constantFrom(undefined, 'X', 'Y')});
  const found = (all: SignpostDirectory, situation: Situation) => whoCanHelp(all, situation, today).map(({body: {id, nation, area}}) => ({id, nation, area}));

  it('finds the same people to turn to as in the whole, in the same order', () => {
    let helped = 0;
    fc.assert(fc.property(some, asked, (all, {nation, area}) => {
      const situation = {nation, ...(area && {area})};
      const inWhole = found(all, situation);
      expect(found(directoryFor(all, {nation, area}), situation)).toEqual(inWhole);
      if (inWhole.length > 0) helped += 1;
    }), {numRuns: 500});
    expect(helped).toBeGreaterThan(100);
  });

  it('gets what holds together by itself', () => {
    fc.assert(fc.property(some, asked, fc.boolean(), (all, {nation, area}, everywhere) => {
      expect(signpostFaults(all)).toEqual([]);
      expect(signpostFaults(directoryFor(all, everywhere ? {area} : {nation, area}))).toEqual([]);
    }), {numRuns: 500});
  });
});
