import {describe, expect, it} from 'vitest';
import {words} from '../../src/locale/words.js';
import {situationOf} from '../../src/questionnaire/situation.js';
import {builtInSignposts} from '../../src/signposting/built-in.js';
import {whoCanHelp} from '../../src/signposting/who-can-help.js';

const directory = builtInSignposts(words('en'));
const helpers = (answers: Record<string, string>, kinds: string[]) => whoCanHelp(directory, situationOf({answers, kinds}), '2026-11-22').map(({body}) => body.id);

describe('somebody under 18 who tells of a home for adults', () => {
  it('is led to that home’s regulator, and not to that of children’s homes', () => {
    const found = helpers({'under-18': 'yes', experience: 'poor', risk: 'no'}, ['care-home']);
    expect(found).toContain('cqc');
    expect(found).not.toContain('ofsted');
  });

  it('and works there, is led to whom staff can tell', () => {
    const found = helpers({'under-18': 'yes', relationship: 'staff', risk: 'no'}, ['care-home']);
    expect(found.slice(0, 3)).toEqual(expect.arrayContaining(['cqc-staff', 'protect']));
  });

  it('and complained, is shown the way for social care', () => {
    const found = helpers({'under-18': 'yes', 'told-service': 'complaint', risk: 'no'}, ['care-home']);
    expect(found).toContain('lgsco');
    expect(found).not.toContain('phso');
  });
});
