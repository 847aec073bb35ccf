import {describe, expect, it} from 'vitest';
import type {Submission} from '../../../../src/contract/submission.js';
import {frozen} from '../../../../src/domain/questionnaire/form-session/sending.js';
import {after, answer, atCheck, context, details, kept, next, receipt, right, send} from '../../../support/questionnaire/session-example.js';

const submission: Submission = {
  id: 'first',
  questionSet: {id: 'quick', version: '1'},
  language: 'en',
  startedAt: '2026-11-22T10:02:11Z',
  finishedAt: '2026-11-22T10:09:40Z',
  about: {kind: 'service', services: [{name: 'Example House'}]},
  answers: {overall: 'good', risk: 'no'},
  source: {element: 'care-feedback', version: '0.1.0', mode: 'inline'},
};
const freeze = (last: Parameters<typeof frozen>[0], now: Submission, nextId: string) => frozen(last, now, nextId, context.toJson);
const later = {...submission, finishedAt: '2026-11-22T11:00:00Z', language: 'pl'};

describe('what is sent', () => {
  it('is frozen at the first Send', () => {
    const first = freeze(undefined, submission, 'never');
    expect(first.id).toBe('first');
    expect(JSON.parse(first.body)).toEqual(submission);
  });

  it('is the same bytes at every retry, whatever time it is by then', () => {
    const first = freeze(undefined, submission, 'never');
    expect(freeze(first, later, 'never')).toBe(first);
  });

  it.each([
    ['an answer', {answers: {overall: 'poor', risk: 'no'}}],
    ['the service', {about: {kind: 'place', place: {name: 'Exampleshire'}}}],
    ['who else may see it', {share: ['local']}],
    ['how to be reached', {contact: {phone: '01632 960123'}}],
  ] satisfies [string, Partial<Submission>][])('is a new record that names the last one when %s changed', (_what, change) => {
    const first = freeze(undefined, submission, 'never');
    const second = freeze(first, {...later, ...change}, 'second');
    expect(JSON.parse(second.body)).toEqual({...later, ...change, id: 'second', replaces: 'first'});
    const third = freeze(second, later, 'third');
    expect(JSON.parse(third.body)).toMatchObject({id: 'third', replaces: 'second'});
  });
});

describe('Send', () => {
  it('sends all that was told, with the right and the times of this form', () => {
    const {session, effects} = after(atCheck(), send);
    expect(session.delivery).toEqual({is: 'sending'});
    expect(effects).toEqual([{do: 'submit', submission: session.submission}]);
    expect(JSON.parse(session.submission!.body)).toMatchObject({id: 'first', right, startedAt: '2026-11-22T10:02:11.000Z', finishedAt: details.finishedAt, answers: {story: 'They were kind.'}});
  });

  it('never ends before it started, though the endpoint has told the time since', () => {
    const {session} = after(atCheck(), {do: 'send', nextId: 'second', details: {...details, finishedAt: '2026-11-22T09:00:00.000Z'}});
    expect(JSON.parse(session.submission!.body)).toMatchObject({startedAt: '2026-11-22T09:00:00.000Z'});
  });

  it('sends once, however often it is pressed, and nobody goes anywhere meanwhile', () => {
    const {session} = after(atCheck(), send);
    for (const step of [send, {do: 'back'}, {do: 'change', page: 'story'}, next] as const) expect(after(session, step)).toEqual({session, effects: []});
  });

  it('leads to what is still missing, and sends nothing', () => {
    const {session, effects} = after(atCheck(), {do: 'answer', question: 'experience', with: undefined}, send);
    expect(session.journey).toMatchObject({at: 'experience', faults: [{question: 'experience', kind: 'required'}]});
    expect(session.submission).toBeUndefined();
    expect(effects.at(-1)).toEqual({do: 'focus', on: 'problems'});
  });

  it('sends the same record when a change was taken back, and a new one under the same right where it was not', () => {
    const back = after(kept(), {do: 'reconsider'}, answer('story', 'Something else.'), answer('story', 'They were kind.'), send).session;
    expect(back.submission).toEqual({...kept().submission, isAnnounced: true});
    const {session} = after(kept(), {do: 'reconsider'}, answer('story', 'Something else.'), send);
    expect(JSON.parse(session.submission!.body)).toMatchObject({id: 'second', replaces: 'first', right, answers: {story: 'Something else.'}});
  });
});

describe('what has become of it', () => {
  it('is shown where it was sent from, and moves the focus once it was heard', () => {
    const {session, effects} = after(atCheck(), send, {do: 'secure', id: 'first', on: 'device'}, {do: 'hear', id: 'first', attempted: {kind: 'received', receipt}, on: 'device'});
    expect(session.delivery).toEqual({is: 'received', receipt});
    expect(effects.slice(1)).toEqual([{do: 'fire', event: 'kept'}, {do: 'focus', on: 'heading', isHeard: true}, {do: 'fire', event: 'received'}]);
  });

  it('calls nobody away who went back to change an answer, and is told to the page all the same', () => {
    const {session, effects} = after(kept(), {do: 'reconsider'}, {do: 'hear', id: 'first', attempted: {kind: 'received', receipt}, on: 'device'});
    expect(session.delivery).toEqual({is: 'unsent'});
    expect(effects.at(-1)).toEqual({do: 'fire', event: 'received'});
  });

  it('of a record that was replaced since is not taken for what became of the newer one', () => {
    const waiting = after(kept(), {do: 'reconsider'}, answer('story', 'Something else.'), send, {do: 'secure', id: 'second', on: 'device'}).session;
    const {session} = after(waiting, {do: 'hear', id: 'first', attempted: {kind: 'received', receipt}, on: 'device'}, {do: 'wait', id: 'first', isTrying: false}, {do: 'lose', id: 'first'});
    expect(session.delivery).toEqual({is: 'sending', on: 'device'});
    const trying = after(session, {do: 'wait', id: 'second', isTrying: true}).session;
    expect(after(trying, {do: 'end-retry', id: 'first'}).session).toBe(trying);
  });

  it('does not call the focus away with every try behind it', () => {
    const {effects} = after(kept(), {do: 'retry'}, {do: 'hear', id: 'first', attempted: {kind: 'not-yet'}, on: 'device'}, {do: 'end-retry', id: 'first'});
    expect(effects).toEqual([{do: 'retry', id: 'first'}]);
  });

  it('is said to be kept on the device once, also where it is kept again', () => {
    const {effects} = after(kept(), {do: 'reconsider'}, send, {do: 'secure', id: 'first', on: 'device'});
    expect(effects.filter((effect) => effect.do === 'fire')).toEqual([]);
  });

  it('is asked about before leaving from when it lies on the device no more', () => {
    expect(after(kept(), {do: 'lose', id: 'first'}).session.delivery).toEqual({is: 'kept', on: 'memory'});
  });

  it('is a failure where what keeps and sends has not come, and can be sent again as it was', () => {
    const {session, effects} = after(atCheck(), send, {do: 'fail', id: 'first'}, send);
    expect(effects.filter((effect) => effect.do === 'submit').map((effect) => effect.submission.id)).toEqual(['first', 'first']);
    expect(session.delivery).toEqual({is: 'sending'});
  });

  it('of an older form is no news to the one begun after it', () => {
    const another = after(kept(), {do: 'keep-code', how: 'written'}, {do: 'start-another', id: 'third', right}).session;
    expect(after(another, {do: 'hear', id: 'first', attempted: {kind: 'received', receipt}, on: 'device'})).toEqual({session: another, effects: [{do: 'fire', event: 'received'}]});
  });
});
