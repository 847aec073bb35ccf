import {describe, expect, it} from 'vitest';
import {receiptCodeOf, hasUnsaved, mustKeepCode} from '../../../../src/domain/questionnaire/form-session/code-keeping.js';
import {quick} from '../../../../src/domain/questionnaire/sets/quick.js';
import {after, answer, atCheck, code, exampleHouse, found, kept, next, opened, receipt, received, right, send} from '../../../support/questionnaire/session-example.js';

const story = 'They were kind.';
const secrets = [story, right, code];

describe('a form that is left after it was sent', () => {
  it.each([['it was received', received()], ['it waits on the device', kept('device')], ['it waits in memory', kept('memory')]])('has neither words nor code any more, where %s', (_where, sent) => {
    for (const secret of [story, right]) expect(found(sent)).toContain(secret);
    const {session, effects} = after(sent, {do: 'leave'});
    for (const secret of secrets) expect(found(session)).not.toContain(secret);
    expect(session.left).toEqual({hadSeenCode: true});
    expect(session.submission?.id).toBe('first');
    // What is written beside it, such as a service that was looked for, goes as well.
    expect(effects).toContainEqual({do: 'forget'});
    expect(after(session, {do: 'leave'})).toEqual({session, effects: []});
  });

  it('drops the code that an older endpoint gave as well', () => {
    const {session} = after(received({token: 'an-older-code'}), {do: 'leave'});
    expect(found(session)).not.toContain('an-older-code');
  });

  it('says what is true where the endpoint then refuses it: there is nothing left to change', () => {
    const {session} = after(kept(), {do: 'leave'}, {do: 'hear', id: 'first', attempted: {kind: 'not-taken', faults: []}, on: 'device'});
    expect(session.delivery).toEqual({is: 'kept', on: 'device', isSlow: true});
  });

  it('still hears that it has arrived', () => {
    const {session} = after(kept(), {do: 'leave'}, {do: 'hear', id: 'first', attempted: {kind: 'received', receipt: {...receipt, token: 'a-code'}}, on: 'device'});
    expect(session.delivery).toMatchObject({is: 'received', receipt: {reference: receipt.reference, token: ''}});
  });
});

describe('a form that is left while it is being sent', () => {
  const sending = after(atCheck(), send).session;

  it('shows that it waits from when it is safe, and tells of no code that nobody has seen', () => {
    const {session} = after(sending, {do: 'secure', id: 'first', on: 'device'}, {do: 'leave'});
    expect(session).toMatchObject({delivery: {is: 'kept', on: 'device'}, left: {hadSeenCode: false}});
    for (const secret of secrets) expect(found(session)).not.toContain(secret);
  });

  it('has every word until it is safe, and none after', () => {
    const {session} = after(sending, {do: 'leave'});
    expect(found(session)).toContain(story);
    const arrived = after(session, {do: 'hear', id: 'first', attempted: {kind: 'received', receipt}, on: 'memory'}).session;
    for (const secret of secrets) expect(found(arrived)).not.toContain(secret);
  });

  it('still has every word where it does not go', () => {
    const {session} = after(sending, {do: 'leave'}, {do: 'hear', id: 'first', attempted: {kind: 'not-taken', faults: []}, on: 'memory'});
    expect(found(session)).toContain(story);
    expect(session.left).toBeUndefined();
  });
});

describe('a form that is left before it was sent', () => {
  it('stays as it is: what is written is nowhere else', () => {
    const session = atCheck();
    expect(after(session, {do: 'leave'})).toEqual({session, effects: []});
  });
});

describe('whether the browser asks before somebody leaves', () => {
  it.each([
    ['nothing was told', opened(), false],
    ['something was told', atCheck(), true],
    ['it is being sent, and safe nowhere yet', after(atCheck(), send).session, true],
    ['it waits in memory alone', after(kept('memory'), {do: 'keep-code', how: 'written'}).session, true],
    ['it waits on the device, and the code is kept', after(kept(), {do: 'keep-code', how: 'written'}).session, false],
    ['it waits on the device, and nobody has kept the code', kept(), true],
    ['it was received, and nobody has kept the code', received(), true],
    ['the browser would not copy the code', after(received(), {do: 'keep-code', how: 'refused'}).session, true],
    ['all words and the code were copied', after(received(), {do: 'copy'}).session, false],
    ['the page was left before', after(received(), {do: 'leave'}).session, false],
  ])('%s', (_where, session, asks) => {
    expect(hasUnsaved(session)).toBe(asks);
  });
});

describe('a form about another service', () => {
  it('is held back until the code is kept, and says so', () => {
    const {session, effects} = after(received(), {do: 'start-another', id: 'next', right});
    expect([session.codeKeeping, session.delivery.is, effects]).toEqual(['asked', 'received', [{do: 'focus', on: 'code'}]]);
    expect(mustKeepCode(session)).toBe(true);
  });

  it('has nothing of the one before: it asks which service, under an id and a right of its own', () => {
    const {session, effects} = after(received(), {do: 'keep-code', how: 'written'}, {do: 'start-another', id: 'next', right: 'ANOTHERR1GHT0000'});
    expect(session).toMatchObject({id: 'next', delivery: {is: 'unsent'}, journey: {draft: {answers: {}, aboutIsGiven: false}, trail: []}});
    expect([session.submission, session.startedAt, session.journey.draft.about]).toEqual([undefined, undefined, undefined]);
    for (const secret of secrets) expect(found(session)).not.toContain(secret);
    expect(session.turn).toBeGreaterThan(received().turn);
    expect(effects).toEqual([{do: 'forget'}, {do: 'focus', on: 'heading'}]);
  });

  it('is about the same where its set cannot ask which', () => {
    const set = {...quick, pages: quick.pages.slice(1)};
    const sent = after(opened({set, right: undefined}), answer('overall', 'good'), answer('risk', 'no'), send, {do: 'hear', id: 'first', attempted: {kind: 'accepted'}, on: 'memory'}).session;
    expect(receiptCodeOf(sent)).toBeUndefined();
    expect(after(sent, {do: 'start-another', id: 'next', right: undefined}).session.journey.draft.about).toEqual(exampleHouse);
  });
});

describe('what the directory says late of the service', () => {
  const byId = {kind: 'service' as const, services: [{id: '1-1000000001', name: '1-1000000001'}]};
  const found = {do: 'find-service' as const, about: exampleHouse, kinds: ['care-home']};

  it('is taken while nothing was sent, with what the service does', () => {
    const {session} = after(opened({given: {about: byId}}), answer('relationship', 'self'), found);
    expect(session.journey.draft).toMatchObject({about: exampleHouse, kinds: ['care-home'], answers: {relationship: 'self'}, aboutIsGiven: true});
  });

  it('changes nothing that was sent, or that somebody said themselves', () => {
    const sent = kept();
    expect(after(sent, found).session).toBe(sent);
    const said = after(opened({given: {}}), {do: 'say-about', about: byId, kinds: []}).session;
    expect(after(said, found).session).toBe(said);
  });

  it('has whoever has begun say which, before they send, where it has none of that id', () => {
    const fresh = after(opened({given: {about: byId}}), {do: 'miss-service', about: undefined}).session;
    expect(fresh.journey.draft).toMatchObject({about: undefined, aboutIsGiven: false});
    const begun = after(atCheck(), {do: 'miss-service', about: undefined}).session;
    expect(begun.journey.at).toBe('check-answers');
    const {session} = after(begun, send);
    expect(session.submission).toBeUndefined();
    expect(session.journey.faults).toMatchObject([{kind: 'required'}]);
  });

  it('leaves the service’s name that the tag gives, and takes the place that it names beside', () => {
    const session = opened({given: {about: byId}});
    expect(after(session, {do: 'miss-service', about: exampleHouse}).session).toBe(session);
    const area = {kind: 'place' as const, place: {name: 'Exampleshire'}};
    expect(after(session, {do: 'miss-service', about: area}, next).session.journey.draft.about).toEqual(area);
  });
});
