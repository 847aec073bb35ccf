import {describe, expect, it} from 'vitest';
import type {Way} from '../../../src/contract/signposts.js';
import {checkedOn, linkOf, shownWays} from '../../../src/domain/signposting/shown-ways.js';
import {body} from '../../support/signposting/directory.js';

const checked = '2026-11-22';
const way = (kind: Way['kind'], value: string, more: Partial<Way> = {}): Way => ({kind, value, checked, ...more}) as Way;

describe('what the public sees of a body', () => {
  it('is what somebody has checked, what everybody knows, and web addresses, in one order', () => {
    const ways = [
      way('post', '1 Example Street'), way('email', 'open@example.com', {checked: null}), way('email', 'help@example.com'), way('web', 'https://one.example', {checked: null}),
      way('bsl', 'Through an app', {checked: null}), way('relay', '18001 01632 960000'), way('text', '85258', {known: true, checked: null}), way('text', '01632 960001', {checked: null}),
      way('phone', '01632 960002', {checked: null}), way('phone', '01632 960003'), way('phone', '999', {known: true, checked: null}), way('post', '2 Example Street', {checked: null}),
    ];
    expect(shownWays({ways}).map(({value}) => value)).toEqual(['01632 960003', '999', '85258', '18001 01632 960000', 'https://one.example', 'help@example.com', '1 Example Street']);
  });

  it('was checked on the day of what was checked first', () => {
    expect(checkedOn(body('x', {ways: [way('phone', '101', {checked: '2026-11-24'}), way('web', 'https://one.example', {checked: '2026-10-01'}), way('email', 'a@example.com', {checked: null})]}))).toBe('2026-10-01');
  });

  it('was checked with the body itself where it has no way, or one that everybody knows', () => {
    expect(checkedOn(body('x', {checked}))).toBe(checked);
    expect(checkedOn(body('x', {checked, ways: [way('phone', '101', {known: true, checked: null})]}))).toBe(checked);
    expect(checkedOn(body('x', {checked, ways: [way('phone', '01632 960000', {checked: null})]}))).toBe(checked);
  });

  it('counts as checked on no day where what is seen was not', () => {
    expect(checkedOn(body('x'))).toBeUndefined();
    expect(checkedOn(body('x', {checked, ways: [way('web', 'https://one.example', {checked: null})]}))).toBeUndefined();
  });
});

describe('a link', () => {
  it.each<[Way['kind'], string, string | undefined]>([
    ['phone', '0345 015 4033', 'tel:03450154033'],
    ['phone', '+44 345 015 4033', 'tel:+443450154033'],
    ['relay', '18001 111', 'tel:18001111'],
    ['text', '85258', 'sms:85258'],
    ['web', 'https://www.example.com/a', 'https://www.example.com/a'],
    ['bsl', 'https://sign.example', 'https://sign.example'],
    ['bsl', 'Through SignLive', undefined],
    ['email', 'help@example.com', 'mailto:help@example.com'],
    ['post', '1 Example Street', undefined],
  ])('%s %s leads to %s', (kind, value, expected) => {
    expect(linkOf(way(kind, value))).toBe(expected);
  });

  it.each<[Way['kind'], string]>([
    ['web', 'javascript:alert(1)'], ['web', ' javascript:alert(1)'], ['web', 'data:text/html,hello'], ['web', 'http://example.com'], ['web', '//example.com'], ['web', 'HTTPS.example'],
    ['bsl', 'javascript:alert(1)'], ['bsl', 'intent://example'], ['post', 'https://example.com'],
  ])('is never made of %s %s', (kind, value) => {
    expect(linkOf(way(kind, value))).toBeUndefined();
  });

  it('to a number or an address adds nothing to it', () => {
    expect(linkOf(way('phone', '0800;ext=1?javascript:'))).toBe('tel:08001');
    expect(linkOf(way('email', 'a@example.com?bcc=b@example.com&body=x y'))).not.toMatch(/ /);
  });
});
