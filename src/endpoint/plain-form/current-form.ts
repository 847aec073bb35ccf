import {asPlainPages, localiseSet, type LocalisedSet} from '../html/localised-set.js';
import {isSetName, usualSet} from './pages/opening.js';
import {builtInSet} from '../../domain/questionnaire/sets/built-in-sets.js';
import {latestDateAt} from '../../domain/questionnaire/dates.js';
import type {FormSession} from '../../domain/questionnaire/form-session/form-session.js';
import type {SessionContext, SessionStep} from '../../domain/questionnaire/form-session/session-steps.js';
import {takeStep} from '../../domain/questionnaire/form-session/take-step.js';
import type {Dependencies} from '../dependencies.js';
import {receiverFor} from '../receiver/receiver-file.js';
import {londonDay} from '../../locale/london-day.js';

/** A question set as the plain pages ask it: in its newest version where the wanted one is gone; `undefined` where there is none. */
export async function formOf(set: {id: string; version?: string}, language: string, dependencies: Dependencies): Promise<LocalisedSet | undefined> {
  const {questionSets, words, receiver} = dependencies;
  if (!isSetName(set.id)) return undefined;
  const found = (set.version === undefined ? undefined : await questionSets.find(set.id, set.version)) ?? (await questionSets.find(set.id));
  if (!found) return undefined;
  // Of our own sets there are words in every language that there are any in, whichever the receiver reads.
  const translated = builtInSet(found.id, [words.of(language)], found.version) ?? found;
  const localised = asPlainPages(localiseSet(translated, language, receiverFor(receiver, [], false), words.of));
  return {...localised, signposts: {directory: dependencies.signposts.directory(localised.words.lang), today: londonDay(dependencies.clock())}};
}

/** The usual form, for pages that only say something. */
export async function usualForm(language: string, dependencies: Dependencies): Promise<LocalisedSet> {
  const form = await formOf({id: usualSet}, language, dependencies);
  if (!form) throw new Error(`The set ${usualSet} is not there`);
  return form;
}

/** A session after some steps, taken now. What a script does beside showing it, the next page does by itself. */
export function afterSteps(session: FormSession, steps: readonly SessionStep[], dependencies: Pick<Dependencies, 'clock'>): FormSession {
  return steps.reduce((before, step) => takeStep(step, before, sessionContext(dependencies))[0], session);
}

/** What is known when a step is taken. */
export function sessionContext({clock}: Pick<Dependencies, 'clock'>): SessionContext {
  const now = clock();
  return {now: now.toISOString(), latestDate: latestDateAt(now), toJson: JSON.stringify};
}
