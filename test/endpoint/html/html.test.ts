import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {attributes, html} from '../../../src/endpoint/html/html.js';
import {decoded} from '../../support/plain-form/page-reader.js';

const anything = fc.string({unit: fc.oneof(fc.constantFrom('<', '>', '&', '"', "'", '\r', ';', '#'), fc.string({unit: 'binary', minLength: 1, maxLength: 1})), maxLength: 100});

describe('what somebody wrote, on a page', () => {
  it('stays words between tags and inside attributes, whatever it holds', () => {
    fc.assert(fc.property(anything, (words) => {
      const between = String(html`<p>${words}</p>`).slice('<p>'.length, -'</p>'.length);
      const inside = String(html`<p title="${words}"></p>`).slice('<p title="'.length, -'"></p>'.length);
      for (const escaped of [between, inside]) {
        expect(escaped).not.toMatch(/[<>"'\r]|&(?!(amp|lt|gt|quot|#39|#13);)/);
        expect(decoded(escaped)).toBe(words);
      }
      expect(String(html`<p ${attributes({title: words})}></p>`)).toBe(`<p title="${inside}"></p>`);
    }));
  });

  it('is escaped in lists and in templates within templates once, not twice', () => {
    const items = ['a & b', '<i>'].map((words) => html`<li>${words}</li>`);
    expect(String(html`<ul>${items}</ul>`)).toBe('<ul><li>a &amp; b</li><li>&lt;i&gt;</li></ul>');
  });

  it('does not become HTML because it looks like an object of ours', () => {
    const pretender = {toString: () => '<script>'} as unknown as string;
    expect(String(html`${pretender}`)).toBe('&lt;script&gt;');
  });
});

describe('a template', () => {
  it('leaves out what is not there', () => {
    expect(String(html`a${undefined}${false}b${[]}`)).toBe('ab');
    expect(String(attributes({checked: true, disabled: false, id: undefined, rows: 0}))).toBe('checked rows="0"');
  });

  it('takes no attribute name that could be more than a name', () => {
    for (const name of ['on click', 'x="', '', '><script']) expect(() => attributes({[name]: 'x'})).toThrow(RangeError);
  });
});
