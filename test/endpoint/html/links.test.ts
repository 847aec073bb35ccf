import {describe, expect, it} from 'vitest';
import {emailLink, phoneLink, webLink} from '../../../src/endpoint/html/links.js';
import {proseParagraphs} from '../../../src/endpoint/html/prose-html.js';

describe('a link', () => {
  it.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,<script>1</script>', 'vbscript:x', 'blob:https://a.example/1',
    'file:///etc/passwd', 'http://elsewhere.example', '//elsewhere.example', 'https://user:password@a.example', 'https://', 'feed:javascript:1', 'view-source:https://a.example',
  ])('is never made of %j', (address) => {
    expect(String(webLink(address))).not.toContain('<a');
  });

  it('to another website tells it nothing of where somebody came from', () => {
    expect(String(webLink('https://a.example/?a=1&b=2', 'Advice'))).toBe('<a href="https://a.example/?a=1&amp;b=2" rel="noopener noreferrer" referrerpolicy="no-referrer">Advice</a>');
  });

  it('calls a number, and leaves words around a number as words', () => {
    expect(String(phoneLink('01632 960123'))).toBe('<a href="tel:01632960123" dir="ltr">01632 960123</a>');
    expect(String(phoneLink('999'))).toBe('<a href="tel:999">999</a>');
    expect(String(phoneLink('+44 (0)1632 960123'))).toContain('href="tel:+441632960123"');
    expect(String(phoneLink('01632 960123 (Mondays)'))).toBe('01632 960123 (Mondays)');
  });

  it('writes to an address, and to nothing that carries more than one', () => {
    expect(String(emailLink('hello@a.example'))).toBe('<a href="mailto:hello@a.example">hello@a.example</a>');
    for (const more of ['hello@a.example?bcc=b@b.example', 'a@a.example, b@b.example', 'Write to a@a.example']) expect(String(emailLink(more))).not.toContain('<a');
  });
});

describe('the words of a set', () => {
  it('have numbers that can be called, and lose the line whose blank has no value', () => {
    const words = ['If someone is in danger now, call {emergency}.\nYou can speak instead: phone {phone}.'];
    expect(proseParagraphs(words, {emergency: '999', phone: undefined}).map(String)).toEqual(['<p>If someone is in danger now, call <a href="tel:999">999</a>.</p>']);
  });

  it('escape what fills them, also where that looks like a blank', () => {
    expect(proseParagraphs(['You are telling us about {service}.'], {service: '<b>{emergency}</b>', emergency: '999'}).map(String).join('')).not.toContain('<b>');
  });
});
