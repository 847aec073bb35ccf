import {describe, expect, it} from 'vitest';
import {createLogFolding} from '../../../src/endpoint/commands/log-folding.js';

const gone = 'POST /v1/submissions: the store does not answer: gone';
const times = (count: number, add: (each: number) => string[]) => Array.from({length: count}, (_, each) => add(each)).flat();

describe('What the operator reads', () => {
  it('is every line where there are few of a kind', () => {
    const folding = createLogFolding({first: 3, within: 1000});
    expect(times(3, () => folding.add(gone, 0))).toEqual([gone, gone, gone]);
    expect(folding.rest()).toEqual([]);
  });

  it('is the first few of many of a kind, and at the end how many more there were', () => {
    const folding = createLogFolding({first: 3, within: 1000});
    expect(times(1373, (each) => folding.add(gone, each / 2))).toEqual([gone, gone, gone]);
    expect(folding.nextDue()).toBe(1000);
    expect(folding.due(999)).toEqual([]);
    expect(folding.due(1000)).toEqual([`… and 1,370 more, the last: ${gone}`]);
    expect([folding.due(1e9), folding.rest(), folding.nextDue()]).toEqual([[], [], undefined]);
  });

  it('has the first few anew once the count is said, also where nobody asked for it in time', () => {
    const folding = createLogFolding({first: 1, within: 1000});
    expect(times(4, () => folding.add(gone, 0))).toEqual([gone]);
    expect(folding.add(gone, 5000)).toEqual([`… and 3 more, the last: ${gone}`, gone]);
  });

  it('has a line that is the only one of its kind at once, whatever else there is by the thousand', () => {
    const folding = createLogFolding({first: 2, within: 1000});
    const urgent = 'alerts by mail: not delivered, and tried again until it is: refused';
    const written = times(5000, (each) => folding.add(each === 4000 ? urgent : gone, 0));
    expect(written).toEqual([gone, gone, urgent]);
  });

  it('counts together what differs in numbers, ids and times alone, and says the last', () => {
    const folding = createLogFolding({first: 1, within: 1000});
    const failed = (id: string, at: string, line: number) => `GET /v1/inbox/:id: failed ${line} times since ${at}: ${id}`;
    expect(folding.add(failed('0197b2c4-7a1e-7cc2-9d0b-000000000001', '2026-11-22T12:00:01.123Z', 7), 0)).toHaveLength(1);
    expect(folding.add(failed('0197b2c4-7a1e-7cc2-9d0b-00000000abcd', '2026-11-22T12:01:59.004Z', 12), 0)).toEqual([]);
    expect(folding.rest()).toEqual([`… and 1 more, the last: ${failed('0197b2c4-7a1e-7cc2-9d0b-00000000abcd', '2026-11-22T12:01:59.004Z', 12)}`]);
  });

  it('keeps two failures apart that happened in different places, and repeats no trace', () => {
    const folding = createLogFolding({first: 1, within: 1000});
    const failed = (where: string) => `GET /: failed: TypeError\n    at ${where} (src/endpoint/handler.ts:42:13)`;
    expect(folding.add(failed('answer'), 0)).toEqual([failed('answer')]);
    expect(folding.add(failed('keep'), 0)).toEqual([failed('keep')]);
    folding.add(failed('keep'), 0);
    expect(folding.rest()).toEqual(['… and 1 more, the last: GET /: failed: TypeError']);
  });

  it('loses no count and no line where there are more kinds than can be kept in mind', () => {
    const folding = createLogFolding({first: 1, within: 1000});
    const letters = (number: number): string => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const written = times(3000, (each) => [...folding.add(letters(each), 0), ...folding.add(letters(each), 0)]);
    const all = [...written, ...folding.rest()];
    expect(all.filter((line) => !line.startsWith('…'))).toHaveLength(3000);
    expect(all.filter((line) => line.startsWith('… and 1 more'))).toHaveLength(3000);
  });
});
