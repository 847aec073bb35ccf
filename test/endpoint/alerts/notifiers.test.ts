import {createHmac} from 'node:crypto';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import type {Alert} from '../../../src/endpoint/store/alert.js';
import {webhookNotifier, type Webhook} from '../../../src/endpoint/alerts/webhook.js';
import {mailNotifier, type MailSettings} from '../../../src/endpoint/alerts/mail-notifier.js';
import {messageId} from '../../../src/endpoint/alerts/alert-message.js';
import {NotifierFault} from '../../../src/endpoint/alerts/notifier.js';
import {openWords} from '../../../src/endpoint/html/endpoint-words.js';
import {words} from '../../../src/locale/words.js';
import {hopeless} from '../../support/eventually.js';
import {nextId} from '../../support/store/submission-examples.js';
import {startHook, type HookServer} from '../../support/endpoint/hook-server.js';
import {startMailServer} from '../../support/endpoint/mail-server.js';

const origin = 'https://central.example';
const secret = Buffer.alloc(24, 5);
const now = new Date('2026-11-22T12:00:00Z');
const alert: Alert = {row: 1, submission: nextId(), kind: 'immediate', way: 'hook', happenedAt: '2026-11-22T10:09:41.000Z', told: 0, failed: 0};
const goOn = new AbortController().signal;

const open: {close(): Promise<void>}[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});
const opened = <Server extends {close(): Promise<void>}>(server: Server): Server => {
  open.push(server);
  return server;
};
const hookServer = async () => opened(await startHook());
const mailServer = async (options?: Parameters<typeof startMailServer>[0]) => opened(await startMailServer(options));

const byHook = ({url}: Pick<HookServer, 'url'>, changes: Partial<Webhook> = {}, patience = hopeless) => webhookNotifier({url, secret, allowsPrivate: true, ...changes}, {origin, clock: () => now, timeoutMilliseconds: patience})(alert, goOn);

async function faultIn(telling: Promise<void>): Promise<string> {
  const fault = await telling.then(() => undefined, (error: unknown) => error);
  expect(fault).toBeInstanceOf(NotifierFault);
  return (fault as NotifierFault).message;
}

describe('the hook', () => {
  it('is told by a signed request that holds a link and nothing else', async () => {
    const hook = await hookServer();
    await byHook(hook);
    const [{path, headers, body}] = (await hook.hears(1)) as [Awaited<ReturnType<HookServer['hears']>>[0]];
    expect(path).toBe('/alerts?key=hook-key');
    expect(JSON.parse(body)).toEqual({type: 'submission.urgent', timestamp: alert.happenedAt, data: {link: `${origin}/inbox/${alert.submission}`}});
    const signature = createHmac('sha256', secret).update(`${messageId(alert)}.${now.getTime() / 1000}.${body}`).digest('base64');
    expect(headers).toMatchObject({'content-type': 'application/json', 'webhook-id': messageId(alert), 'webhook-timestamp': String(now.getTime() / 1000), 'webhook-signature': `v1,${signature}`});
  });

  it.each([400, 404, 410, 429, 500, 503])('has not been told where it answers %i', async (status) => {
    const hook = await hookServer();
    hook.answer = (response) => void response.writeHead(status).end('words of the hook');
    expect(await faultIn(byHook(hook))).toBe(`it answered ${status}`);
  });

  it.each([301, 302, 307, 308])('is not looked for elsewhere where it answers %i', async (status) => {
    const [hook, elsewhere] = [await hookServer(), await hookServer()];
    hook.answer = (response) => void response.writeHead(status, {Location: elsewhere.url.href}).end();
    expect(await faultIn(byHook(hook))).toBe(`it answered ${status}, and a redirect is not followed`);
    expect(elsewhere.heard).toEqual([]);
  });

  it('is given up for now where it hangs, before or after it was connected, or is not there', async () => {
    const hook = await hookServer();
    hook.answer = () => undefined;
    expect(await faultIn(byHook(hook, {}, 100))).toBe('it did not answer in time');
    const silent = createServer((socket) => void socket.on('error', () => undefined).resume());
    await new Promise<void>((listens) => silent.listen(0, '127.0.0.1', listens));
    const tls = new URL(`https://127.0.0.1:${(silent.address() as AddressInfo).port}/`);
    expect(await faultIn(byHook({url: tls}, {}, 100))).toBe('it did not answer in time');
    await new Promise((closed) => silent.close(closed));
    expect(await faultIn(byHook({url: tls}))).toBe('it cannot be reached (ECONNREFUSED)');
  });

  it('has not been told where it wants to speak another protocol', async () => {
    const hook = await hookServer();
    hook.answer = (response) => void response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
    expect(await faultIn(byHook(hook))).toBe('it closed the connection without an answer');
  });

  it('has been told with its headers, however long its answer goes on', async () => {
    const hook = await hookServer();
    hook.answer = (response) => void response.writeHead(200).write('and then');
    await byHook(hook);
  });

  it('lets go at once where the endpoint ends', async () => {
    const hook = await hookServer();
    hook.answer = () => undefined;
    const stopping = new AbortController();
    const telling = webhookNotifier({url: hook.url, secret, allowsPrivate: true}, {origin, clock: () => now, timeoutMilliseconds: hopeless})(alert, stopping.signal);
    await hook.hears(1);
    stopping.abort();
    await faultIn(telling);
  });

  it.each(['127.0.0.1', 'localhost', '2130706433', '0.0.0.0', '[::1]', '[::ffff:127.0.0.1]'])('is not connected to inside the network, as %s, unless that is allowed', async (host) => {
    const hook = await hookServer();
    const url = new URL(`http://${host}:${hook.url.port}/`);
    expect(await faultIn(byHook({url}, {allowsPrivate: false}))).toBe('its address lies inside the network, which CARE_ALERT_ALLOW_PRIVATE=1 would allow');
    expect(hook.heard).toEqual([]);
  });

  it('may lie inside the network where that is allowed', async () => {
    const hook = await hookServer();
    await byHook({url: new URL(`http://localhost:${hook.url.port}/`)});
    expect(hook.heard).toHaveLength(1);
  });
});

describe('the mail', () => {
  const byMail = (server: URL, changes: Partial<MailSettings> = {}, {patience = hopeless, log = (_line: string) => {}, spoken = words('en')} = {}) =>
    mailNotifier({server, from: 'endpoint@central.example', to: ['team@central.example'], ...changes}, {origin, words: spoken, timeoutMilliseconds: patience, log})({...alert, way: 'mail'}, goOn);

  it('is in the language of the team', async () => {
    const server = await mailServer();
    await byMail(server.url, {}, {spoken: (await openWords('en-XA')).team});
    const [mail] = await server.takes(1);
    // Accents go encoded; in English there are none.
    expect(mail!.source).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(mail!.source).not.toContain('waits to be read');
  });

  it('reaches everybody, with a link and nothing of what somebody told', async () => {
    const server = await mailServer();
    await byMail(server.url, {to: ['team@central.example', 'other@central.example']});
    const [mail] = await server.takes(1);
    expect(mail).toMatchObject({from: 'endpoint@central.example', to: ['team@central.example', 'other@central.example']});
    const [headers = '', text = ''] = mail!.source.split(/\r\n\r\n([^]*)/);
    expect(headers).toMatch(/^Subject: Urgent feedback waits to be read\r$/m);
    expect(headers).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(headers).toMatch(new RegExp(`^Message-ID:\\s+<${messageId(alert)}@central\\.example>`, 'm'));
    expect(text.replaceAll('=\r\n', '').split('\r\n')).toContain(`${origin}/inbox/${alert.submission}`);
  });

  it('has not been sent where the server refuses everybody, and says so without an address', async () => {
    const server = await mailServer({refused: ['team@central.example']});
    const fault = await faultIn(byMail(server.url));
    expect(fault).toBe('the server did not take it (EENVELOPE, 550)');
    expect(server.taken).toEqual([]);
  });

  it('has been sent where one is refused and another is not; the log says how many were', async () => {
    const server = await mailServer({refused: ['gone@central.example']});
    const logged: string[] = [];
    await byMail(server.url, {to: ['gone@central.example', 'team@central.example']}, {log: (line) => logged.push(line)});
    expect(server.taken).toHaveLength(1);
    expect(logged).toEqual(['alerts by mail: the server refused 1 of 2 who are written to']);
  });

  it('is given up for now where the server hangs or is not there', async () => {
    const server = await mailServer({hangs: true});
    expect(await faultIn(byMail(server.url, {}, {patience: 300}))).toBe('the server did not take it in time');
    const gone = await startMailServer();
    await gone.close();
    expect(await faultIn(byMail(gone.url))).toBe('the server did not take it (ESOCKET)');
  });

  it('does not say a password in clear, to whoever answers in the server’s place', async () => {
    const server = await mailServer({password: 'example-password'});
    const url = new URL(server.url);
    [url.username, url.password] = ['endpoint', 'example-password'];
    // What it offers for encryption is a certificate of its own, which nobody vouches for.
    expect(await faultIn(byMail(url))).toMatch(/^the server did not take it \((ETLS|ESOCKET)\)$/);
    url.searchParams.set('tls.rejectUnauthorized', 'false');
    await byMail(url);
    expect(server.taken).toHaveLength(1);
  });
});
