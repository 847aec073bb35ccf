import type {Answer} from '../../contract/answers.js';
import type {InboxEntry} from '../../contract/inbox.js';
import {isKeptFromService} from '../../domain/questionnaire/kept-from-service.js';
import type {HiddenIds} from './hidden-ids.js';
import {placeId} from '../../domain/ratings/place-id.js';
import type {Access, ScopeKind, Scope, AccessRight} from './access.js';

/** One thing about a submission by which access can be limited. */
export interface ScopeEntry {
  kind: ScopeKind;
  value: string;
}

/** Whether it holds on `today`, `YYYY-MM-DD`. */
export function holdsOn({until}: Access, today: string): boolean {
  return until === undefined || today <= until;
}

// Whatever a token says, what goes to a service carries no contact, and no service erases what people told about it.
const neverForServices: readonly AccessRight[] = ['contact', 'erase'];

/** Whether somebody may do this at all. */
export function mayDo(right: AccessRight, {rights, scope}: Access): boolean {
  return rights.includes(right) && !(neverForServices.includes(right) && isServiceView(scope));
}

/** Whether somebody sees how far the team has come with what they may read, and may take the next step. The service's own view has none of it. */
export function mayHandle({rights, scope}: Access): boolean {
  return rights.includes('read') && !isServiceView(scope);
}

/** Whether it is the service's own view, without what may say who wrote and when. */
export function isServiceView({share}: Scope): boolean {
  return share === 'service';
}

/** All about a submission by which access can be limited, but for the areas that its services are in, which the directory knows. */
export function scopesOf({about, share = [], source}: Partial<Pick<InboxEntry, 'about' | 'share' | 'source'>>): ScopeEntry[] {
  const services = about && 'services' in about ? about.services.flatMap(({id}) => id ?? []) : [];
  const places = about?.kind === 'place' ? [about.place.id, placeId(about.place.name)].filter((id) => id !== undefined) : [];
  const named = (kind: ScopeKind, values: readonly string[]) => [...new Set(values)].map((value) => ({kind, value}));
  return [
    ...named('share', share),
    ...named('partner', source?.partner === undefined ? [] : [source.partner]),
    ...named('service', services.map((id) => id.toLowerCase())),
    ...named('place', places.map((id) => id.toLowerCase())),
  ];
}

/** Whether a submission of these scopes, its services' areas among them, is within the limits. What says nothing of itself is within none; what is proven to be replaced is shared with nobody any more. */
export function isWithinScope(scope: Scope, scopes: readonly ScopeEntry[], isReplaced = false): boolean {
  if (isReplaced && scope.share !== undefined) return false;
  return Object.entries(scope).every(([kind, wanted]) => scopes.some((scope) => scope.kind === kind && [wanted].flat().includes(scope.value)));
}

/** What somebody sees of a submission that is within their limits; `undefined` where its parts cannot be told apart as they must be, or its id not be hidden. */
export function redactFor(submission: InboxEntry, {scope}: Access, idsForService: HiddenIds | undefined): InboxEntry | undefined {
  if (!isServiceView(scope)) return submission;
  return 'whole' in submission || !idsForService ? undefined : forService(submission, idsForService);
}

/**
 * As it goes to the service that it is about, part by part: what is not named here does not go there. No contact nor
 * whether there is any, no times but the month, no website, partner or language, not who helped and who else may see
 * it, and nothing of what the team does. Its id is on the device on which somebody wrote, and holds the moment at which they began.
 */
function forService({id, replaces, isReplacementProven, replacedBy, questionSet, startedAt, finishedAt, receivedAt, about, answers, urgency, quarantine, source: {element, version, mode}}: Exclude<InboxEntry, {whole: string}>, {hide}: HiddenIds): InboxEntry {
  return {
    id: hide(id),
    ...(replaces !== undefined && {replaces: hide(replaces)}),
    ...(isReplacementProven !== undefined && {isReplacementProven}),
    ...(replacedBy !== undefined && {replacedBy: hide(replacedBy)}),
    questionSet,
    startedAt: monthOf(startedAt),
    finishedAt: monthOf(finishedAt),
    receivedAt: monthOf(receivedAt),
    about,
    answers: Object.fromEntries(Object.entries(answers).filter(([question]) => !isKeptFromService({id: question})).map(([question, answer]) => [question, toTheMonth(answer)])),
    urgency,
    ...(quarantine !== undefined && {quarantine}),
    source: {element, version, mode},
  };
}

function toTheMonth(answer: Answer): Answer {
  return typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? answer.slice(0, 7) : answer;
}

/** A moment as the beginning of its month. */
export function monthOf(moment: string): string {
  return startOfMonth(moment).toISOString();
}

function startOfMonth(moment: string): Date {
  const start = new Date(moment);
  start.setUTCDate(1);
  start.setUTCHours(0, 0, 0, 0);
  return start;
}
