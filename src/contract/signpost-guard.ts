import {isLanguageTag, isPhoneNumber, isWebAddress} from './addresses.js';
import {isDay} from './days.js';
import {anyText, isRecord, isText, list, one, oneOf, shape, text, type Rule, type Rules} from './guarding.js';
import {situationValues} from './situation-values.js';

// The schema of directories once more, for browsers, which never load what
// schemas need. The tests hold that both agree, but for keys that a later
// version adds: a browser may be older than the endpoint it asks.

// As zod has it, so that both agree.
const email = /^(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

const like = (pattern: RegExp) => one((value) => isText(value) && pattern.test(value));
const textThat = (is: (text: string) => boolean) => one((value) => isText(value) && is(value));

const slug = like(/^[a-z0-9][a-z0-9-]{0,63}$/);
const day = textThat(isDay);
const dayOrNull: Rule = (value, at) => (value === null ? undefined : day(value, at));
const words = text(1000);
const nation = oneOf(situationValues.nation.join(' '));

const provenance: Rules = {source: text(500)};
const fact = shape({words, checked: dayOrNull}, provenance);

const wayOthers: Rules = {...provenance, known: one((value) => value === true), note: text(200)};
const number = textThat(isPhoneNumber);
const ways: Readonly<Record<string, Rule>> = {
  phone: way(number),
  text: way(number, {message: text(40)}),
  relay: way(number),
  bsl: way(text(500)),
  web: way(textThat(isWebAddress)),
  email: way(like(email)),
  post: way(text(500)),
};

function way(value: Rule, others: Rules = {}): Rule {
  return shape({value, checked: dayOrNull}, {...wayOthers, ...others});
}

const anyWay: Rule = (value, at) => {
  const kind = isRecord(value) ? value['kind'] : undefined;
  const rule = isText(kind) && Object.hasOwn(ways, kind) ? ways[kind] : undefined;
  return rule ? rule(value, at) : shape({kind: oneOf(Object.keys(ways).join(' '))})(value, at);
};

const body = shape(
  {id: slug, name: text(200), does: words, ways: list(anyWay), checked: dayOrNull},
  {doesNot: words, hours: fact, cost: fact, limits: fact, nation, area: list(text(100), 1), until: day, successor: slug},
);

const whenRules = Object.fromEntries(Object.entries(situationValues).map(([key, values]) => [key, list(oneOf(['unknown', ...values].join(' ')), 1)]));

// A condition on what only a later version asks is a list all the same; here
// the answer to it is not known.
const when: Rule = (value, at) => {
  if (!isRecord(value)) return shape({})(value, at);
  const later = Object.fromEntries(Object.keys(value).map((key) => [key, list(anyText, 1)]));
  return shape({}, {...later, ...whenRules})(value, at);
};

const months = one((value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 120);
const bodyStep = shape({body: slug}, {reason: words, months, when});
const routeStep = shape({route: slug}, {when});
const step: Rule = (value, at) => (isRecord(value) && value['body'] === undefined && value['route'] !== undefined ? routeStep : bodyStep)(value, at);

const directory = shape({
  language: textThat(isLanguageTag),
  bodies: list(body),
  routes: list(shape({id: slug, steps: list(step, 1)}, {nation, when})),
});

/** The first fault of what should be a SignpostDirectory, by its JSON pointer, or `undefined`. */
export function signpostDirectoryFault(value: unknown): string | undefined {
  return directory(value, '');
}
