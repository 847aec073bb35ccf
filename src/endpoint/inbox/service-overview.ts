import type {ConcernedServices} from './pages/concerns-page.js';
import type {ServiceOverview} from './pages/service-page.js';
import {answerContextOf} from '../html/localised-set.js';
import {builtInSets} from '../../domain/questionnaire/sets/built-in-sets.js';
import {choiceLabel} from '../../domain/questionnaire/words/answers-in-words.js';
import {emptyResponse} from '../../domain/questionnaire/draft-response.js';
import {isServiceView} from '../access/authorise.js';
import type {Principal} from '../access/authenticate.js';
import {windowDays} from '../../domain/concerns/concern-rules.js';
import {concernLevelOf} from '../../domain/concerns/concern-level.js';
import type {Dependencies} from '../dependencies.js';
import {setForTeam} from './team-set.js';
import {beginningOf, reportsAbout} from './concern-reports.js';

/**
 * How the service with this id stands now, by what somebody may see; `undefined` where nobody knows
 * it and nothing was told about it. The service itself, which sees no days, does not learn it.
 */
export async function serviceOverview(id: string, {access: {scope}}: Principal, dependencies: Dependencies): Promise<ServiceOverview | undefined> {
  const {store, directory, concernRules: rules, clock} = dependencies;
  if (isServiceView(scope)) return undefined;
  const now = clock();
  const service = await store.service(id);
  const {reports} = await reportsAbout({id, service}, {since: beginningOf(windowDays(rules), dependencies), scope}, dependencies);
  if (!service && reports.length === 0) return undefined;

  const {reasons, ...standing} = concernLevelOf(reports, rules, now);
  const together = service && (await directory.registrations([service.id])).get(service.id.toLowerCase());
  return {
    ...standing,
    id: service?.id ?? id,
    name: service?.name ?? id,
    ...(together && {registrations: together.map(({id: each, provider}) => ({id: each, provider: provider?.name}))}),
    fewestPeople: rules.fewestPeople,
    reasons: await Promise.all(reasons.map(async ({rule, given, people, holds}) => ({
      colour: rule.colour, needed: rule.people, days: rule.days, people, holds,
      ...(given && {answer: await answerInWords(given, dependencies)}),
    }))),
  };
}

// Each takes a look at all that was told about it.
const mostLookedAt = 200;
// Of these only those are looked at that have several registrations.
const mostNamed = 5000;

/**
 * The services that are raised now, by what somebody may see: red before amber, and of those first the ones about
 * which the most told of care that was not good. `undefined` for the service itself.
 */
export async function concernedServices({access: {scope}}: Principal, dependencies: Dependencies): Promise<ConcernedServices | undefined> {
  const {store, directory, concernRules: rules, clock} = dependencies;
  if (isServiceView(scope)) return undefined;
  const now = clock();
  const since = beginningOf(windowDays(rules), dependencies);
  // Of the two ids that a service has, one is named by at least half of those who tell of it.
  const fewest = Math.ceil(rules.fewestPeople / 2);
  const often = await store.servicesNamed({since, fewest, limit: mostLookedAt + 1, scope});
  // One with several registrations may be named by each of its people under another.
  const seldom = (await store.servicesNamed({since, fewest: 1, limit: mostNamed, scope})).filter((id) => !often.includes(id));
  const together = await directory.registrations([...often, ...seldom]);
  const told = [...often, ...seldom.filter((id) => together.has(id))];
  const known = await Promise.all(told.slice(0, mostLookedAt).map(async (named) => ({named, id: named, ...(await store.service(named))})));
  const firstOf = ({named, id}: {named: string; id: string}) => together.get(named)?.[0]?.id ?? id;
  const once = known.filter((service, position) => known.findIndex((each) => firstOf(each) === firstOf(service)) === position);
  const standings = await Promise.all(once.map(async (service) => {
    const {reports} = await reportsAbout({id: service.id, service}, {since, scope}, dependencies);
    const {colour, people, concerned} = concernLevelOf(reports, rules, now);
    return {id: service.id, name: service.name ?? service.id, colour, people, concerned};
  }));
  const raised = standings.filter((standing): standing is ConcernedServices['services'][number] => standing.colour === 'red' || standing.colour === 'amber');
  return {
    services: raised.sort((one, other) => Number(other.colour === 'red') - Number(one.colour === 'red') || other.concerned - one.concerned),
    days: windowDays(rules),
    ...(told.length > mostLookedAt && {lookedAt: mostLookedAt}),
  };
}

/** What an answer to one of our own sets is called. */
export async function answerInWords({question, answer}: {question: string; answer: string}, dependencies: Dependencies): Promise<string> {
  const sets = await Promise.all(builtInSets.map((id) => dependencies.questionSets.find(id)));
  const set = sets.find((each) => each?.pages.some(({questions}) => questions.some((asked) => asked.id === question)));
  return set ? choiceLabel(question, answer, answerContextOf(setForTeam(set, dependencies), emptyResponse), emptyResponse) : answer;
}
