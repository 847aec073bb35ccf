import {expect, it} from 'vitest';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {firstWays} from '../../../src/domain/signposting/first-ways.js';
import {shownWays} from '../../../src/domain/signposting/shown-ways.js';

it('names whom to call first as the directory does', () => {
  const {bodies} = builtInSignposts(words('en'));
  const way = (id: string, kind: string) => shownWays(bodies.find((body) => body.id === id)!).find((each) => each.kind === kind)?.value;
  expect(firstWays).toEqual({emergency: way('999', 'phone'), police: way('police-101', 'phone'), advice: way('protect', 'web')});
});
