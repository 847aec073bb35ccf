import {rights} from './access.js';
import {describeToken, readTokenOptions} from './token-options.js';
import {commandLine} from './authenticate.js';
import {readConfiguration} from '../configuration.js';
import type {Environment} from '../commands/variable-types.js';
import {hashOfToken, newToken} from './inbox-access.js';
import {londonDay} from '../../locale/london-day.js';
import {openStore} from '../store/open-store.js';
import {StartFault} from '../commands/start-fault.js';
import {idsOf as allIdsOf} from './service-ids.js';
import type {Store} from '../store/store.js';
import {defineCommand} from '../commands/command.js';

/** Makes a token for somebody of the team, or for a program. */
export const tokenMake = defineCommand({
  name: 'token make',
  summary: 'makes a token for the inbox and prints it, last',
  options: {
    can: {type: 'string', valueName: 'RIGHTS', isRequired: true, description: `what it may do, of ${rights.join(',')}`},
    share: {type: 'string', valueName: 'WHO', description: 'only what people agreed to share with regulator, local or service'},
    partner: {type: 'string', valueName: 'NAME', description: 'only what came through this partner'},
    service: {type: 'string', valueName: 'ID', multiple: true, description: 'only what is about this service'},
    place: {type: 'string', valueName: 'AREA', description: 'only what is about this area or a service in it'},
    until: {type: 'string', valueName: 'YYYY-MM-DD', description: 'its last day'},
    name: {type: 'string', valueName: 'NAME', isRequired: true, description: 'whose it is, as the log names them; each name stands for one holder for good'},
  },
  help: ['Of several limits all must be met. What is not within them does not exist for the token. What goes to a service carries no contact details, no times but the month, no website and no partner. The token is shown this once: only its hash is kept.'],
  async run({options}, environment) {
    const now = new Date();
    const wanted = readTokenOptions(options, londonDay(now));
    return withStore(environment, async (store) => {
      const {service, ...limits} = wanted.scope;
      const access = {...wanted, scope: {...limits, ...(service && {service: await idsOf(service, store)})}};
      const token = newToken();
      const madeAt = now.toISOString();
      if ((await store.addToken({...access, hash: hashOfToken(token), madeAt})) === 'taken') throw new StartFault(`There is or was a token of the name "${access.name}" already.\nThe log names its holder by it, so choose another.`);
      await store.record([{at: madeAt, who: commandLine, what: 'made-token', detail: access.name}]);
      console.log(`${describeToken(access)}\nIt is shown this once:\n${token}`);
    });
  },
});

/** Says which tokens there are. */
export const tokenList = defineCommand({
  name: 'token list',
  summary: 'lists the tokens for the inbox, without themselves',
  usageError: 'token list takes nothing.',
  help: ['Those that were ended or are over are listed too. The endpoint’s own token, which keeps every right, is not among them.'],
  async run(_parsed, environment) {
    return withStore(environment, async (store) => {
      const tokens = await store.tokens();
      const today = londonDay(new Date());
      for (const token of tokens) console.log(describeToken(token, {today, endedAt: token.endedAt}));
      if (tokens.length === 0) console.log('No token was made here. The endpoint’s own opens the inbox.');
    });
  },
});

/** Ends a token, with every session that was opened with it. */
export const tokenEnd = defineCommand({
  name: 'token end',
  summary: 'ends a token, at once and for good',
  operand: {name: 'NAME', count: 'one'},
  usageError: 'token end takes one name.',
  help: ['Counts at once, also for an endpoint that runs and for sessions that were opened with it.'],
  async run({operands: [name]}, environment) {
    return withStore(environment, async (store) => {
      const endedAt = new Date().toISOString();
      const result = await store.endToken(name, endedAt);
      if (result === 'unknown') throw new StartFault(`No token has the name "${name}". "care-endpoint token list" says which there are.`);
      if (result === 'ended') await store.record([{at: endedAt, who: commandLine, what: 'ended-token', detail: name}]);
      console.log(result === 'ended' ? `The token of ${name} is ended.` : `The token of ${name} was ended before.`);
    });
  },
});

/** Each service's ids, since people's feedback may name it by either. */
async function idsOf(services: readonly string[], store: Store): Promise<string[]> {
  const known = await Promise.all(services.map((id) => store.service(id)));
  const ids = [...services, ...(await Promise.all(known.map((service, place) => allIdsOf(services[place]!, service, {store})))).flat()];
  for (const [place, service] of known.entries()) if (!service) console.error(`No service is known here as ${services[place]}; the token counts for that id alone.`);
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

async function withStore(environment: Environment, act: (store: Store) => Promise<void>): Promise<number> {
  const store = await openStore(readConfiguration(environment));
  try {
    await act(store);
  } finally {
    await store.close();
  }
  return 0;
}
