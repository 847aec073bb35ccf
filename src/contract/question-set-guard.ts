import {isLanguageTag} from './addresses.js';
import {flag, isRecord, isText, list, named, one, oneOf, shape, text, type Rule, type Rules} from './guarding.js';

// The schema of question sets once more, for browsers: with it comes eight
// times as much code. The tests hold that both agree.

const isSlug = (text: string) => /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);
const slug = one((value) => isText(value) && isSlug(value));
const words = text(4000);

const ways: Readonly<Record<string, Rule>> = {
  question: whole({question: slug, in: list(slug, 1)}),
  answered: whole({answered: slug}),
  service: whole({service: list(slug, 1)}),
  all: whole({all: list(when)}),
  any: whole({any: list(when)}),
  not: whole({not: when}),
};

function when(value: unknown, at: string): string | undefined {
  const [, rule] = Object.entries(ways).find(([key]) => isRecord(value) && value[key] !== undefined) ?? [];
  return rule ? rule(value, at) : one(() => false)(value, at);
}

const flagOrWhen: Rule = (value, at) => (isRecord(value) ? when(value, at) : flag(value, at));

const question = whole(
  {
    id: slug,
    kind: oneOf('choice choices text long-text date service share contact'),
    required: flagOrWhen,
  },
  {
    when,
    folded: flagOrWhen,
    maxLength: one((value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 20_000),
    choices: list(whole({value: slug}, {when}), 1),
  },
);

const questionText = whole(
  {label: words},
  {
    hint: words,
    versions: list(whole({when}, {label: words, hint: words})),
    choices: named(isSlug, whole({label: words}, {hint: words, then: list(words)})),
    required: words,
  },
);

const setText = whole({
  title: words,
  pages: named(isSlug, whole({}, {title: words, body: list(words)})),
  questions: named(isSlug, questionText),
});

const questionSet = whole({
  id: slug,
  version: text(32),
  pages: list(whole({id: slug, questions: list(question)}, {when}), 1),
  texts: (value, at) => (isRecord(value) && Object.keys(value).length === 0 ? `${at} has no language` : named(isLanguageTag, setText)(value, at)),
});

/** As `shape`, with no other key: a slip of the pen would be a question that is never asked. */
function whole(needed: Rules, others: Rules = {}): Rule {
  const known = shape(needed, others);
  const only = named((key) => Object.hasOwn(needed, key) || Object.hasOwn(others, key), () => undefined);
  return (value, at) => known(value, at) ?? only(value, at);
}

/** The first fault of what should be a QuestionSet, by its JSON pointer, or `undefined`. */
export function questionSetFault(value: unknown): string | undefined {
  try {
    return questionSet(value, '');
  } catch {
    // Conditions hold conditions; enough of them exhaust the stack.
    return '/pages is nested too deeply';
  }
}
