import {describe, expect, it} from 'vitest';
import {growth, mostGrowth} from '../../support/growth.js';
import {pieces, readers, textOfMany} from '../../support/endpoint/hostile-readers.js';

describe.each(Object.entries(readers))('%s takes time that grows as the length does', (_name, read) => {
  it.each(Object.entries(pieces))('with many %s', (_of, piece) => {
    expect(growth(read, (length) => textOfMany(piece, length), 2000)).toBeLessThan(mostGrowth);
  });
});
