import type {IncomingHttpHeaders} from 'node:http';
import {isIP} from 'node:net';

/**
 * The address that a request came from. Behind a proxy that is the proxy's, so
 * its owner names the header in which the proxy says whose request it passes
 * on; of several in it the last, which the nearest proxy wrote itself: what
 * stands before it anybody can make up.
 */
export function senderAddress({headers, socket}: {headers: IncomingHttpHeaders; socket: {remoteAddress?: string | undefined}}, header: string | undefined): string | undefined {
  const said = header === undefined ? undefined : headers[header.toLowerCase()];
  const last = [said].flat().join(',').split(',').at(-1)?.trim().replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  return last !== undefined && isIP(last) !== 0 ? last : socket.remoteAddress;
}
