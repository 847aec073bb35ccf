import {randomBytes} from 'node:crypto';
import {uuidV7} from '../../contract/uuid.js';
import {isAnsweredIn, stepFrom, type Fields} from '../../pages/plain-form/read-fields.js';
import {plainWords} from '../../pages/plain-form/plain-words.js';
import type {Opening, Visit} from '../../pages/plain-form/visit.js';
import type {SpokenSet} from '../../pages/spoken-set.js';
import {pagesToShow, startJourney, take, type Journey} from '../../questionnaire/journey.js';
import {serviceWords} from '../../questionnaire/words/service-words.js';
import type {Dependencies} from '../dependencies.js';
import {checkedAt, dateReading} from './current-form.js';
import {givenBy, lookUpIn, withKinds, type Given} from './services.js';
import type {Standing} from './show.js';

/** Answers that came along to a visit's first page. */
interface CameAlong {
  fields: Fields;
  /** Whether all of them count, as from a page of ours, or only that to the first question: another website must not answer for somebody. */
  areOurs: boolean;
}

/** A visit at its first page, for what the link said, with the answers that came along. */
export async function startVisit(opening: Opening, form: SpokenSet, dependencies: Dependencies, answered?: CameAlong): Promise<Standing> {
  const {clock, directory} = dependencies;
  const now = clock();
  const given = await givenBy(opening, directory);
  const told = await withKinds({answers: {}, about: given.about, aboutIsGiven: given.about !== undefined}, lookUpIn(directory));
  const journey = withAnswers(startJourney(form.set, told, {alwaysChecks: true}), answered, opening, dependencies);
  const visit: Visit = {
    shape: 2,
    id: uuidV7(now.getTime(), randomBytes(10)),
    startedAt: now.toISOString(),
    issuedAt: now.toISOString(),
    opening,
    set: {id: form.set.id, version: form.set.version},
    told: journey.told,
    at: journey.at,
    trail: [],
    passed: [],
    changing: false,
  };
  return {visit, journey, notices: noticesAbout(given, form)};
}

/** With the answers that a form on somebody's own page, or a page that could not be read back, sent along. */
function withAnswers(journey: Journey, answered: CameAlong | undefined, opening: Opening, dependencies: Dependencies): Journey {
  if (!answered) return journey;
  const {fields, areOurs} = answered;
  const pages = areOurs ? journey.set.pages : pagesToShow(journey).filter(({questions}) => questions.length > 0).slice(0, 1);
  const questions = pages.flatMap((page) => page.questions).filter((question) => isAnsweredIn(question, fields));
  const steps = questions.map((question) => stepFrom(question, fields, journey.told, dateReading(opening, dependencies))).filter((step) => step !== undefined);
  return steps.reduce((before, step) => take(step, before, checkedAt(dependencies)), journey);
}

function noticesAbout({service, unknown}: Given, {words}: SpokenSet): string[] {
  if (unknown) return [plainWords(words).unknownService];
  return service?.status.kind === 'closed' ? [serviceWords(words).closed, plainWords(words).youCanStillTell] : [];
}
