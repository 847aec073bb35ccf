import {expect, it} from 'vitest';
import {isLast, startJourney, take, type Journey, type Step} from '../../../src/domain/questionnaire/journey.js';
import {quick} from '../../../src/domain/questionnaire/sets/quick.js';

const at = {latestDate: '2026-11-23'};
const after = (journey: Journey, ...steps: Step[]) => steps.reduce((each, step) => take(step, each, at), journey);

it('leads a person who changes the service in a set of one page back to the page that sends', () => {
  const about = {kind: 'place', place: {name: 'Exampleshire'}} as const;
  const filled = after(
    startJourney(quick, {answers: {}}),
    {do: 'say-about', about},
    {do: 'continue'},
    {do: 'answer', question: 'overall', with: 'good'},
    {do: 'answer', question: 'risk', with: 'no'},
    {do: 'continue'},
  );
  expect([filled.at, isLast(filled)]).toEqual(['quick', true]);

  const changed = after(filled, {do: 'change', page: 'service'}, {do: 'continue'});
  expect([changed.at, isLast(changed)]).toEqual(['quick', true]);
});
