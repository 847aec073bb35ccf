import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {currentPage, pagesToShow} from '../../../../src/domain/questionnaire/journey.js';
import type {FormSession} from '../../../../src/domain/questionnaire/form-session/form-session.js';
import type {SessionStep} from '../../../../src/domain/questionnaire/form-session/session-steps.js';
import {takeStep} from '../../../../src/domain/questionnaire/form-session/take-step.js';
import {quick} from '../../../../src/domain/questionnaire/sets/quick.js';
import {giveFeedback} from '../../../../src/domain/questionnaire/sets/give-feedback.js';
import {stepsFor} from '../../../support/questionnaire/walker.js';
import {answer, atCheck, context, details, exampleHouse, opened, receipt} from '../../../support/questionnaire/session-example.js';

const anId = fc.constantFrom('first', 'second', 'third', 'fourth');
const aPlace = fc.constantFrom('device' as const, 'memory' as const);

/** Whatever a person or the world could do next. */
function anything(session: FormSession): fc.Arbitrary<SessionStep> {
  const questions = currentPage(session.journey)?.questions ?? [];
  const pages = pagesToShow(session.journey).map(({page}) => page.id);
  const world: fc.Arbitrary<SessionStep>[] = [
    fc.record({do: fc.constant('secure' as const), id: anId, on: aPlace}),
    fc.record({do: fc.constant('lose' as const), id: anId}),
    fc.record({do: fc.constant('wait' as const), id: anId, isTrying: fc.boolean()}),
    fc.record({do: fc.constant('hear' as const), id: anId, on: aPlace, attempted: fc.constantFrom({kind: 'not-yet' as const}, {kind: 'accepted' as const}, {kind: 'misconfigured' as const}, {kind: 'not-taken' as const, faults: [{pointer: '/answers/story', detail: 'is not wanted'}]}, {kind: 'received' as const, receipt})}),
    fc.record({do: fc.constant('fail' as const), id: anId}),
    fc.record({do: fc.constant('end-retry' as const), id: anId}),
    fc.constantFrom<SessionStep>(
      {do: 'retry'}, {do: 'reconsider'}, {do: 'come-back'}, {do: 'find-fault', fault: {question: 'contact', kind: 'required'}}, {do: 'copy'}, {do: 'show-copy', text: 'They were kind.'}, {do: 'keep-code', how: 'written'}, {do: 'leave'},
      {do: 'find-service', about: exampleHouse, kinds: ['care-home']}, {do: 'miss-service', about: undefined}, {do: 'start-another', id: 'fifth', right: undefined},
    ),
  ];
  const person: fc.Arbitrary<SessionStep>[] = [
    fc.constantFrom<SessionStep>({do: 'continue'}, {do: 'back'}),
    anId.map((nextId): SessionStep => ({do: 'send', details, nextId})),
    ...(pages.length > 0 ? [fc.constantFrom(...pages).map((page): SessionStep => ({do: 'change', page}))] : []),
    ...questions.map((question) => stepsFor(question) as fc.Arbitrary<SessionStep>),
    ...questions.filter(({kind}) => kind === 'date').map(({id}) => fc.constantFrom('3', 'March', '2026').map((text): SessionStep => ({do: 'write-date', question: id, parts: {year: text}, languages: ['en']}))),
  ];
  return fc.oneof(...person, ...person, ...world);
}

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('a session', () => {
  for (const [title, start] of [['the usual set', () => opened()], ['the short set', () => opened({set: quick, given: {}})], ['the check of all answers', () => atCheck()]] as const) {
    it(`can be written as JSON wherever somebody is, and gone on from as if it had not been: from ${title}`, () => {
      fc.assert(fc.property(fc.gen(), (generate) => {
        let session = start();
        for (let steps = 0; steps < 30; steps += 1) {
          const step = generate(() => anything(session));
          const taken = takeStep(step, session, context);
          const fromJson = takeStep(step, throughJson(session), context);
          expect(throughJson(fromJson)).toEqual(throughJson(taken));
          [session] = taken;
          expect(throughJson(session)).toEqual(session);
        }
      }), {numRuns: 15});
    });
  }

  it('is never changed: each step makes a new one', () => {
    fc.assert(fc.property(fc.gen(), (generate) => {
      let session = atCheck();
      for (let steps = 0; steps < 20; steps += 1) {
        const before = throughJson(session);
        const [next] = takeStep(generate(() => anything(session)), session, context);
        expect(throughJson(session)).toEqual(before);
        session = next;
      }
    }), {numRuns: 10});
  });

  it('sends one body under one id, whatever happens in between', () => {
    fc.assert(fc.property(fc.gen(), (generate) => {
      const bodies = new Map<string, string>();
      let session = atCheck();
      for (let steps = 0, ids = 0; steps < 30; steps += 1) {
        const any = generate(() => anything(session));
        const step = any.do === 'send' ? {...any, nextId: `next-${ids += 1}`} : any;
        if (step.do === 'start-another') continue;
        const [next, effects] = takeStep(step, session, context);
        session = next;
        for (const effect of effects) {
          if (effect.do !== 'submit') continue;
          const {id, body} = effect.submission;
          expect(bodies.get(id) ?? body).toBe(body);
          expect(JSON.parse(body)).toMatchObject({id});
          bodies.set(id, body);
        }
      }
    }), {numRuns: 15});
  });
});

describe('what somebody answers in parts', () => {
  const tick = (question: string, value: string, isTicked = true): SessionStep => ({do: 'tick', question, value, isTicked});

  it('is ticked in the order of the question, whatever the order of ticking', () => {
    const take = (...steps: SessionStep[]) => steps.reduce((session, step) => takeStep(step, session, context)[0], opened());
    expect(take(tick('topics', 'waiting'), tick('topics', 'safe')).journey.draft.answers['topics']).toEqual(orderOf('topics', ['waiting', 'safe']));
    expect(take(tick('topics', 'waiting'), tick('topics', 'waiting', false)).journey.draft.answers['topics']).toEqual([]);
    expect(take(tick('share', 'local'), tick('share', 'regulator')).journey.draft.share).toEqual(orderOf('share', ['local', 'regulator']));
    expect(take({do: 'tick-contact', list: 'formats', value: 'bsl', isTicked: true}, {do: 'tick-contact', list: 'formats', value: 'large-print', isTicked: true}).journey.draft.contact?.details.formats).toEqual(['large-print', 'bsl']);
  });

  it('keeps the details of contact while somebody changes their mind', () => {
    const steps: SessionStep[] = [{do: 'write-contact', details: {email: 'person@example.com'}}, {do: 'want-contact', wanted: false}, {do: 'want-contact', wanted: true}];
    const session = steps.reduce((before, step) => takeStep(step, before, context)[0], opened());
    expect(session.journey.draft.contact).toEqual({wanted: true, details: {email: 'person@example.com'}});
  });

  it('is told of once, at the first answer', () => {
    const [first, effects] = takeStep(answer('relationship', 'self'), opened(), context);
    expect(effects).toEqual([{do: 'fire', event: 'started'}]);
    expect(takeStep(answer('relationship', 'carer'), first, {...context, now: '2026-11-22T11:00:00.000Z'})).toEqual([expect.objectContaining({startedAt: context.now}), []]);
  });

  it('is a date of what its boxes hold by then, and the boxes stay as they were typed', () => {
    const write = (box: 'day' | 'month' | 'year', text: string): SessionStep => ({do: 'write-date', question: 'when', parts: {[box]: text}, languages: ['en']});
    const session = [write('year', '26'), write('month', 'March'), write('day', '3')].reduce((before, step) => takeStep(step, before, context)[0], opened());
    expect(session.journey.draft.answers['when']).toBe('2026-03-03');
    expect(session.typedDates['when']?.parts).toEqual({day: '3', month: 'March', year: '26'});
  });
});

function orderOf(question: string, values: readonly string[]): string[] {
  const choices = giveFeedback.pages.flatMap(({questions}) => questions).find(({id}) => id === question)!.choices!;
  return choices.map(({value}) => value).filter((value) => values.includes(value));
}

describe('a form whose first page was answered before the rest had come', () => {
  it('goes on with every answer and the time of the first, and tells the page nothing twice', () => {
    const answers = {relationship: 'relative', died: 'yes', 'under-18': 'yes'};
    const [session, effects] = takeStep({do: 'resume', answers, startedAt: '2026-11-22T09:00:00.000Z'}, opened(), context);
    expect([session.journey.draft.answers, session.startedAt, effects]).toEqual([answers, '2026-11-22T09:00:00.000Z', []]);
  });
});
