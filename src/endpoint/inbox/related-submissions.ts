import type {InboxEntry} from '../../contract/inbox.js';
import type {RelatedSubmissions, Others} from './pages/related-list.js';
import {builtInSets} from '../../domain/questionnaire/sets/built-in-sets.js';
import {isServiceView} from '../access/authorise.js';
import {claimsFor, versionsFor} from './read-submissions.js';
import type {Principal} from '../access/authenticate.js';
import {peopleIn, type ReportThread} from '../../domain/concerns/concern-level.js';
import type {Dependencies} from '../dependencies.js';
import {beginningOf, reportsAbout} from './concern-reports.js';
import {answerInWords} from './service-overview.js';

const days = 90;
// Somebody can name twenty services on the way, and each takes a look at all that was told about it.
const mostServices = 5;
// What each of our own sets calls it.
const experienceQuestions = ['experience', 'overall'] as const;

/** The versions of a story that somebody sees, and its place among others. The service itself, which sees no days, learns no place. */
export async function relatedSubmissions(submission: InboxEntry, principal: Principal, dependencies: Dependencies): Promise<RelatedSubmissions> {
  const {about} = submission;
  const versions = await versionsFor(principal, submission.id, dependencies);
  const services = about?.kind === 'service' || about?.kind === 'pathway' ? about.services.flatMap(({id, name}) => (id === undefined ? [] : [{id, name}])) : [];
  const once = services.filter(({id}, position) => services.findIndex((each) => each.id === id) === position);
  const except = versions.map(({id}) => id);
  const others = isServiceView(principal.access.scope) ? [] : await Promise.all(once.slice(0, mostServices).map((service) => othersOn(service, {id: submission.id, except}, principal, dependencies)));
  return {versions, claims: await claimsFor(principal, submission.id, dependencies), others};
}

async function othersOn({id, name}: {id: string; name: string}, story: {id: string; except: readonly string[]}, {access: {scope}}: Principal, dependencies: Dependencies): Promise<Others> {
  const {store} = dependencies;
  const since = beginningOf(days, dependencies);
  const {services, reports} = await reportsAbout({id, service: await store.service(id)}, {since, scope}, dependencies);
  const told = peopleIn(reports).filter(({newest, versions, receivedAt}) => !newest.isSetApart && !versions.includes(story.id) && receivedAt >= since);
  return {id, name, days, people: told.length, experiences: await experiencesOf(told, dependencies), ...(await store.beside({...story, services, scope}))};
}

/** How many had which experience, as our own sets order them; last those whose set did not ask, or who did not say. */
async function experiencesOf(told: readonly ReportThread[], dependencies: Dependencies): Promise<Others['experiences']> {
  const people = new Map<string | undefined, number>((await labelsInOrder(dependencies)).map((label) => [label, 0]));
  people.set(undefined, 0);
  for (const {newest: {answers}} of told) {
    const question = experienceQuestions.find((each) => typeof answers[each] === 'string');
    const label = question && (await answerInWords({question, answer: answers[question] as string}, dependencies));
    people.set(label, (people.get(label) ?? 0) + 1);
  }
  return [...people].filter(([, had]) => had > 0).map(([label, had]) => ({label, people: had}));
}

async function labelsInOrder(dependencies: Dependencies): Promise<string[]> {
  const sets = await Promise.all(builtInSets.map((id) => dependencies.questionSets.find(id)));
  const choices = experienceQuestions.flatMap((question) => {
    const asked = sets.flatMap((set) => set?.pages.flatMap(({questions}) => questions) ?? []).find(({id}) => id === question);
    return (asked?.choices ?? []).map(({value}) => ({question, answer: value}));
  });
  return Promise.all(choices.map((choice) => answerInWords(choice, dependencies)));
}
