import {sourceLanguage} from '../../locale/words.js';
import type {KeptSubmission} from './own-pages.js';
import type {LocalisedSet} from '../html/localised-set.js';
import {sessionOf, type PlainFormSession} from '../plain-form/pages/plain-form-session.js';
import {checkAnswers, pagesToShow, startJourney} from '../../domain/questionnaire/journey.js';
import type {Dependencies} from '../dependencies.js';
import {renderPage} from '../plain-form/render-page.js';
import {idReplacing} from './check-code.js';

/** What was sent, opened in its form at the page to check answers; sent again it replaces the first, and the right that opened it opens both. */
export async function correct({entry, draft: {kinds = [], ...told}}: KeptSubmission, right: string | undefined, form: LocalisedSet, dependencies: Dependencies): Promise<Response> {
  const {clock, keys} = dependencies;
  const now = clock();
  const session: PlainFormSession = {
    shape: 2,
    id: idReplacing(entry.id, now.getTime(), keys.formSigning),
    replaces: entry.id,
    ...(right !== undefined && {right}),
    startedAt: now.toISOString(),
    issuedAt: now.toISOString(),
    opening: {
      questionSet: form.set.id,
      language: entry.language ?? sourceLanguage,
      ...(entry.source?.partner !== undefined && {partner: entry.source.partner}),
      ...(entry.source?.campaign !== undefined && {campaign: entry.source.campaign}),
    },
    set: {id: form.set.id, version: form.set.version},
    told,
    at: checkAnswers,
    trail: [],
    passed: pagesToShow(startJourney(form.set, {...told, kinds})).map(({page}) => page.id),
    changing: false,
  };
  return renderPage({visit: session, session: sessionOf(session, form.set, kinds)}, form, dependencies);
}
