import {setImmediate as turn} from 'node:timers/promises';
import {expect, it} from 'vitest';
import type {Service} from '../../../src/contract/service.js';
import {createDirectory} from '../../../src/endpoint/directory/directory.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {names, service} from '../../support/search/services.js';

/** A store of services in memory, as slow and as broken as a test wants it. */
function storeOf(...given: Service[]) {
  const kept = new Map<string, Service>();
  let revision = 0;
  const store = {
    broken: false,
    reads: 0,
    put(...services: Service[]) {
      for (const each of services) kept.set(each.id, each);
      revision += 1;
    },
    async directoryRevision() {
      if (store.broken) throw new StoreUnavailable('it is broken');
      return revision;
    },
    async services({after = '', limit}: {after?: string; limit: number}) {
      if (store.broken) throw new StoreUnavailable('it is broken');
      if (after === '') store.reads += 1;
      await turn();
      return [...kept.values()].sort((one, other) => (one.id < other.id ? -1 : 1)).filter(({id}) => id > after).slice(0, limit);
    },
    async service(id: string) {
      if (store.broken) throw new StoreUnavailable('it is broken');
      return kept.get(id);
    },
  };
  store.put(...given);
  return store;
}

it('finds what the store holds', async () => {
  const directory = createDirectory(storeOf(service({name: 'Example House'}), service({name: 'Example Lodge'})));
  expect(names(await directory.search('house', 10))).toEqual(['Example House']);
});

it('finds what is imported while the endpoint runs, from the next search on', async () => {
  const store = storeOf(service({name: 'Example House'}));
  const directory = createDirectory(store);
  await directory.search('house', 10);
  store.put(service({name: 'Other House'}));
  expect(names(await directory.search('house', 10))).toEqual(['Example House', 'Other House']);
});

it('finds what was imported while the directory was being read, in a part that had been read already', async () => {
  const store = storeOf(service({name: 'Example House'}));
  const directory = createDirectory(store);
  await directory.search('house', 10);

  let goOn = () => {};
  const {services} = store;
  store.services = async (page) => {
    const read = await services(page);
    if (store.reads === 2) await new Promise<void>((resolve) => (goOn = resolve));
    return read;
  };
  store.put(service({name: 'Other House'}));
  const asked = directory.search('house', 10);
  while (store.reads < 2) await turn();
  await turn();
  store.put(service({name: 'Late House'}));
  const askedLater = directory.search('house', 10);
  await turn();
  goOn();
  expect(names(await asked)).toContain('Other House');
  expect(names(await askedLater)).toContain('Late House');
});

it('never finds services of two states of the directory together, however often it changes while it is read', async () => {
  const many = Array.from({length: 1500}, (_, number) => service({id: `1-${10_000 + number}`, name: 'Before House'}));
  const store = storeOf(...many);
  const {services} = store;
  let changes = 3;
  store.services = async (page) => {
    const read = await services(page);
    changes -= 1;
    if (changes >= 0) store.put(...many.map((each) => ({...each, name: `Change${changes} House`})));
    return read;
  };
  expect(new Set(names(await createDirectory(store).search('house', 1500)))).toEqual(new Set(['Change0 House']));
});

it('reads a directory of many pages whole', async () => {
  const directory = createDirectory(storeOf(...Array.from({length: 1500}, (_, number) => service({name: `Example Number${number}`}))));
  for (const number of [0, 999, 1000, 1499]) expect(names(await directory.search(`number${number}`, 1))).toEqual([`Example Number${number}`]);
});

it('reads the directory once for all who ask at the same time, and not again while nothing changes', async () => {
  const store = storeOf(service({name: 'Example House'}));
  const directory = createDirectory(store);
  await Promise.all(Array.from({length: 20}, () => directory.search('house', 10)));
  await directory.search('house', 10);
  expect(store.reads).toBe(1);
});

it('lets others have their turn while it reads', async () => {
  const directory = createDirectory(storeOf(...Array.from({length: 3000}, (_, number) => service({name: `Example ${number}`}))));
  let turns = 0;
  let done = false;
  const searching = directory.search('example', 1).then(() => (done = true));
  while (!done) {
    await turn();
    turns += 1;
  }
  await searching;
  expect(turns).toBeGreaterThan(10);
});

it('goes on finding services while the store does not answer', async () => {
  const store = storeOf(service({name: 'Example House'}));
  const directory = createDirectory(store);
  await directory.search('house', 10);
  store.broken = true;
  expect(names(await directory.search('house', 10))).toEqual(['Example House']);
});

it('answers from what it knows when reading anew takes too long', async () => {
  const store = storeOf(service({name: 'Example House'}));
  const directory = createDirectory(store, {patienceInMs: 1});
  await directory.search('house', 10);
  store.put(service({name: 'Other House'}));
  store.services = () => new Promise(() => undefined);
  expect(names(await directory.search('house', 10))).toEqual(['Example House']);
});

it('says that nothing is known when the store has never answered, and finds services once it does', async () => {
  const store = storeOf(service({name: 'Example House'}));
  store.broken = true;
  const directory = createDirectory(store);
  await expect(directory.search('house', 10)).rejects.toBeInstanceOf(StoreUnavailable);
  store.broken = false;
  expect(names(await directory.search('house', 10))).toEqual(['Example House']);
});

it('asks the store itself for one service, so that it is never an old one', async () => {
  const store = storeOf(service({id: '1-900000001', name: 'Example House'}));
  const directory = createDirectory(store);
  store.put(service({id: '1-900000001', name: 'Example Hall'}));
  expect(await directory.service('1-900000001')).toMatchObject({name: 'Example Hall'});
});
