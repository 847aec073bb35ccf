import type {RaisedServices} from '../../pages/inbox/raised-page.js';
import type {ServiceStanding} from '../../pages/inbox/service-page.js';
import {readingOf, spokenSet} from '../../pages/spoken-set.js';
import {builtInSets} from '../../questionnaire/sets/built-in.js';
import {choiceLabel} from '../../questionnaire/words/answers-in-words.js';
import {nothingTold} from '../../questionnaire/told.js';
import {hidesWho} from '../access/may-see.js';
import type {Asker} from '../access/who-asks.js';
import {daysOf} from '../concerns/rules.js';
import {standingOf} from '../concerns/standing.js';
import type {Dependencies} from '../dependencies.js';
import {receiverFor} from '../receiver-file.js';
import {beginningOf, reportsAbout} from './reports.js';

/**
 * How the service with this id stands now, by what somebody may see; `undefined` where nobody knows
 * it and nothing was told about it. The service itself, which sees no days, does not learn it.
 */
export async function serviceStanding(id: string, {access: {limits}}: Asker, dependencies: Dependencies): Promise<ServiceStanding | undefined> {
  const {store, concernRules: rules, clock} = dependencies;
  if (hidesWho(limits)) return undefined;
  const now = clock();
  const service = await store.service(id);
  const {reports} = await reportsAbout({id, service}, {since: beginningOf(daysOf(rules), dependencies), limits}, dependencies);
  if (!service && reports.length === 0) return undefined;

  const {reasons, ...standing} = standingOf(reports, rules, now);
  return {
    ...standing,
    id: service?.id ?? id,
    name: service?.name ?? id,
    fewestPeople: rules.fewestPeople,
    reasons: await Promise.all(reasons.map(async ({rule, given, people, holds}) => ({
      colour: rule.colour, needed: rule.people, days: rule.days, people, holds,
      ...(given && {answer: await inWords(given, dependencies)}),
    }))),
  };
}

// Each takes a look at all that was told about it.
const mostLookedAt = 200;

/**
 * The services that are raised now, by what somebody may see: red before amber, and of those first the ones about
 * which the most told of care that was not good. `undefined` for the service itself.
 */
export async function raisedServices({access: {limits}}: Asker, dependencies: Dependencies): Promise<RaisedServices | undefined> {
  const {store, concernRules: rules, clock} = dependencies;
  if (hidesWho(limits)) return undefined;
  const now = clock();
  const since = beginningOf(daysOf(rules), dependencies);
  // Of the two ids that a service has, one is named by at least half of those who tell of it.
  const fewest = Math.ceil(rules.fewestPeople / 2);
  const told = await store.servicesTold({since, fewest, limit: mostLookedAt + 1, limits});
  const known = await Promise.all(told.slice(0, mostLookedAt).map(async (id) => ({id, ...(await store.service(id))})));
  const once = known.filter(({id}, position) => known.findIndex((each) => each.id === id) === position);
  const standings = await Promise.all(once.map(async (service) => {
    const {reports} = await reportsAbout({id: service.id, service}, {since, limits}, dependencies);
    const {colour, people, concerned} = standingOf(reports, rules, now);
    return {id: service.id, name: service.name ?? service.id, colour, people, concerned};
  }));
  const raised = standings.filter((standing): standing is RaisedServices['services'][number] => standing.colour === 'red' || standing.colour === 'amber');
  return {
    services: raised.sort((one, other) => Number(other.colour === 'red') - Number(one.colour === 'red') || other.concerned - one.concerned),
    days: daysOf(rules),
    ...(told.length > mostLookedAt && {lookedAt: mostLookedAt}),
  };
}

/** What an answer to one of our own sets is called. */
export async function inWords({question, answer}: {question: string; answer: string}, {questionSets, receiver}: Dependencies): Promise<string> {
  const sets = await Promise.all(builtInSets.map((id) => questionSets.find(id)));
  const set = sets.find((each) => each?.pages.some(({questions}) => questions.some((asked) => asked.id === question)));
  return set ? choiceLabel(question, answer, readingOf(spokenSet(set, 'en', receiverFor(receiver, [], false)), nothingTold), nothingTold) : answer;
}
