import {expect, it} from 'vitest';
import {StoreUnavailable} from '../../src/endpoint/store/store.js';
import {exampleSubmission, openEndpoint} from '../support/endpoint/endpoint.js';
import {keyPair, postJose, postSealed, sealTo} from '../support/endpoint/sealing.js';

it('writes nothing of what somebody sent into the log, whatever becomes of it', async () => {
  const endpoint = await openEndpoint();
  const canary = 'CANARY-7f3a';
  const told = () => exampleSubmission({answers: {...exampleSubmission().answers, story: canary}, contact: {name: canary}});
  const elsewhere = await keyPair();
  const everyWay = async () => [
    await endpoint.post(told()),
    await endpoint.post({...told(), [canary]: canary}),
    await endpoint.post(`{"${canary}`),
    await endpoint.post(told(), {headers: {'Content-Type': `text/${canary}`}}),
    await postSealed(endpoint, told()),
    await postSealed(endpoint, {...told(), [canary]: canary}, {'Idempotency-Key': canary}),
    await postSealed(endpoint, canary),
    await postJose(endpoint, canary),
    await postJose(endpoint, await sealTo({...elsewhere.publicKey, kid: canary}, told())),
    await endpoint.ask(`/feedback?service=${canary}&topic=${canary}`),
    await endpoint.ask('/feedback', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: `_state=${canary}&story=${canary}`}),
    await endpoint.ask(`/v1/services?q=${canary}`),
    await endpoint.ask(`/${canary}`),
  ];
  const usual = (await everyWay()).map(({status}) => status);
  expect(usual).toEqual([201, 422, 400, 415, 201, 201, 201, 400, 503, 200, 400, 200, 404]);

  const {store} = endpoint.dependencies;
  endpoint.dependencies.store = {...store, save: () => Promise.reject(new StoreUnavailable('database or disk is full'))};
  await everyWay();
  endpoint.dependencies.store = {...store, save: ({stories}) => Promise.reject(new TypeError(`cannot keep ${JSON.stringify(stories)}`))};
  await everyWay();
  expect(endpoint.logged.length).toBeGreaterThan(5);
  expect(endpoint.logged.join('\n')).not.toContain(canary);
  endpoint.dependencies.store = store;
  await endpoint.close();
});
