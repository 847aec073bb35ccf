import {loadLanguage} from '../../locale/languages.js';
import {asPlainPages, spokenSet, type SpokenSet} from '../../pages/spoken-set.js';
import {isSetName, usualSet} from '../../pages/plain-form/opening.js';
import type {Opening} from '../../pages/plain-form/visit.js';
import {builtInSet} from '../../questionnaire/sets/built-in.js';
import type {CheckedAt} from '../../questionnaire/check.js';
import {latestDateAt} from '../../questionnaire/dates.js';
import type {DateReading} from '../../questionnaire/written-dates.js';
import type {Dependencies} from '../dependencies.js';
import {receiverFor} from '../receiver-file.js';
import {londonDay} from '../london-day.js';

/** A question set as the plain pages ask it: in its newest version where the wanted one is gone; `undefined` where there is none. */
export async function formOf(set: {id: string; version?: string}, language: string, dependencies: Dependencies): Promise<SpokenSet | undefined> {
  const {questionSets} = dependencies;
  if (!isSetName(set.id)) return undefined;
  const found = (set.version === undefined ? undefined : await questionSets.find(set.id, set.version)) ?? (await questionSets.find(set.id));
  if (!found) return undefined;
  // Without its translation a page is in English, which is better than no page.
  await loadLanguage(language).catch(() => undefined);
  // Of our own sets there are words in every language that there are any in, whichever the receiver reads.
  const translated = builtInSet(found.id, [language], found.version) ?? found;
  const spoken = asPlainPages(spokenSet(translated, language, receiverFor(dependencies.receiver, [], false)));
  return {...spoken, pointing: {directory: dependencies.signposts.directory(spoken.words.lang), today: londonDay(dependencies.clock())}};
}

/** The usual form, for pages that only say something. */
export async function usualForm(language: string, dependencies: Dependencies): Promise<SpokenSet> {
  const form = await formOf({id: usualSet}, language, dependencies);
  if (!form) throw new Error(`The set ${usualSet} is not there`);
  return form;
}

/** What the checks need to know. */
export function checkedAt({clock}: Pick<Dependencies, 'clock'>): CheckedAt {
  return {latestDate: latestDateAt(clock())};
}

/** What is known of whoever writes a date on a page that was opened so. */
export function dateReading({language}: Opening, dependencies: Pick<Dependencies, 'clock'>): DateReading {
  return {latest: checkedAt(dependencies).latestDate, languages: [language]};
}
