import {parseArgs} from 'node:util';
import {describeToken, readTokenWords} from '../access/token-words.js';
import {commandLine} from '../access/who-asks.js';
import {environmentHelp, readConfiguration} from '../configuration.js';
import {hashOfToken, newToken} from '../inbox-access.js';
import {londonDay} from '../london-day.js';
import {openStore} from '../open-store.js';
import {StartFault} from '../start-fault.js';
import {idsOf as allIdsOf} from '../service-ids.js';
import type {Store} from '../store/store.js';
import {UsageFault, type Command} from './command.js';

/** Makes a token for somebody of the team, or for a program. */
export const tokenMake: Command = {
  name: 'token make',
  takes: '--can RIGHTS [--share WHO] [--partner NAME] [--service ID…] [--place AREA] [--until DAY] --name NAME',
  summary: 'makes a token for the inbox and prints it, last',
  help: `  --can       what it may do, of read,contact,export,erase
  --share     only what people agreed to share with regulator, local or service
  --partner   only what came through this partner
  --service   only what is about this service; may stand more than once
  --place     only what is about this area or a service in it
  --until     its last day, YYYY-MM-DD
  --name      whose it is, as the log names them; each name stands for one holder for good
Of several limits all must be met. What is not within them does not exist for the
token. What goes to a service carries no contact details, no times but the month, no
website and no partner. The token is shown this once: only its hash is kept.\n\n${environmentHelp}`,
  async run(words, environment) {
    const now = new Date();
    const wanted = readTokenWords(optionsIn(words), londonDay(now));
    return withStore(environment, async (store) => {
      const {service, ...limits} = wanted.limits;
      const access = {...wanted, limits: {...limits, ...(service && {service: await idsOf(service, store)})}};
      const token = newToken();
      const madeAt = now.toISOString();
      if ((await store.addToken({...access, hash: hashOfToken(token), madeAt})) === 'taken') throw new StartFault(`There is or was a token of the name "${access.name}" already.\nThe log names its holder by it, so choose another.`);
      await store.record([{at: madeAt, who: commandLine, what: 'made-token', detail: access.name}]);
      console.log(`${describeToken(access)}\nIt is shown this once:\n${token}`);
    });
  },
};

/** Says which tokens there are. */
export const tokenList: Command = {
  name: 'token list',
  takes: '',
  summary: 'lists the tokens for the inbox, without themselves',
  help: `Those that were ended or are over are listed too. The endpoint's own token, which
keeps every right, is not among them.\n\n${environmentHelp}`,
  async run(words, environment) {
    if (words.length > 0) throw new UsageFault('token list takes nothing.');
    return withStore(environment, async (store) => {
      const tokens = await store.tokens();
      const today = londonDay(new Date());
      for (const token of tokens) console.log(describeToken(token, {today, endedAt: token.endedAt}));
      if (tokens.length === 0) console.log('No token was made here. The endpoint’s own opens the inbox.');
    });
  },
};

/** Ends a token, with every session that was opened with it. */
export const tokenEnd: Command = {
  name: 'token end',
  takes: 'NAME',
  summary: 'ends a token, at once and for good',
  help: `Counts at once, also for an endpoint that runs and for sessions that were opened with it.\n\n${environmentHelp}`,
  async run(words, environment) {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0 || name.startsWith('-')) throw new UsageFault('token end takes one name.');
    return withStore(environment, async (store) => {
      const endedAt = new Date().toISOString();
      const result = await store.endToken(name, endedAt);
      if (result === 'unknown') throw new StartFault(`No token has the name "${name}". "care-endpoint token list" says which there are.`);
      if (result === 'ended') await store.record([{at: endedAt, who: commandLine, what: 'ended-token', detail: name}]);
      console.log(result === 'ended' ? `The token of ${name} is ended.` : `The token of ${name} was ended before.`);
    });
  },
};

function optionsIn(words: readonly string[]) {
  const text = {type: 'string'} as const;
  try {
    return parseArgs({args: [...words], options: {can: text, share: text, partner: text, service: {type: 'string', multiple: true}, place: text, until: text, name: text}}).values;
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message.split('. ')[0]! : String(error));
  }
}

/** Each service's ids, since people's feedback may name it by either. */
async function idsOf(services: readonly string[], store: Store): Promise<string[]> {
  const known = await Promise.all(services.map((id) => store.service(id)));
  const ids = [...services, ...(await Promise.all(known.map((service, place) => allIdsOf(services[place]!, service, {store})))).flat()];
  for (const [place, service] of known.entries()) if (!service) console.error(`No service is known here as ${services[place]}; the token counts for that id alone.`);
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

async function withStore(environment: Readonly<Record<string, string | undefined>>, act: (store: Store) => Promise<void>): Promise<number> {
  const store = await openStore(readConfiguration(environment));
  try {
    await act(store);
  } finally {
    await store.close();
  }
  return 0;
}
