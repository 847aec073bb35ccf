import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/care-feedback.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, exampleReceiver, origin, ownAddress, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {press, reads, write} from '../../support/care-feedback/form-person.js';

// One page has one clock, so what the device's says goes on from test to test.

const set = {
  id: 'when', version: '1',
  pages: [{id: 'when', questions: [{id: 'when', kind: 'date', required: true}]}],
  texts: {en: {title: 'When', pages: {when: {}}, questions: {when: {label: 'When was it?', required: 'Write when it was'}}}},
};
const year = 365 * 86_400_000;

let endpoint: ExampleEndpoint;
let network: typeof fetch;
const now = Date.now.bind(Date);
/** The device's clock is wrong by so many milliseconds; bound, so that it is taken for the browser's own. */
const putClock = (shift: number) => (Date.now = (() => now() + shift).bind(undefined));

before(() => {
  endpoint = exampleEndpoint();
  network = globalThis.fetch;
  const answering: typeof fetch = async (input, init) => (new Request(input, init).url.endsWith('/v1/question-sets/when') ? Response.json(set) : network(input, init));
  globalThis.fetch = answering.bind(undefined);
});
after(() => {
  Date.now = now;
  endpoint.remove();
});

async function tell(when: number): Promise<CareFeedback> {
  const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${ownAddress()} service="1-1000000001" question-set="when"><a href=${origin}>Tell us</a></care-feedback>`);
  await write(form, 'Year', String(when));
  await press(form, 'Send');
  return form;
}

const thisYear = new Date().getUTCFullYear();
const toldIn = (body: string) => JSON.parse(body) as {id: string; startedAt: string; finishedAt: string; answers: {when: string}};

describe('somebody whose device says that it is 1970', () => {
  it('tells of this year, which is in no future, and of no time in 1970, where the endpoint’s time cannot be read', async () => {
    putClock(-now());
    const form = await tell(thisYear);
    await reads(form, 'K7MQ');
    const {answers, startedAt, finishedAt} = toldIn(endpoint.posted[0]!);
    expect(answers.when).to.equal(String(thisYear));
    for (const time of [startedAt, finishedAt]) expect(new Date(time).getUTCFullYear()).to.be.at.least(2026);
  });

  it('tells at the right time once the endpoint has said it, and of no year to come', async () => {
    endpoint.behaviour.receiver = () => Response.json(exampleReceiver, {headers: {Date: new Date(now()).toUTCString()}});
    const form = await tell(thisYear + 2);
    await reads(form, 'Write a date that is not in the future');
    await write(form, 'Year', String(thisYear));
    await press(form, 'Send');
    await reads(form, 'K7MQ');
    const {startedAt, finishedAt, id} = toldIn(endpoint.posted[1]!);
    for (const time of [Date.parse(startedAt), Date.parse(finishedAt), Number.parseInt(id.replace('-', '').slice(0, 12), 16)]) expect(Math.abs(time - now())).to.be.below(600_000);
  });

  it('tells at the right time though the clock is put right, and then years on and back, while the page is open', async () => {
    for (const shift of [0, 2 * year, -3 * year]) {
      const form = await tell(thisYear + 2);
      await reads(form, 'Write a date that is not in the future');
      putClock(shift);
      await write(form, 'Year', String(thisYear));
      await press(form, 'Send');
      await reads(form, 'K7MQ');
      const {startedAt, finishedAt} = toldIn(endpoint.posted.at(-1)!);
      for (const time of [startedAt, finishedAt]) expect(Math.abs(Date.parse(time) - now())).to.be.below(600_000);
    }
  });
});
