import type {QuestionSet} from '../contract/question-set.js';
import {builtInSet, builtInSets} from '../questionnaire/sets/built-in.js';
import type {QuestionSets} from './dependencies.js';
import type {Store} from './store/store.js';

/** The built-in sets in `languages`, and those that were registered with `question-sets add`. */
export function openQuestionSets(store: Pick<Store, 'questionSet'>, languages: readonly string[]): QuestionSets {
  const builtIn = new Map(builtInSets.map((id) => [id, builtInSet(id, languages)]));
  // A published version never changes, so what was read once stays right.
  const registered = new Map<string, QuestionSet>();

  return {
    async find(id, version) {
      const own = builtIn.get(id);
      if (own) return version === undefined || version === own.version ? own : undefined;
      const key = `${id} ${version}`;
      const known = version === undefined ? undefined : registered.get(key);
      if (known) return known;
      const set = await store.questionSet(id, version);
      if (set && version !== undefined) registered.set(key, set);
      return set;
    },
  };
}
