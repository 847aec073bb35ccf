import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/care-feedback.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, origin, type ExampleEndpoint} from './example-endpoint.js';
import {answer, choose, press, reads, sees, write} from './person.js';

describe('a person who tells what care was like', () => {
  let endpoint: ExampleEndpoint;
  beforeEach(() => (endpoint = exampleEndpoint()));
  afterEach(() => endpoint.remove());

  it('comes from the first page to the receipt', async () => {
    const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${origin} service="1-1000000001"><a href="#">Tell us</a></care-feedback>`);
    await sees(form, 'Tell us what care was like');
    await press(form, 'Continue');
    await answer(form, 'Whose care do you want to tell us about?', 'Someone I care for');
    await answer(form, 'What has the care been like?', 'Some good, some poor');
    await answer(form, 'Is anyone being hurt, or in danger of being hurt, now or soon?', 'No');
    await sees(form, 'When and where');
    await choose(form, 'It is still happening');
    await press(form, 'Continue');
    await sees(form, 'Tell us about it');
    await write(form, 'What happened? (optional)', 'They were kind.');
    await press(form, 'Continue');
    await sees(form, 'What is it about?');
    await press(form, 'Continue');
    await answer(form, 'Have you told the service?', 'No');
    await sees(form, 'Who else may see it?');
    await press(form, 'Continue');
    await sees(form, 'Are you under 18? (optional)');
    await press(form, 'Continue');
    await sees(form, 'May we contact you?');
    await press(form, 'Continue');
    await sees(form, 'Check your answers before you send them');
    await press(form, 'Send');
    await reads(form, 'K7MQ-4TRD-9X2P-H6WC');
    expect(endpoint.posted).to.have.length(1);
  });
});
