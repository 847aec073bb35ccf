import {describe, expect, it} from 'vitest';
import type {InboxSubmission, UnreadSubmission} from '../../../src/contract/inbox.js';
import {InboxSubmission as InboxSubmissionSchema} from '../../../src/contract/inbox.js';
import type {Access, Scope} from '../../../src/endpoint/access/access.js';
import {ownersAccess, rights} from '../../../src/endpoint/access/access.js';
import {redactFor, holdsOn, isWithinScope, mayDo, mayHandle, scopesOf} from '../../../src/endpoint/access/authorise.js';
import {hiddenIds} from '../../../src/endpoint/access/hidden-ids.js';

const id = '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11';
const sent: InboxSubmission = {
  id,
  replaces: '0197b2c4-0000-7cc2-9d0b-5f2f0d1f7a11',
  replacedBy: '0197b2c5-0000-7cc2-9d0b-5f2f0d1f7a11',
  questionSet: {id: 'give-feedback', version: '2'},
  language: 'en',
  startedAt: '2026-11-22T10:02:11Z',
  finishedAt: '2026-11-22T10:09:40+01:00',
  about: {kind: 'pathway', services: [{id: '1-1000000001', name: 'Example House'}, {id: 'VXX01', name: 'Example Lodge'}, {name: 'Example Hut'}]},
  answers: {when: '2026-10-31', until: '2026-11', story: 'On 2026-10-31 they were kind.', what: ['2026-10-31'], 'also-staff': 'yes', 'told-others': 'police', 'under-18': 'yes', 'may-contact': 'yes', 'safe-reply': 'no'},
  urgency: 'none',
  share: ['regulator', 'service'],
  consent: {notice: 'https://charity.example/privacy', version: '2026-11'},
  helper: {kind: 'interpreter', agreed: true},
  source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner: 'example-charity', campaign: 'winter', site: 'https://charity.example'},
  extensions: {'https://charity.example/case': '1'},
  receivedAt: '2026-11-22T10:09:41.000Z',
  hasContact: true,
  state: 'handling',
};
const ids = hiddenIds(new Uint8Array(32));
const access = (changes: Partial<Access> = {}): Access => ({name: 'example', rights, scope: {}, ...changes});
const within = (scope: Scope, of: Parameters<typeof scopesOf>[0] = sent) => isWithinScope(scope, scopesOf(of));

describe('what a token may do', () => {
  it.each(rights)('%s is its right only where it was given', (right) => {
    expect(mayDo(right, access({rights: [right]}))).toBe(true);
    expect(mayDo(right, access({rights: rights.filter((other) => other !== right)}))).toBe(false);
    expect(mayDo(right, ownersAccess('inbox'))).toBe(true);
  });

  it('is never opening contact details for the service that somebody wrote about', () => {
    expect(mayDo('contact', access({scope: {share: 'service'}}))).toBe(false);
    expect(mayDo('contact', access({scope: {share: 'regulator'}}))).toBe(true);
  });

  it('is seeing and changing how far the team has come, with what it may read, but for the service that somebody wrote about', () => {
    expect(mayHandle(ownersAccess('inbox'))).toBe(true);
    expect(mayHandle(access({rights: ['read'], scope: {partner: 'example-charity', share: 'local'}}))).toBe(true);
    expect(mayHandle(access({rights: ['contact', 'export', 'erase']}))).toBe(false);
    expect(mayHandle(access({scope: {share: 'service', service: ['1-1000000001']}}))).toBe(false);
  });

  it('is never erasing for the service that somebody wrote about', () => {
    expect(mayDo('erase', access({rights: ['erase'], scope: {share: 'local'}}))).toBe(true);
    expect(mayDo('erase', access({rights: ['read', 'contact', 'export']}))).toBe(false);
    expect(mayDo('erase', access({scope: {share: 'service', service: ['1-1000000001']}}))).toBe(false);
  });

  it('ends with its last day', () => {
    expect(['2026-11-30', '2026-12-01'].map((day) => holdsOn(access({until: '2026-11-30'}), day))).toEqual([true, false]);
    expect(holdsOn(access(), '9999-12-31')).toBe(true);
  });
});

describe('what is within a token’s limits', () => {
  it.each<[Scope, boolean]>([
    [{}, true],
    [{partner: 'example-charity'}, true],
    [{partner: 'example'}, false],
    [{partner: 'Example-Charity'}, false],
    [{share: 'service'}, true],
    [{share: 'local'}, false],
    [{service: ['1-1000000001']}, true],
    [{service: ['1-100000000']}, false],
    [{service: ['1-9', 'vxx01']}, true],
    [{service: []}, false],
    [{place: 'leeds'}, false],
    [{partner: 'example-charity', share: 'local'}, false],
    [{partner: 'example-charity', share: 'regulator', service: ['vxx01']}, true],
  ])('%j: %s', (scope, expected) => {
    expect(within(scope)).toBe(expected);
  });

  it('is what is about its area, by id or by the name that somebody wrote, or about a service there', () => {
    expect(within({place: 'leeds'}, {about: {kind: 'place', place: {id: 'Leeds', name: 'x'}}})).toBe(true);
    expect(within({place: 'kingston-upon-hull'}, {about: {kind: 'place', place: {name: 'Kingston  upon Hull'}}})).toBe(true);
    expect(within({place: 'leeds'}, {about: {kind: 'place', place: {name: 'Leeds Road'}}})).toBe(false);
    expect(isWithinScope({place: 'leeds'}, [...scopesOf(sent), {kind: 'place', value: 'leeds'}])).toBe(true);
  });

  it('is nothing that its sender has replaced, where it is about what they agreed to share', () => {
    expect(isWithinScope({share: 'service', service: ['vxx01']}, scopesOf(sent), true)).toBe(false);
    expect([{}, {partner: 'example-charity'}, {service: ['vxx01']}].map((limits) => isWithinScope(limits, scopesOf(sent), true))).toEqual([true, true, true]);
  });

  it('is nothing that does not say what it is', () => {
    for (const limits of [{partner: 'example-charity'}, {share: 'local'}, {service: ['1-1']}, {place: 'leeds'}] satisfies Scope[]) expect(within(limits, {})).toBe(false);
    expect(within({}, {})).toBe(true);
  });
});

describe('what a token sees', () => {
  it('is all of what is within its limits', () => {
    expect(redactFor(sent, access({scope: {partner: 'example-charity', share: 'regulator'}}), ids)).toBe(sent);
  });

  it('is, for the service that somebody wrote about, no contact, no time but the month, no website and no partner, and nothing of what the team does', () => {
    const seen = redactFor(sent, access({scope: {share: 'service', service: ['vxx01']}}), ids);
    const all = JSON.stringify(seen);
    expect(seen).not.toHaveProperty('state');
    for (const hidden of ['charity', 'winter', '2026-11-22', '10:0', '0197b2c', '5f2f0d1f7a11', '"when":"2026-10-31"']) expect(all).not.toContain(hidden);
    expect(seen).toMatchObject({id: ids.hide(sent.id), replaces: ids.hide(sent.replaces!), replacedBy: ids.hide(sent.replacedBy!)});
    const {when: _when, 'also-staff': _staff, 'told-others': _others, 'under-18': _young, 'may-contact': _may, 'safe-reply': _safe, ...answers} = sent.answers;
    expect(seen).toMatchObject({receivedAt: '2026-11-01T00:00:00.000Z', about: sent.about, urgency: 'none'});
    expect(seen!.answers).toEqual({...answers, when: '2026-10'});
    // Whatever else a submission may hold one day stays out until somebody lets it in.
    expect(Object.keys(seen!).sort()).toEqual(['about', 'answers', 'finishedAt', 'id', 'questionSet', 'receivedAt', 'replacedBy', 'replaces', 'source', 'startedAt', 'urgency']);
    expect(InboxSubmissionSchema.safeParse(seen).error).toBeUndefined();
  });

  it('is, for that service, nothing at all where its id cannot be hidden', () => {
    expect(redactFor(sent, access({scope: {share: 'service', service: ['vxx01']}}), undefined)).toBeUndefined();
    expect(redactFor(sent, ownersAccess('export'), undefined)).toBe(sent);
  });

  it('is, for that service, nothing of what could not be read: who wrote it may stand anywhere in it', () => {
    const unread: UnreadSubmission = {...sent, quarantine: 'unreadable', whole: '{"site":"https://charity.example"}'};
    expect(redactFor(unread, access({scope: {share: 'service'}}), ids)).toBeUndefined();
    expect(redactFor(unread, access({scope: {partner: 'example-charity'}}), ids)).toBe(unread);
  });
});
