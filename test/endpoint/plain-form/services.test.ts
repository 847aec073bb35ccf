import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {putServices} from '../../support/store/put-services.js';
import {openFormEndpoint, services, type FormEndpoint} from '../../support/plain-form/example.js';
import {follow, type Person} from '../../support/plain-form/page-person.js';

const search = 'Name, town or postcode of the service';
let endpoint: FormEndpoint;

beforeAll(async () => {
  endpoint = await openFormEndpoint();
});
afterAll(() => endpoint.close());

const asked = async (at: TestEndpoint = endpoint) => follow(at, '/feedback?question-set=quick');
const choices = ({page}: Person) => page.controls.filter(({name}) => name === 'service-pick').map(({label}) => label);

async function sent(person: Person): Promise<unknown> {
  await (await person.choose('Good').choose('No').press('Continue')).press('Send');
  return (await endpoint.arrived()).at(-1)?.about;
}

describe('which service', () => {
  it('is searched for, and chosen from what was found', async () => {
    const found = await (await asked()).write(search, 'exampleton').press('Search');
    expect(choices(found)).toEqual(['Example House, Exampleton', 'Example Homes, Exampleton', 'It is not in the list']);
    expect(found.page.words).toContain('This service has closed.');
    const next = await found.choose('Example House, Exampleton').press('Continue');
    expect(next.page.heading).toBe('How was the care?');
    expect(await sent(next)).toEqual({kind: 'service', services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}]});
  });

  it('is searched for by Continue as well, and nothing is chosen for the person', async () => {
    const found = await (await asked()).write(search, 'example house').press('Continue');
    expect(choices(found)[0]).toBe('Example House, Exampleton');
    expect(found.page.errors).toEqual([]);
    const unpicked = await found.press('Continue');
    expect(unpicked.page.errors).toEqual(['Write or choose the name of the service']);
    const other = await unpicked.choose('Example House, Exampleton').write(search, 'example').press('Continue');
    expect(choices(other)).toContain('Example House, Exampleton');
    expect(other.page.controls.filter(({name, checked}) => name === 'service-pick' && checked)).toEqual([]);
  });

  it('with two registrations shows who runs each', async () => {
    const dual = await openFormEndpoint();
    const homes = [['1-870000001', 'Example Care Ltd'], ['1-870000002', 'Example Partners Ltd']].map(([id, name], number) => ({...services[0]!, id: id!, name: 'Dual House', provider: {id: `1-70000000${number}`, name: name!}}));
    await putServices(dual.dependencies.store, homes, 'import');
    const found = await (await asked(dual)).write(search, 'dual house').press('Search');
    expect(choices(found)).toEqual(['Dual House, Exampleton', 'Dual House, Exampleton', 'It is not in the list']);
    for (const name of ['Example Care Ltd', 'Example Partners Ltd']) expect(found.page.html).toContain(`ZZ99 1AA · ${name}</div>`);
    await dual.close();
  });

  it('need not be in the list', async () => {
    const found = await (await asked()).write(search, 'example').press('Search');
    const next = await found.choose('It is not in the list').write('Name of the service', ' My carer ').write('Town', 'Elsewhere').press('Continue');
    expect(await sent(next)).toEqual({kind: 'service', services: [{name: 'My carer', town: 'Elsewhere'}]});
  });

  it('need not be in the list where the list has nothing like it', async () => {
    const found = await (await asked()).write(search, 'qqqq xxxx').press('Continue');
    expect(found.page.words).toContain('No service found. You can go on with the name as you wrote it.');
    expect(await sent(await found.press('Continue'))).toEqual({kind: 'service', services: [{name: 'qqqq xxxx'}]});
  });

  it('can be several, in order, and one of them taken away again', async () => {
    const add = 'Add another service';
    let person = (await asked()).choose('More than one service');
    for (const [words, name] of [['example house', 'Example House, Exampleton'], ['mental', 'Example Mental Health Centre, Little Exampleham'], ['homes', 'Example Homes, Exampleton']] as const) {
      person = await person.write(search, words).press('Search');
      person = await person.choose(name).press(add);
    }
    expect(person.page.words).toContain('Services so far Example House, Exampleton');
    person = await person.press('Remove Example Mental Health Centre, Little Exampleham');
    expect(await sent(await person.press('Continue'))).toMatchObject({kind: 'pathway', services: [{name: 'Example House'}, {name: 'Example Homes'}]});
  });

  it('as several needs two, and says so', async () => {
    let person = await (await asked()).choose('More than one service').write(search, 'example house').press('Search');
    person = await person.choose('Example House, Exampleton').press('Add another service');
    expect((await person.press('Continue')).page.errors).toEqual(['Name at least two services, or choose “One service”']);
    expect((await person.press('Add another service')).page.errors).toEqual(['Name at least two services, or choose “One service”']);
    const fewer = await person.press('Remove Example House, Exampleton');
    expect((await fewer.press('Continue')).page.errors).toEqual(['Write or choose the name of the service']);
  });

  it('can be care in an area instead, also by pressing Return in its field, which presses Search', async () => {
    const area = (await asked()).choose('Care in my area');
    expect((await area.press('Continue')).page.errors).toEqual(['Write the name of the area']);
    const next = await area.write(/^Name of the area/, 'Exampleshire').press('Search');
    expect(await sent(next)).toEqual({kind: 'place', place: {name: 'Exampleshire'}});
  });

  it('that was typed is still there after Back', async () => {
    let person = await (await follow(endpoint, '/feedback')).choose('My own').press('Continue');
    person = await person.choose('More than one service').write(search, 'example house').press('Back');
    person = await person.press('Continue');
    expect(person.page.controls.find(({label}) => label === search)?.value).toBe('example house');
    expect(person.page.controls.find(({checked}) => checked)?.label).toBe('More than one service');
  });

  it('without anything written is asked for in plain words', async () => {
    for (const button of ['Continue', 'Search']) {
      const person = await (await asked()).press(button);
      expect(person.page.errors).toEqual(['Write or choose the name of the service']);
      expect(person.page.title).toMatch(/^Error: /);
    }
  });
});

describe('a link that names a service', () => {
  it('that nobody knows asks for the service and says why', async () => {
    for (const id of ['1-9999999999', 'not an id']) {
      const person = await follow(endpoint, `/feedback?question-set=quick&service=${encodeURIComponent(id)}`);
      expect(person.response.status).toBe(200);
      expect(person.page.heading).toBe('Which service was it?');
      expect(person.page.words).toContain('The link that you followed names a service that we do not know.');
    }
  });

  it('that has closed says so, and lets people tell about it all the same', async () => {
    const person = await follow(endpoint, '/feedback?question-set=quick&service=1-1000000003');
    expect(person.page.words).toContain('This service has closed. You can still tell us about it.');
    expect(await sent(person)).toMatchObject({services: [{id: '1-1000000003'}]});
  });
});

describe('a list of services that is empty, or does not answer', () => {
  it('lets people go on with the name as they write it', async () => {
    const bare = await openEndpoint();
    let person = await (await asked(bare)).write(search, 'Example House').press('Search');
    expect(person.page.words).toContain('No service found.');
    person = await person.write('Town', 'Exampleton').press('Continue');
    expect(person.page.heading).toBe('How was the care?');

    bare.dependencies.directory.search = () => Promise.reject(new Error('away'));
    bare.dependencies.directory.service = () => Promise.reject(new Error('away'));
    person = await (await asked(bare)).write(search, 'Example House').press('Continue');
    expect(person.page.words).toContain('The list cannot be searched now. You can go on with the name as you wrote it.');
    expect((await person.press('Continue')).page.heading).toBe('How was the care?');
    await bare.close();
  });
});
