import {createHmac} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {alertsFor, type AlertPlan} from '../../../src/endpoint/alerts/alert-plan.js';
import type {Alert} from '../../../src/endpoint/store/alert.js';
import {webhookBody, mailText, messageId} from '../../../src/endpoint/alerts/alert-message.js';
import {addressIn, isPublic} from '../../../src/endpoint/alerts/public-address.js';
import {delayUntilNextAlert} from '../../../src/endpoint/alerts/alert-schedule.js';
import {secretIn, signedHeaders} from '../../../src/endpoint/alerts/webhook-signature.js';
import {words} from '../../../src/locale/words.js';
import {nextId} from '../../support/store/submission-examples.js';

const both: AlertPlan = {ways: ['hook', 'mail'], also: []};
const everything: AlertPlan = {ways: ['hook', 'mail'], also: ['arrival', 'edit', 'erasure']};
const minutes = (count: number) => count * 60_000;

const alert: Alert = {row: 7, submission: nextId(), kind: 'immediate', way: 'hook', happenedAt: '2026-11-22T10:09:41.000Z', told: 0, failed: 0};

describe('who is told of what', () => {
  it('is everybody of what is urgent, and nobody of anything else unless the owner asked for it', () => {
    expect(alertsFor({urgency: 'immediate'}, both)).toEqual([{kind: 'immediate', way: 'hook'}, {kind: 'immediate', way: 'mail'}]);
    expect(alertsFor({urgency: 'concern'}, both)).toEqual([]);
    expect(alertsFor({urgency: 'none', replaces: nextId()}, both)).toEqual([]);
    expect(alertsFor({urgency: 'immediate'}, {ways: [], also: []})).toEqual([]);
  });

  it('of what is not urgent is the hook alone, which hears of an urgent one as of the others too', () => {
    expect(alertsFor({urgency: 'none'}, everything)).toEqual([{kind: 'arrival', way: 'hook'}]);
    expect(alertsFor({urgency: 'concern', replaces: nextId()}, everything)).toEqual([{kind: 'edit', way: 'hook'}]);
    expect(alertsFor({urgency: 'immediate'}, {ways: ['hook'], also: ['arrival']})).toEqual([{kind: 'immediate', way: 'hook'}, {kind: 'arrival', way: 'hook'}]);
    expect(alertsFor({urgency: 'none'}, {ways: ['hook'], also: ['edit']})).toEqual([]);
    expect(alertsFor({urgency: 'none'}, {ways: ['mail'], also: ['arrival']})).toEqual([]);
  });
});

describe('when it is told again', () => {
  it('is after gaps that grow and end at twelve hours, for as long as nobody opens it', () => {
    const gaps = Array.from({length: 11}, (_, told) => delayUntilNextAlert({kind: 'immediate', told, failed: 0}, true));
    expect(gaps).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 720, 720, 720].map(minutes));
    expect(delayUntilNextAlert({kind: 'immediate', told: 100_000, failed: 0}, true)).toBe(minutes(720));
  });

  it('is soon where nobody could be told, within a minute four more times, and never given up', () => {
    const pauses = Array.from({length: 9}, (_, failed) => delayUntilNextAlert({kind: 'immediate', told: 0, failed}, false)!);
    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 32_000, 64_000, minutes(2), minutes(2), minutes(2)]);
    expect(delayUntilNextAlert({kind: 'immediate', told: 0, failed: 100_000}, false)).toBe(minutes(2));
  });

  it('is never where it was not urgent and was told, and later each time up to an hour where it was not', () => {
    for (const kind of ['arrival', 'edit', 'erasure'] as const) {
      expect(delayUntilNextAlert({kind, told: 0, failed: 3}, true)).toBeUndefined();
      expect(delayUntilNextAlert({kind, told: 0, failed: 0}, false)).toBe(2000);
      expect(delayUntilNextAlert({kind, told: 0, failed: 100_000}, false)).toBe(minutes(60));
    }
  });
});

describe('the signature', () => {
  // The example of the Standard Webhooks specification's own libraries.
  const example = {secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}', signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='};

  it('is the one that other libraries of Standard Webhooks make', () => {
    const headers = signedHeaders(example.id, example.body, {secret: secretIn(example.secret)!, now: new Date(example.timestamp * 1000 + 999)});
    expect(headers).toEqual({'webhook-id': example.id, 'webhook-timestamp': String(example.timestamp), 'webhook-signature': example.signature});
  });

  it('needs a secret of 24 to 64 bytes, written as that standard has it', () => {
    const written = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;
    expect(secretIn(written(24))).toHaveLength(24);
    expect(secretIn(written(64))).toHaveLength(64);
    for (const wrong of [written(23), written(65), written(24).slice(6), 'whsec_', 'whsec_not base64 at all, but long enough', '']) expect(secretIn(wrong)).toBeUndefined();
  });

  it('changes with id, time and body', () => {
    const secret = Buffer.alloc(24, 1);
    const signature = (id: string, body: string, time: number) => signedHeaders(id, body, {secret, now: new Date(time)})['webhook-signature'];
    expect(new Set([signature('a', 'b', 0), signature('b', 'b', 0), signature('a', 'c', 0), signature('a', 'b', 1000)]).size).toBe(4);
    expect(signature('a', 'b', 0)).toBe(`v1,${createHmac('sha256', secret).update('a.0.b').digest('base64')}`);
  });
});

describe('what is told', () => {
  it('to the hook is what happened, when, and a link', () => {
    expect(JSON.parse(webhookBody(alert, 'https://central.example'))).toEqual({
      type: 'submission.urgent', timestamp: '2026-11-22T10:09:41.000Z', data: {link: `https://central.example/inbox/${alert.submission}`},
    });
    const types = (['arrival', 'edit', 'erasure'] as const).map((kind) => (JSON.parse(webhookBody({...alert, kind}, 'https://central.example')) as {type: string}).type);
    expect(types).toEqual(['submission.arrived', 'submission.edited', 'submission.erased']);
  });

  it('by mail is a link, and that it comes again', () => {
    const {subject, text} = mailText(alert, 'https://central.example', words('en'));
    expect(subject).toBe('Urgent feedback waits to be read');
    expect(text.split('\n')).toContain(`https://central.example/inbox/${alert.submission}`);
    expect(mailText({...alert, told: 2}, 'https://central.example', words('en')).subject).toBe('Urgent feedback still waits to be read (message 3)');
  });

  it('has one number for every try, and another each time somebody is told', () => {
    const triedAgain: Alert = {...alert, failed: 3};
    expect(messageId(triedAgain)).toBe(messageId(alert));
    expect(new Set([messageId(alert), messageId({...alert, told: 1}), messageId({...alert, kind: 'arrival'}), messageId({...alert, submission: nextId()})]).size).toBe(4);
    // A full stop would make what is signed ambiguous.
    expect(messageId(alert)).toMatch(/^msg_[\w-]+$/);
  });
});

describe('an address', () => {
  it.each([
    '127.0.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '192.0.2.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001::1', '4000::1', 'a000::1', 'localhost', '',
  ])('%s lies inside', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '223.255.255.254', '2606:4700::1111', '2a00:1450:4009::200e', '3000::1'])('%s lies outside', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it('is found in a URL however it is written there', () => {
    const written = ['http://2130706433/', 'http://0x7f.1/', 'http://127.1/', 'http://[::ffff:127.0.0.1]/', 'http://0177.0.0.1/'];
    for (const url of written) expect([url, isPublic(addressIn(new URL(url))!)]).toEqual([url, false]);
    expect(addressIn(new URL('https://hooks.example/'))).toBeUndefined();
  });
});
