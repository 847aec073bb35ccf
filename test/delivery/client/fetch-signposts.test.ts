import type {ServerResponse} from 'node:http';
import {describe, expect, it} from 'vitest';
import {fetchSignposts} from '../../../src/delivery/client/fetch-signposts.js';
import {InvalidResponseError} from '../../../src/delivery/client/invalid-response-error.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {serve, serveNothing} from '../../support/delivery/server.js';

const directory = builtInSignposts(words('en'));

/** An endpoint that answers every question with `text`, and remembers what it was asked. */
async function endpointWith(text: string, status = 200) {
  const asked: string[] = [];
  const endpoint = await serve((request, response: ServerResponse) => {
    asked.push(request.url ?? '');
    response.writeHead(status, {'Content-Type': 'application/json'}).end(text);
  });
  return {endpoint, asked};
}

/** Why the directory could not be used, as the page's developer reads it. */
async function reasonFor(asking: Promise<unknown>): Promise<string> {
  const error = await asking.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(InvalidResponseError);
  return (error as InvalidResponseError).reason;
}

describe('asking the endpoint who can help', () => {
  it('gives its directory', async () => {
    const {endpoint, asked} = await endpointWith(JSON.stringify(directory));
    expect(await fetchSignposts(endpoint.href, {})).toEqual(JSON.parse(JSON.stringify(directory)));
    expect(asked).toEqual(['/v1/signposts']);
  });

  it('asks for the place and the language that the page names, and for nothing that is left empty', async () => {
    const {endpoint, asked} = await endpointWith(JSON.stringify(directory));
    await fetchSignposts(new URL('/care', endpoint), {nation: 'wales', area: 'Stoke & Trent', language: 'cy'});
    await fetchSignposts(endpoint, {area: '', language: ''});
    expect(asked).toEqual(['/care/v1/signposts?nation=wales&area=Stoke+%26+Trent&language=cy', '/v1/signposts']);
  });

  it('asks without anything of a situation, whatever is put into the question', async () => {
    const {endpoint, asked} = await endpointWith(JSON.stringify(directory));
    const situation = {nation: 'england', wants: 'report-as-staff', danger: 'now'} as const;
    await fetchSignposts(endpoint, situation);
    expect(asked).toEqual(['/v1/signposts?nation=england']);
  });

  it('tells a developer exactly why there is none, and does not say the place', async () => {
    const reason = async (text: string, status?: number) => {
      const {endpoint} = await endpointWith(text, status);
      return (await reasonFor(fetchSignposts(endpoint, {area: 'Exampleshire'}))).replace(endpoint.origin, '');
    };
    expect(await reason(JSON.stringify({...directory, bodies: [{id: 'x'}]}))).toBe('/v1/signposts is not a directory of who can help: /bodies/0/name is missing.');
    expect(await reason('{"language": "e')).toBe('/v1/signposts answered with something else instead of JSON.');
    expect(await reason('<!doctype html>')).toBe('/v1/signposts answered with a page instead of JSON.');
    expect(await reason('{}', 404)).toBe('/v1/signposts answered 404.');
    expect(await reasonFor(fetchSignposts(await serveNothing(), {}))).toContain('/v1/signposts could not be reached');
    expect(await reasonFor(fetchSignposts('http://example.org', {}))).toBe('http://example.org is not an https address.');
    expect(await reasonFor(fetchSignposts('central', {}))).toBe('central is not an https address.');
  });

  it('stops when the element goes', async () => {
    const {endpoint} = await endpointWith(JSON.stringify(directory));
    const stop = new AbortController();
    stop.abort(new Error('gone'));
    await expect(fetchSignposts(endpoint, {}, stop.signal)).rejects.toThrow('gone');
  });
});
