import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Body, SignpostRoute, SignpostStep} from '../../../src/contract/signposts.js';
import {whoCanHelp} from '../../../src/domain/signposting/who-can-help.js';

const today = '2026-11-24';
const body = (id: string, more: Partial<Body> = {}): Body => ({id, name: id, does: `${id} helps.`, ways: [], checked: null, ...more});
const route = (id: string, ...to: string[]): SignpostRoute => ({id, when: {}, steps: to.map((each): SignpostStep => (each.startsWith('r') ? {route: each} : {body: each}))});

function found(bodies: Body[], routes: SignpostRoute[]): string[] {
  return whoCanHelp({language: 'en', bodies, routes}, {}, today).map((each) => each.body.id);
}

describe('a directory that goes round in circles', () => {
  it('leads to every body of routes that lead to each other, in their order', () => {
    expect(found([body('a'), body('b'), body('c')], [route('r1', 'r2', 'a'), route('r2', 'b', 'r1', 'r2', 'c')])).toEqual(['b', 'c', 'a']);
  });

  it('names none of the bodies that succeed each other and have all ended', () => {
    const ended = {until: '2026-01-31'};
    expect(found([body('a', {...ended, successor: 'b'}), body('b', {...ended, successor: 'a'}), body('c', {...ended, successor: 'c'}), body('d')], [route('r1', 'a', 'c', 'd')])).toEqual(['d']);
  });

  it('ends, however routes lead to each other, and names each body once', () => {
    const names = ['r1', 'r2', 'r3', 'r4', 'a', 'b', 'c'];
    const steps = fc.array(fc.constantFrom(...names), {minLength: 1, maxLength: 6});
    fc.assert(fc.property(fc.array(steps, {minLength: 4, maxLength: 4}), (each) => {
      const ids = found(['a', 'b', 'c'].map((id) => body(id)), each.map((to, place) => route(`r${place + 1}`, ...to)));
      expect(ids).toEqual([...new Set(ids)]);
      expect([...ids].sort()).toEqual(['a', 'b', 'c'].filter((id) => each.flat().includes(id)));
    }));
  });

  it('ends soon where each route leads twice to the next, and however many there are', () => {
    const routes = Array.from({length: 3000}, (_, place) => route(`r${place}`, `r${place + 1}`, `r${place + 1}`));
    expect(found([body('a')], [...routes, route('r3000', 'a')])).toEqual(['a']);
  });
});
