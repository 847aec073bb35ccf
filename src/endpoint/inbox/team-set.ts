import type {QuestionSet} from '../../contract/question-set.js';
import {localiseSet, type LocalisedSet} from '../html/localised-set.js';
import {builtInSet} from '../../domain/questionnaire/sets/built-in-sets.js';
import type {Dependencies} from '../dependencies.js';
import {receiverFor} from '../receiver/receiver-file.js';

/** A set in the language of the team that reads the answers to it. Of our own sets there are words in each that there are any in, whichever the receiver reads. */
export function setForTeam(set: QuestionSet, {words: {team, of}, receiver}: Pick<Dependencies, 'words' | 'receiver'>): LocalisedSet {
  const translated = Object.hasOwn(set.texts, team.lang) ? set : (builtInSet(set.id, [team], set.version) ?? set);
  return localiseSet(translated, team.lang, receiverFor(receiver, [], false), of);
}
