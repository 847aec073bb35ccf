import {describe, expect, it} from 'vitest';
import type {Body} from '../../../src/contract/signposts.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {bundledEngland} from '../../../src/domain/signposting/bundled-england.js';
import {bundledNation} from '../../../src/domain/signposting/bundled-nations.js';
import {signpostFaults} from '../../../src/domain/signposting/directory-faults.js';
import {body, directory, places, route} from '../../support/signposting/directory.js';

const faultsOf = (bodies: Body[], routes = [route('first', [bodies[0]!.id])]) => signpostFaults(directory(bodies, routes));

describe('a directory of who can help', () => {
  it('holds together as it is built in, and as elements carry it for each nation', () => {
    expect(signpostFaults(builtInSignposts(words('en')))).toEqual([]);
    expect(signpostFaults(bundledEngland(words('en')))).toEqual([]);
    for (const nation of ['wales', 'scotland', 'northern-ireland'] as const) expect(signpostFaults(bundledNation(nation, words('en')))).toEqual([]);
  });

  it('may hold two ways of one kind, bodies of one id for different areas, and routes that share a part', () => {
    const phone = {kind: 'phone', value: '01632 960000', checked: null} as const;
    const bodies = [body('a', {ways: [phone, phone]}), body('a', {area: ['East']}), body('a', {area: ['West', 'E2']})];
    expect(faultsOf(bodies, [route('one', ['route:shared']), route('two', ['route:shared']), route('shared', ['a'])])).toEqual([]);
  });

  it('may let one body follow another, and a third that one', () => {
    expect(faultsOf([body('a', {successor: 'b'}), body('b', {successor: 'c'}), body('c')])).toEqual([]);
  });

  it('names a step that leads to no body', () => {
    expect(faultsOf([body('a')], [route('one', ['a', 'nobody'])])).toEqual([{pointer: '/routes/0/steps/1/body', detail: 'names "nobody", which is no body here'}]);
  });

  it('names a step that leads to no route', () => {
    expect(faultsOf([body('a')], [route('one', ['a', 'route:nowhere'])])).toEqual([{pointer: '/routes/0/steps/1/route', detail: 'names "nowhere", which is no route here'}]);
  });

  it('names a route that leads to itself', () => {
    expect(places(faultsOf([body('a')], [route('one', ['a', 'route:one'])]))).toEqual(['/routes/0/steps/1/route']);
  });

  it('names every step of a loop, and none that only leads into it', () => {
    const routes = [route('into', ['route:one']), route('one', ['route:two', 'a']), route('two', ['route:three']), route('three', ['a', 'route:one', 'route:out']), route('out', ['a'])];
    expect(places(faultsOf([body('a')], routes))).toEqual(['/routes/1/steps/0/route', '/routes/2/steps/0/route', '/routes/3/steps/1/route']);
  });

  it('names a successor that is not there, one that is the body itself, and a circle of them', () => {
    expect(places(faultsOf([body('a', {successor: 'gone'})]))).toEqual(['/bodies/0/successor']);
    expect(places(faultsOf([body('a', {until: '2026-12-31', successor: 'a'})]))).toEqual(['/bodies/0/successor']);
    expect(places(faultsOf([body('a', {successor: 'b'}), body('b', {successor: 'c'}), body('c', {successor: 'a'}), body('d', {successor: 'a'})]))).toEqual(['/bodies/0/successor', '/bodies/1/successor', '/bodies/2/successor']);
  });

  it('names a body that stands twice, and one that stands twice for one area, however it is written', () => {
    expect(places(faultsOf([body('a'), body('b'), body('a')]))).toEqual(['/bodies/2/id']);
    expect(places(faultsOf([body('a', {area: ['E10000001', 'Exampleshire']}), body('a', {area: [' exampleSHIRE ']})]))).toEqual(['/bodies/1/id']);
    expect(places(faultsOf([body('a')], [route('one', ['a']), route('one', ['a'])]))).toEqual(['/routes/1/id']);
  });

  it.each([
    ['another telephone number', {kind: 'phone', value: '01632 960000'}],
    ['a number to text that is known as a telephone', {kind: 'text', value: '999'}],
    ['an email address', {kind: 'email', value: 'help@example.org'}],
  ] as const)('does not let %s pass for one that everybody knows', (_title, way) => {
    const marked = body('a', {ways: [{...way, checked: null, known: true}]});
    expect(places(faultsOf([marked]))).toEqual(['/bodies/0/ways/0/known']);
  });

  it('lets the eight that everybody knows stand without a day, however they are spaced', () => {
    const phones = ['999', '111', '101', '116123', '0800 1111', '0808 800 5000', '0808 2000247'].map((value) => ({kind: 'phone', value, checked: null, known: true}) as const);
    expect(faultsOf([body('a', {ways: [...phones, {kind: 'text', value: '85258', checked: null, known: true}]})])).toEqual([]);
  });

  it('is looked through although its chains are thousands long', () => {
    const count = 20_000;
    const chain = Array.from({length: count}, (_, n) => route(`r${n}`, n + 1 < count ? [`route:r${n + 1}`] : ['a']));
    expect(faultsOf([body('a')], chain)).toEqual([]);
    const ring = [...chain.slice(0, -1), route(`r${count - 1}`, ['route:r0'])];
    expect(faultsOf([body('a')], ring)).toHaveLength(count);
  });
});
