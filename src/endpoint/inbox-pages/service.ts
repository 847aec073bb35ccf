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
import {idsOf} from '../service-ids.js';

const day = 24 * 60 * 60 * 1000;

/**
 * How the service with this id stands now, by what somebody may see; `undefined` where nobody knows
 * it and nothing was told about it. The service itself, which sees no days, does not learn it.
 */
export async function serviceStanding(id: string, {access: {limits}}: Asker, dependencies: Dependencies): Promise<ServiceStanding | undefined> {
  const {store, concernRules: rules, clock} = dependencies;
  if (hidesWho(limits)) return undefined;
  const now = clock();
  const service = await store.service(id);
  const since = new Date(now.getTime() - daysOf(rules) * day).toISOString();
  const reports = await store.reports({services: await idsOf(id, service, dependencies), since, limits});
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

/** What an answer to one of our own sets is called. */
export async function inWords({question, answer}: {question: string; answer: string}, {questionSets, receiver}: Dependencies): Promise<string> {
  const sets = await Promise.all(builtInSets.map((id) => questionSets.find(id)));
  const set = sets.find((each) => each?.pages.some(({questions}) => questions.some((asked) => asked.id === question)));
  return set ? choiceLabel(question, answer, readingOf(spokenSet(set, 'en', receiverFor(receiver, [], false)), nothingTold), nothingTold) : answer;
}
