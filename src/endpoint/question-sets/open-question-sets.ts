import type {QuestionSet} from '../../contract/question-set.js';
import type {Words} from '../../locale/words.js';
import {builtInSets, builtInVersions} from '../../domain/questionnaire/sets/built-in-sets.js';
import type {QuestionSets} from '../dependencies.js';
import type {Store} from '../store/store.js';

/** The built-in sets in these words, and those that were registered with `question-sets add`. */
export function openQuestionSets(store: Pick<Store, 'questionSet'>, words: readonly Words[]): QuestionSets {
  const builtIn = builtInVersions(words);
  // A published version never changes, so what was read once stays right.
  const registered = new Map<string, QuestionSet>();

  return {
    async find(id, version) {
      if (builtInSets.includes(id)) return builtIn.find((set) => set.id === id && (version === undefined || set.version === version));
      const key = `${id} ${version}`;
      const known = version === undefined ? undefined : registered.get(key);
      if (known) return known;
      const set = await store.questionSet(id, version);
      if (set && version !== undefined) registered.set(key, set);
      return set;
    },
  };
}
