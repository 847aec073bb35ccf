import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {Receiver, ReceiverFile} from '../../../src/contract/receiver.js';
import {readReceiverFile} from '../../../src/endpoint/receiver/receiver-file.js';
import {exampleReceiver, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {temporaryFolder} from '../../support/endpoint/sqlite-worker.js';
import {putServices} from '../../support/store/put-services.js';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openEndpoint({receiver: {...exampleReceiver, example: true, security: {contact: 'mailto:security@care.example', expires: '2027-06-30T12:00:00Z'}, isolated: ['1-1000000001', '1-1000000002', 'RXQ'], origins: ['https://charity.example']}});
  await putServices(
    endpoint.dependencies.store,
    [
      {id: '1-1000000003', level: 'location', name: 'Example Homes', provider: {id: '1-1000000002'}, status: {kind: 'registered'}},
      {id: '1-1000000004', level: 'location', name: 'Example Surgery', odsCode: 'RXQ', status: {kind: 'registered'}},
    ],
    'example',
  );
});
afterAll(() => endpoint.close());

const receiverAt = async (path: string) => (await (await endpoint.ask(path)).json()) as Receiver;

describe('the receiver', () => {
  it('is served with the public keys and the contract’s number, and never with who may send', async () => {
    const receiver = await receiverAt('/v1/receiver');
    expect(Receiver.safeParse(receiver).error).toBeUndefined();
    expect(receiver).toMatchObject({name: 'Example Healthwatch', dataComplaint: 'mailto:data@healthwatch.example', contract: '1.1', isolated: false, languages: ['en']});
    expect(receiver.keys).toEqual(endpoint.dependencies.keys.publicKeys);
    for (const ofTheOwner of ['origins', 'security', 'example']) expect(receiver).not.toHaveProperty(ofTheOwner);
    expect(JSON.stringify(receiver)).not.toMatch(/"d":|charity\.example|1-1000000001/);
  });

  it.each([
    ['1-1000000001', true],
    ['1-1000000003', true],
    ['1-1000000004', true],
    ['rxq', true],
    ['1-1000000009', false],
  ])('says for the service %s whether it must be written about in the frame', async (service, isolated) => {
    expect((await receiverAt(`/v1/receiver?service=${service}`)).isolated).toBe(isolated);
  });

  it('refuses what is no service id', async () => {
    for (const service of ['', '<script>', '../x', 'x'.repeat(50)]) {
      const response = await endpoint.ask(`/v1/receiver?service=${encodeURIComponent(service)}`);
      expect(response.status).toBe(400);
      expect((await problemIn(response)).title).toContain('"service"');
    }
  });
});

describe('the receiver’s file', () => {
  const withFile = async (text: string) => {
    const file = join(temporaryFolder(), 'receiver.json');
    await writeFile(file, text);
    return file;
  };

  it('is read when it is whole', async () => {
    expect(await readReceiverFile(await withFile(JSON.stringify(exampleReceiver)))).toEqual(exampleReceiver);
  });

  it('that is not named stops the start, which shows a whole example', async () => {
    const message = await readReceiverFile(undefined).catch((error: Error) => error.message);
    expect(message).toMatch(/^CARE_RECEIVER is not set/);
    const example = /\n(\{\n[\s\S]*\n\})\n/.exec(String(message))?.[1] ?? '';
    const json = example.replaceAll(/^ *\/\/.*$/gm, '');
    expect(ReceiverFile.safeParse(JSON.parse(json)).error).toBeUndefined();
    for (const field of Object.keys(ReceiverFile.def.shape)) expect(message).toMatch(new RegExp(`\\b${field}\\b`));
  });

  it('names every field that is missing or wrong, all at once', async () => {
    const {name: _, ...rest} = exampleReceiver;
    const file = await withFile(JSON.stringify({...rest, role: 'shop', privacyNotice: 'ftp://x', colour: 'red', phone: ''}));
    const message = await readReceiverFile(file).catch((error: Error) => error.message);
    expect(message).toContain(file);
    expect(message).toMatch(/ {2}name: is missing/);
    expect(message).toMatch(/ {2}role: is not one of: regulator, healthwatch/);
    expect(message).toMatch(/ {2}privacyNotice: is not an https address/);
    expect(message).toMatch(/ {2}colour: is not a known key/);
    expect(message).toMatch(/ {2}phone: is empty/);
  });

  it.each(['javascript:alert(1)', 'http://care.example/complain', 'data@care.example', 'mailto:data@care.example?body=x', 'tel:01632960000', ''])('refuses %j for where people complain, by the field’s name', async (dataComplaint) => {
    await expect(readReceiverFile(await withFile(JSON.stringify({...exampleReceiver, dataComplaint})))).rejects.toThrow(/ {2}dataComplaint: is not an https address, nor "mailto:" and one email address/);
  });

  it('needs one other way to tell', async () => {
    const {phone: _, ...rest} = exampleReceiver;
    await expect(readReceiverFile(await withFile(JSON.stringify(rest)))).rejects.toThrow(/phone: needs at least one other way/);
  });

  it('that is absent or no JSON is named', async () => {
    await expect(readReceiverFile('/nowhere/receiver.json')).rejects.toThrow(/\/nowhere\/receiver\.json \(CARE_RECEIVER\) cannot be read/);
    await expect(readReceiverFile(await withFile('{name: "x"}'))).rejects.toThrow(/is not JSON/);
  });
});
