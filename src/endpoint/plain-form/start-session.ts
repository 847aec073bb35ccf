import {randomBytes} from 'node:crypto';
import {uuidV7} from '../../contract/uuid.js';
import {isAnsweredIn, stepFrom, type Fields} from './pages/read-page-fields.js';
import {plainWords} from '../html/plain-words.js';
import {withSession, type FormLink, type PlainFormSession} from './pages/plain-form-session.js';
import type {LocalisedSet} from '../html/localised-set.js';
import {startSession, type FormSession} from '../../domain/questionnaire/form-session/form-session.js';
import {pagesToShow} from '../../domain/questionnaire/journey.js';
import {serviceWords} from '../../domain/questionnaire/words/service-words.js';
import type {Dependencies} from '../dependencies.js';
import {afterSteps} from './current-form.js';
import {linkedServiceOf, kindsOf, lookUpIn, type LinkedService} from './named-services.js';
import type {PageState} from './render-page.js';

/** Answers that came along to a visit's first page. */
interface CameAlong {
  fields: Fields;
  /** Whether all of them count, as from a page of ours, or only that to the first question: another website must not answer for somebody. */
  areOurs: boolean;
}

/** A visit at its first page, for what the link said, with the answers that came along. */
export async function startPlainFormSession(opening: FormLink, form: LocalisedSet, dependencies: Dependencies, answered?: CameAlong): Promise<PageState> {
  const {clock, directory} = dependencies;
  const now = clock();
  const given = await linkedServiceOf(opening, directory);
  const kinds = await kindsOf(given.about, lookUpIn(directory));
  const startedAt = now.toISOString();
  const id = uuidV7(now.getTime(), randomBytes(10));
  const empty = {...startSession({id, given: {about: given.about, kinds}, set: form.set, alwaysChecks: true}), startedAt};
  const session = withAnswers(empty, answered, opening, dependencies);
  const visit: PlainFormSession = withSession({shape: 2, id, startedAt, issuedAt: startedAt, opening, set: {id: form.set.id, version: form.set.version}}, session);
  return {visit, session, notices: noticesAbout(given, form)};
}


/** With the answers that a form on somebody's own page, or a page that could not be read back, sent along. */
function withAnswers(session: FormSession, answered: CameAlong | undefined, {language}: FormLink, dependencies: Dependencies): FormSession {
  if (!answered) return session;
  const {journey} = session;
  const {fields, areOurs} = answered;
  const pages = areOurs ? journey.set.pages : pagesToShow(journey).filter(({questions}) => questions.length > 0).slice(0, 1);
  const questions = pages.flatMap((page) => page.questions).filter((question) => isAnsweredIn(question, fields));
  const steps = questions.map((question) => stepFrom(question, fields, journey.draft, [language])).filter((step) => step !== undefined);
  return afterSteps(session, steps, dependencies);
}

function noticesAbout({service, unknown}: LinkedService, {words}: LocalisedSet): string[] {
  if (unknown) return [plainWords(words).unknownService];
  return service?.status.kind === 'closed' ? [serviceWords(words).closed, plainWords(words).youCanStillTell] : [];
}
