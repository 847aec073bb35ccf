import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement, PropertyDeclaration} from 'lit';
import '../../../src/define/care-feedback.js';
import '../../../src/define/care-place.js';
import '../../../src/define/care-rating.js';
import '../../../src/define/care-signpost.js';
import {eventually} from '../../support/eventually.js';
import {console_} from '../../support/care-rating/rating-reader.js';

let lines: ReturnType<typeof console_>[];
beforeEach(() => (lines = [console_('warn'), console_('error')]));
afterEach(() => {
  for (const each of lines) each.end();
});

const names = ['care-feedback', 'care-rating', 'care-place', 'care-signpost'];

for (const name of names) {
  it(`what a framework sets on <${name}> can be seen by the page’s stylesheet, as what is written into the tag can`, async () => {
    const tag = document.createElement(name) as LitElement;
    (await fixture<HTMLElement>(html`<div></div>`)).append(tag);
    const {properties} = tag.constructor as unknown as {properties: Record<string, PropertyDeclaration>};
    // These may hold more than a word, and what is known of somebody.
    const own = Object.entries(properties).filter(([property]) => !['rating', 'situation'].includes(property));
    expect(own.length).to.be.greaterThan(2);
    for (const [property, {attribute, type}] of own) {
      const written = typeof attribute === 'string' ? attribute : property;
      Object.assign(tag, {[property]: type === Boolean ? true : 'x1'});
      await tag.updateComplete;
      expect(tag.getAttribute(written), property).to.equal(type === Boolean ? '' : 'x1');
      Object.assign(tag, {[property]: undefined});
      await tag.updateComplete;
      expect(tag.hasAttribute(written), property).to.equal(false);
    }
  });
}

it('the page’s developer is told once of each attribute that is misspelt, with the right one, and of nothing else', async () => {
  const [warned] = lines;
  const tags = '<care-feedback id="form" class="x" style="margin: 0" data-x="1" aria-label="Form" v-if="yes" onclick="" endpiont="https://endpoint.example" question_set="quick"></care-feedback><care-rating sevice="1-1000000001" diplay="badge"></care-rating>';
  const expected = [
    '<care-feedback>: there is no attribute "endpiont". Did you mean "endpoint"?',
    '<care-feedback>: there is no attribute "question_set". Did you mean "question-set"?',
    '<care-rating>: there is no attribute "diplay". Did you mean "display"?',
    '<care-rating>: there is no attribute "sevice". Did you mean "service"?',
  ];
  const told = () => warned!.lines.filter((line) => line.includes('Did you mean')).sort();
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  holder.innerHTML = tags;
  await eventually(() => told().length >= expected.length, () => told().join('\n'));
  holder.innerHTML = tags;
  for (let turn = 0; turn < 20; turn += 1) await new Promise((soon) => setTimeout(soon));
  expect(told()).to.deep.equal(expected);
});
