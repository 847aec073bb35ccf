import type {SetStructure} from '../../contract/question-set.js';
import type {Receiver} from '../../contract/receiver.js';

/**
 * The set with only those bodies to share with that the receiver names, and
 * without the question, and a page that asks nothing else, where it names none.
 */
export function withOfferedShares<Set extends SetStructure>(set: Set, share: Receiver['share']): Set {
  const pages = set.pages.flatMap((page) => {
    const questions = page.questions.flatMap((question) => {
      if (question.kind !== 'share') return [question];
      const choices = question.choices?.filter(({value}) => value in (share ?? {})) ?? [];
      if (choices.length === 0) return [];
      // Without one body that is offered to everybody, a person may be left with none.
      const always = choices.some((choice) => !choice.when);
      const when = always ? question.when : {all: [...(question.when ? [question.when] : []), {any: choices.map((choice) => choice.when!)}]};
      return [{...question, choices, ...(when && {when})}];
    });
    const isEmptied = questions.length === 0 && page.questions.length > 0;
    return isEmptied ? [] : [{...page, questions}];
  });
  return {...set, pages};
}
