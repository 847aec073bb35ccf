import {describe, expect, it} from 'vitest';
import {About} from '../../../src/contract/submission.js';
import {fittingAbout, sourceTexts} from '../../../src/elements/care-feedback/tag-texts.js';

describe('a slip in a snippet', () => {
  it.each([
    {kind: 'place', place: {name: '🙂'.repeat(400)}},
    {kind: 'topic', topic: 'a'.repeat(400)},
    {kind: 'service', services: [{id: '1-1000000001', name: `The\u0000 old mill${'l'.repeat(400)}`}]},
  ] satisfies About[])('leaves an about that the contract takes: $kind', (about) => {
    expect(About.safeParse(about).success).toBe(false);
    expect(About.safeParse(fittingAbout(about)).success).toBe(true);
  });

  it('leaves a partner of at most a hundred characters, and none where there is nothing', () => {
    expect(sourceTexts({partner: ` ${'p'.repeat(120)}`, campaign: ' '})).toEqual({partner: 'p'.repeat(100)});
  });

  it('changes nothing that is right', () => {
    const about: About = {kind: 'service', services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}]};
    expect(fittingAbout(about)).toEqual(about);
    expect(sourceTexts({partner: 'example-charity', campaign: 'winter'})).toEqual({partner: 'example-charity', campaign: 'winter'});
  });
});
