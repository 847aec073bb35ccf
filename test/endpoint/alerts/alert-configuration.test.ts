import {describe, expect, it} from 'vitest';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import {StartFault} from '../../../src/endpoint/commands/start-fault.js';

const CARE_ALERT_SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const CARE_SMTP = 'smtp://endpoint:smtp-password@mail.example:587';
const hook = {CARE_ALERT_HOOK: 'https://hooks.example/alerts?key=hook-key', CARE_ALERT_SECRET};
const mail = {CARE_ALERT_MAIL: 'team@central.example, other@central.example', CARE_SMTP};

describe('who is told, by the environment,', () => {
  it('is whom the variables name', () => {
    const {alerts, origin} = readConfiguration({...hook, ...mail, CARE_ALERT_ALSO: 'erasure, arrival', CARE_ALERT_HOURS: '0.5', CARE_ORIGIN: 'https://central.example/'});
    expect(alerts).toEqual({
      hook: {url: new URL(hook.CARE_ALERT_HOOK), secret: Buffer.alloc(32, 3), allowsPrivate: false},
      mail: {server: new URL(CARE_SMTP), from: 'team@central.example', to: ['team@central.example', 'other@central.example']},
      also: ['arrival', 'erasure'],
      overdueAfter: 30 * 60_000,
    });
    expect(origin).toBe('https://central.example');
    expect(readConfiguration({...mail, CARE_ALERT_FROM: 'endpoint@central.example'}).alerts?.mail?.from).toBe('endpoint@central.example');
  });

  it('may be inside the network, and over http, where the owner says so', () => {
    for (const address of ['http://127.0.0.1:9000/', 'https://10.0.0.1/', 'http://hooks.internal/']) {
      expect(readConfiguration({...hook, CARE_ALERT_HOOK: address, CARE_ALERT_ALLOW_PRIVATE: '1'}).alerts?.hook?.url.href).toBe(address);
    }
  });

  it.each<[string, Record<string, string>]>([
    ['CARE_ALERT_HOOK', {...hook, CARE_ALERT_HOOK: 'hooks.example'}],
    ['CARE_ALERT_HOOK', {...hook, CARE_ALERT_HOOK: 'ftp://hooks.example/?key=hook-key'}],
    ['CARE_ALERT_HOOK', {...hook, CARE_ALERT_HOOK: 'http://hooks.example/?key=hook-key'}],
    ['CARE_ALERT_HOOK', {...hook, CARE_ALERT_HOOK: 'https://169.254.169.254/latest?key=hook-key'}],
    ['CARE_ALERT_HOOK', {...hook, CARE_ALERT_HOOK: 'https://[::1]/?key=hook-key'}],
    ['CARE_ALERT_SECRET', {CARE_ALERT_HOOK: hook.CARE_ALERT_HOOK}],
    ['CARE_ALERT_SECRET', {...hook, CARE_ALERT_SECRET: 'whsec_hook-key'}],
    ['CARE_ALERT_ALLOW_PRIVATE', {...hook, CARE_ALERT_ALLOW_PRIVATE: 'yes'}],
    ['CARE_ALERT_ALSO', {...hook, CARE_ALERT_ALSO: 'arrival,everything'}],
    ['CARE_ALERT_ALSO', {...mail, CARE_ALERT_ALSO: 'arrival'}],
    ['"team"', {...mail, CARE_ALERT_MAIL: 'team'}],
    ['"a@b.example> <c@d.example"', {...mail, CARE_ALERT_FROM: 'a@b.example> <c@d.example'}],
    ['CARE_SMTP', {CARE_ALERT_MAIL: mail.CARE_ALERT_MAIL}],
    ['CARE_SMTP', {...mail, CARE_SMTP: 'mail.example:587'}],
    ['CARE_SMTP', {...mail, CARE_SMTP: 'https://endpoint:smtp-password@mail.example'}],
    ['CARE_ALERT_HOURS', {CARE_ALERT_HOURS: '0'}],
    ['CARE_ALERT_HOURS', {CARE_ALERT_HOURS: 'four'}],
    ['CARE_ORIGIN', {CARE_ORIGIN: 'https://central.example/inbox'}],
    ['CARE_ORIGIN', {CARE_ORIGIN: 'central.example'}],
  ])('is refused with %s named and no secret said: %j', (name, environment) => {
    const refused = (() => {
      try {
        return readConfiguration(environment);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(StartFault);
    expect((refused as StartFault).message.startsWith(name)).toBe(true);
    expect((refused as StartFault).message).not.toMatch(/hook-key|smtp-password/);
  });
});
