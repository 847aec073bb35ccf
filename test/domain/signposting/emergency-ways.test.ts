import {describe, expect, it} from 'vitest';
import type {Body, Way} from '../../../src/contract/signposts.js';
import {otherEmergencyWays} from '../../../src/domain/signposting/emergency-ways.js';

const call: Way = {kind: 'phone', value: '999', checked: null, known: true};
const relay = (checked: string | null): Way => ({kind: 'relay', value: '18000', checked});
const bsl: Way = {kind: 'bsl', value: 'https://bsl.example', checked: '2026-11-01'};
const first = (id: string, ...ways: Way[]) => [{body: {id, name: id, does: 'Helps.', ways, checked: null} satisfies Body, reason: 'Helps.'}];

describe('somebody in danger who cannot speak on the telephone', () => {
  it('is told how else to reach 999, as far as somebody has checked it', () => {
    expect(otherEmergencyWays(first('999', call, relay('2026-11-01'), bsl)).map(({kind}) => kind)).toEqual(['relay', 'bsl']);
    expect(otherEmergencyWays(first('999', call, relay(null)))).toEqual([]);
  });

  it('is told of nobody else’s ways in its place', () => {
    expect(otherEmergencyWays(first('samaritans', relay('2026-11-01')))).toEqual([]);
    expect(otherEmergencyWays([])).toEqual([]);
  });
});
