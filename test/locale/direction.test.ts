import {describe, expect, it} from 'vitest';
import {directionOf} from '../../src/locale/direction.js';

describe('which way words run', () => {
  it.each([['en', 'ltr'], ['pa', 'ltr'], ['ar', 'rtl'], ['ur-PK', 'rtl'], ['pa-Arab', 'rtl'], ['ur-Latn', 'ltr'], ['en-XA', 'ltr'], ['AR', 'rtl']])('runs %s as %s', (lang, direction) => {
    expect(directionOf(lang)).toBe(direction);
  });
});
