import {describe, expect, it} from 'vitest';
import type {LocalSignposts, Way} from '../../../src/contract/signposts.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {localFaults} from '../../../src/domain/signposting/local-faults.js';
import {withLocal} from '../../../src/domain/signposting/local-signposts.js';
import {shownWays} from '../../../src/domain/signposting/shown-ways.js';
import {whoCanHelp} from '../../../src/domain/signposting/who-can-help.js';
import {body, directory, ids, places, route} from '../../support/signposting/directory.js';

const today = '2026-11-24';
const builtIn = builtInSignposts(words('en'));
const phone = (value: string, more: Partial<Way> = {}): Way => ({kind: 'phone', value, checked: null, source: 'our notes', ...more}) as Way;
const emergency = body('999', {ways: [phone('999', {known: true})]});

const ours = directory(
  [emergency, body('council', {ways: [phone('01632 960001')]}), body('helpline', {ways: [phone('01632 960002', {note: 'then press 1'}), phone('01632 960003'), {kind: 'web', value: 'https://help.example', checked: '2026-11-22'}]})],
  [route('danger', ['999']), route('main', ['council', 'helpline'])],
);
const checked = {checked: '2026-11-20', source: 'rang it'};

/** What the public sees of a body once the file counts. */
function shown(id: string, local: LocalSignposts): string[] {
  expect(localFaults(ours, local)).toEqual([]);
  const found = withLocal(ours, local).bodies.find((each) => each.id === id && !each.area)!;
  return shownWays(found).map(({value}) => value);
}

describe('an owner who confirms what we wrote down', () => {
  it('lets people see the number, with the day and where it was checked', () => {
    const local: LocalSignposts = {confirm: [{body: 'council', kind: 'phone', ...checked}]};
    expect(shown('council', {})).toEqual([]);
    expect(shown('council', local)).toEqual(['01632 960001']);
    expect(withLocal(ours, local).bodies[1]?.ways).toEqual([phone('01632 960001', checked)]);
  });

  it('corrects a number: the wrong one goes', () => {
    expect(shown('council', {confirm: [{body: 'council', kind: 'phone', value: '01632 960099', ...checked}]})).toEqual(['01632 960099']);
    expect(withLocal(ours, {confirm: [{body: 'council', kind: 'phone', value: '01632 960099', ...checked}]}).bodies[1]?.ways).toHaveLength(1);
  });

  it('adds a way that was missing', () => {
    expect(shown('council', {confirm: [{body: 'council', kind: 'email', value: 'help@council.example', ...checked}]})).toEqual(['help@council.example']);
  });

  it('confirms one number of two, however it is spaced, and not the other', () => {
    const local: LocalSignposts = {confirm: [{body: 'helpline', kind: 'phone', value: '01632960003', ...checked}]};
    expect(shown('helpline', local)).toEqual(['01632 960003', 'https://help.example']);
    expect(withLocal(ours, local).bodies[2]?.ways).toContainEqual(phone('01632 960002', {note: 'then press 1'}));
  });

  it('confirms one number of two and corrects the other', () => {
    const local: LocalSignposts = {confirm: [{body: 'helpline', kind: 'phone', value: '01632 960002', ...checked}, {body: 'helpline', kind: 'phone', value: '01632 960088', ...checked}]};
    expect(shown('helpline', local)).toEqual(['01632 960002', '01632 960088', 'https://help.example']);
    expect(withLocal(ours, local).bodies[2]?.ways.find(({value}) => value === '01632 960002')?.note).toBe('then press 1');
  });

  it('confirms everything that the built-in directory leaves open, and nothing is left', () => {
    const confirm = builtIn.bodies.flatMap(({id, ways}) => ways.filter((way) => way.checked === null && !way.known).map(({kind, value}) => ({body: id, kind, value, ...checked})));
    expect(confirm.length).toBeGreaterThan(20);
    expect(localFaults(builtIn, {confirm})).toEqual([]);
    const whole = withLocal(builtIn, {confirm});
    expect(whole.bodies.flatMap(({ways}) => ways).filter((way) => way.checked === null && !way.known)).toEqual([]);
    expect(whole.bodies.map(({ways}) => ways.length)).toEqual(builtIn.bodies.map(({ways}) => ways.length));
  });
});

describe('an owner who adds to the directory', () => {
  const local: LocalSignposts = {
    bodies: [body('council', {area: ['E1', 'Exampleshire'], ways: [phone('01632 960055', checked)]}), body('helpline', {name: 'Our helpline'}), body('advocacy')],
    routes: [route('main', ['advocacy', 'council', 'helpline']), route('more', ['advocacy'])],
  };

  it('puts bodies and routes of a known id in the place of ours, and others after them', () => {
    expect(localFaults(ours, local)).toEqual([]);
    const whole = withLocal(ours, local);
    expect(ids(whole.bodies)).toEqual(['999', 'council', 'helpline', 'council', 'advocacy']);
    expect(whole.bodies[2]?.name).toBe('Our helpline');
    expect(ids(whole.routes)).toEqual(['danger', 'main', 'more']);
    expect(ids(whoCanHelp(whole, {}, today).map((each) => each.body))).toEqual(['999', 'advocacy', 'council', 'helpline']);
  });

  it('sends people of the area to its own body, and everybody else to the general one', () => {
    const whole = withLocal(ours, local);
    const council = (area: string) => whoCanHelp(whole, {area}, today).find((each) => each.body.id === 'council')?.body;
    expect(council('exampleshire')?.area).toEqual(['E1', 'Exampleshire']);
    expect(council('Elsewhere')?.area).toBeUndefined();
  });

  it('confirms the general body and leaves the area’s own as it stands in the file', () => {
    const confirmed = withLocal(ours, {...local, confirm: [{body: 'council', kind: 'phone', value: '01632 960077', ...checked}]});
    expect(confirmed.bodies.filter(({id}) => id === 'council').map(({ways}) => ways[0]?.value)).toEqual(['01632 960077', '01632 960055']);
  });

  it('names a local body in the place of one that closes', () => {
    const closing: LocalSignposts = {bodies: [body('helpline', {until: '2026-11-23', successor: 'voice'}), body('voice')]};
    expect(localFaults(ours, closing)).toEqual([]);
    expect(ids(whoCanHelp(withLocal(ours, closing), {}, today).map((each) => each.body))).toEqual(['999', 'council', 'voice']);
  });

  it('leaves ours as it was', () => {
    const before = structuredClone(ours);
    withLocal(ours, local);
    expect(ours).toEqual(before);
  });
});

describe('an owner’s file that does not fit', () => {
  const table: [title: string, local: LocalSignposts, pointer: string][] = [
    ['confirms a body that nobody knows', {confirm: [{body: 'nobody', kind: 'phone', ...checked}]}, '/confirm/0/body'],
    ['confirms a kind of way that is not there, without saying which', {confirm: [{body: 'council', kind: 'email', ...checked}]}, '/confirm/0/value'],
    ['confirms a telephone number where there are two', {confirm: [{body: 'helpline', kind: 'phone', ...checked}]}, '/confirm/0/value'],
    ['confirms a telephone number with letters', {confirm: [{body: 'council', kind: 'phone', value: '0800 HELP', ...checked}]}, '/confirm/0/value'],
    ['confirms a javascript: link', {confirm: [{body: 'council', kind: 'web', value: 'javascript:alert(1)', ...checked}]}, '/confirm/0/value'],
    ['confirms a data: link', {confirm: [{body: 'council', kind: 'web', value: 'data:text/html,x', ...checked}]}, '/confirm/0/value'],
    ['confirms an email address that is none', {confirm: [{body: 'council', kind: 'email', value: 'at example', ...checked}]}, '/confirm/0/value'],
    ['confirms a body of one area alone', {bodies: [body('advocacy', {area: ['E1']})], confirm: [{body: 'advocacy', kind: 'phone', value: '01632 960000', ...checked}]}, '/confirm/0/body'],
    ['has a body twice', {bodies: [body('council'), body('x'), body('council')]}, '/bodies/2/id'],
    ['has a body twice for one area', {bodies: [body('x', {area: ['E1']}), body('x', {area: ['E2', 'e1']})]}, '/bodies/1/id'],
    ['has a route twice', {routes: [route('x', ['council']), route('x', ['council'])]}, '/routes/1/id'],
    ['leads to nobody', {routes: [route('x', ['council']), route('y', ['nobody'])]}, '/routes/1/steps/0/body'],
    ['leads to no route', {routes: [route('x', ['route:nowhere'])]}, '/routes/0/steps/0/route'],
    ['leads in a loop of its own', {routes: [route('x', ['route:y']), route('y', ['route:x'])]}, '/routes/1/steps/0/route'],
    ['closes a loop through a route that it replaces', {routes: [route('y', ['route:main']), route('main', ['council', 'route:y'])]}, '/routes/1/steps/1/route'],
    ['names a successor that is not there', {bodies: [body('y'), body('council', {until: today, successor: 'gone'})]}, '/bodies/1/successor'],
    ['lets a body follow itself', {bodies: [body('council', {until: today, successor: 'council'})]}, '/bodies/0/successor'],
    ['marks its own number as known to everybody', {bodies: [body('y'), body('x', {ways: [phone('01632 960000', {known: true})]})]}, '/bodies/1/ways/0/known'],
    ['replaces 999 by a body without a number', {bodies: [body('y'), body('999')]}, '/bodies/1'],
    ['lets 999 end', {bodies: [{...emergency, until: '2027-01-01'}]}, '/bodies/0'],
    ['replaces the number 999', {confirm: [{body: '999', kind: 'phone', value: '01632 960000', ...checked}]}, '/confirm/0'],
    ['takes 999 from the top', {routes: [route('x', ['council']), route('danger', ['council', '999'])]}, '/routes/1'],
    ['replaces 999 in one area by a body without a number', {bodies: [body('999', {area: ['X']})]}, '/bodies/0'],
    ['takes 999 from the top in one nation', {routes: [route('x', ['council']), route('danger', ['999'], {nation: 'england'})]}, '/routes/1'],
    ['takes 999 from the top for some', {routes: [route('danger', ['999'], {when: {died: ['no', 'unknown']}})]}, '/routes/0'],
  ];

  it.each(table)('is refused at the place when it %s', (_title, local, pointer) => {
    const faults = localFaults(ours, local);
    expect(places(faults)).toContain(pointer);
    for (const {detail} of faults) expect(detail).toMatch(/^(is|has|names|takes) /);
  });

  it('is told by its own places, also when it stands beside the whole built-in directory', () => {
    const {routes} = builtIn;
    const loop = routes.find(({steps}) => steps.some((step) => 'route' in step))!;
    const led = loop.steps.flatMap((step) => ('route' in step ? [step.route] : []))[0]!;
    expect(places(localFaults(builtIn, {routes: [route(led, [`route:${loop.id}`])]}))).toEqual(['/routes/0/steps/0/route']);
  });

  it('is told by the route that now stands before 999 in another nation', () => {
    const first = builtIn.routes.find(({id, when}) => id.startsWith('england-') && when && id !== 'england-danger')!;
    const {nation: _left, ...everywhere} = {...first, when: {}};
    const harmless = builtIn.routes.at(-1)!;
    const local = {routes: [route('mine', ['pals']), harmless, everywhere]};
    expect(localFaults(builtIn, local)).toEqual([{pointer: '/routes/2', detail: 'takes 999 from the top of what people see in wales'}]);
  });

  it('may replace 999 by words of its own and the route to it, as long as the number stays', () => {
    const local: LocalSignposts = {bodies: [{...emergency, does: 'They come.'}], routes: [route('danger', ['999', 'council'])]};
    expect(localFaults(ours, local)).toEqual([]);
  });

  it('says which numbers there are where one must be named', () => {
    expect(localFaults(ours, {confirm: [{body: 'helpline', kind: 'phone', ...checked}]})[0]?.detail).toContain('"01632 960002", "01632 960003"');
  });
});
