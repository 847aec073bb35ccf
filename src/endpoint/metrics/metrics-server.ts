import {createServer, type Server} from 'node:http';
import {StartFault} from '../commands/start-fault.js';
import type {Metrics} from './metrics.js';

/**
 * Answers `/metrics` at an address of its own, so that no proxy in front of the
 * endpoint passes it on.
 *
 * @throws StartFault where nothing can listen there.
 */
export function serveMetrics(metrics: Pick<Metrics, 'read'>, {host, port}: {host: string; port: number}): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end();
    metrics.read().then(
      ({text, type}) => response.writeHead(200, {'Content-Type': type}).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new StartFault(`The metrics cannot be answered at ${host}, port ${port}: ${error.message}.\nSet CARE_METRICS_PORT to a free port, or CARE_METRICS_HOST to an address of this machine.`)));
    server.listen(port, host, () => resolve(server));
  });
}
