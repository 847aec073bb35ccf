import type {KeyQuestionRating, RatedPart, Result, ServiceRating} from '../../contract/rating.js';
import {keyQuestionIds} from '../../contract/rating-words.js';

/** One rating from two parts of a list of one day. Where both say something, what was published later counts. */
export function mergeParts(one: ServiceRating, other: ServiceRating): ServiceRating {
  const services = parts([...(one.services ?? []), ...(other.services ?? [])]);
  return {
    ...one,
    ...other,
    service: {...one.service, ...other.service},
    overall: later(one.overall, other.overall),
    keyQuestions: keyQuestions([...one.keyQuestions, ...other.keyQuestions]),
    ...(services.length > 0 && {services}),
  };
}

function later<Given extends Result>(one: Given | null, other: Given | null): Given | null {
  if (!one || !other) return one ?? other;
  return (one.published ?? '') > (other.published ?? '') ? one : other;
}

function keyQuestions(all: readonly KeyQuestionRating[]): KeyQuestionRating[] {
  return keyQuestionIds.flatMap((id) => all.filter(({question}) => question === id).reduce<KeyQuestionRating | null>(later, null) ?? []);
}

function parts(all: readonly RatedPart[]): RatedPart[] {
  const byName = new Map<string, RatedPart>();
  for (const part of all) {
    const before = byName.get(part.name);
    byName.set(part.name, before ? {...part, overall: later(before.overall, part.overall), keyQuestions: keyQuestions([...before.keyQuestions, ...part.keyQuestions])} : part);
  }
  return [...byName.values()];
}
