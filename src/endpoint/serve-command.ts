import {resolve} from 'node:path';
import {readConfiguration, type Configuration} from './configuration.js';
import {placeOfStore} from './store/open-store.js';
import {retentionInWords} from './retention/retention-policy.js';
import {listensAt, startEndpoint, tokenFile, type RunningEndpoint} from './serve.js';
import {defineCommand} from './commands/command.js';

/** Runs the endpoint until it is told to stop. */
export const serveCommand = defineCommand({
  name: 'serve',
  summary: 'runs the endpoint until it is stopped',
  usageError: 'serve takes nothing: everything is in the environment.',
  isService: true,
  help: ['Answers over HTTP until SIGTERM or SIGINT; then it finishes what has come and ends.'],
  async run(_parsed, environment, output) {
    const configuration = readConfiguration(environment);
    const endpoint = await startEndpoint(configuration, {log: output.warn});
    // Whoever reads that it listens may stop it at once.
    const stopping = toldToStop();
    output.inform(announcement(configuration, endpoint).join('\n'));
    await stopping;
    await endpoint.close();
    return 0;
  },
});

function announcement(configuration: Configuration, {port, metricsPort, inboxCode, retention}: RunningEndpoint): string[] {
  const address = listensAt(configuration.host, port);
  return [
    `The endpoint listens at ${address}`,
    `It keeps everything in  ${placeOfStore(configuration)}`,
    ...(inboxCode === undefined
      ? [`The inbox is at         ${address}/inbox, behind the token in CARE_ENDPOINT_TOKEN`]
      : [
          `The inbox opens once at ${address}/inbox#code=${inboxCode}`,
          `and always with what is in ${resolve(tokenFile(configuration.dataFolder))}`,
        ]),
    ...(metricsPort === undefined || !configuration.metrics ? [] : [`Metrics are at          ${listensAt(configuration.metrics.host, metricsPort)}/metrics`]),
    ...retentionInWords(retention, configuration.retention ?? {}),
    ...alerting(configuration, address),
  ];
}

function alerting({alerts, origin = ''}: Configuration, address: string): string[] {
  if (!alerts?.hook && !alerts?.mail) return ['Nobody is alerted of urgent feedback: set CARE_ALERT_HOOK, or CARE_ALERT_MAIL and CARE_SMTP'];
  const ways = [alerts.hook && 'the hook', alerts.mail && 'mail'].filter(Boolean).join(' and ');
  return [`Alerts go by ${ways}, with links to ${origin || `${address} (CARE_ORIGIN is not set)`}`];
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}
