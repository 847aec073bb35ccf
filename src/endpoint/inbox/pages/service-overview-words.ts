import {plural} from '../../../locale/plural.js';
import {str, type Words} from '../../../locale/words.js';

/** The words of the page that shows how a service stands, for the team. */
export function serviceOverviewWords({lang, msg}: Words) {
  return {
    concernsAbout: (service: string) => msg(str`Repeat concerns about ${service}`),
    oneService: msg('Repeat concerns about one service'),
    raised: msg('Services with repeat concerns'),
    noneRaised: msg('No service is red or amber now.'),
    lookedAt: (count: number) => plural(lang, count, {
      zero: msg(str`We looked at the ${count} services that the most was told about. Others may be red or amber too.`, {id: 'services-looked-at.zero'}),
      one: msg(str`We looked at the ${count} services that the most was told about. Others may be red or amber too.`, {id: 'services-looked-at.one'}),
      two: msg(str`We looked at the ${count} services that the most was told about. Others may be red or amber too.`, {id: 'services-looked-at.two'}),
      few: msg(str`We looked at the ${count} services that the most was told about. Others may be red or amber too.`, {id: 'services-looked-at.few'}),
      many: msg(str`We looked at the ${count} services that the most was told about. Others may be red or amber too.`, {id: 'services-looked-at.many'}),
      other: msg(str`We looked at the ${count} services that the most was told about. Others may be red or amber too.`, {id: 'services-looked-at.other'}),
    }),
    noneRaisedOf: (count: number) => plural(lang, count, {
      zero: msg(str`None of the ${count} services that the most was told about is red or amber. Others may be.`, {id: 'services-none-raised.zero'}),
      one: msg(str`None of the ${count} services that the most was told about is red or amber. Others may be.`, {id: 'services-none-raised.one'}),
      two: msg(str`None of the ${count} services that the most was told about is red or amber. Others may be.`, {id: 'services-none-raised.two'}),
      few: msg(str`None of the ${count} services that the most was told about is red or amber. Others may be.`, {id: 'services-none-raised.few'}),
      many: msg(str`None of the ${count} services that the most was told about is red or amber. Others may be.`, {id: 'services-none-raised.many'}),
      other: msg(str`None of the ${count} services that the most was told about is red or amber. Others may be.`, {id: 'services-none-raised.other'}),
    }),
    colours: {
      red: msg('Red: act on this'),
      amber: msg('Amber: look into this'),
      green: msg('Green: nothing stands out'),
      'too-few': msg('Too few to say'),
    },
    fewest: (people: number) => plural(lang, people, {
      zero: msg(str`With fewer than ${people} different people there is no colour.`, {id: 'fewest-people.zero'}),
      one: msg(str`With fewer than ${people} different people there is no colour.`, {id: 'fewest-people.one'}),
      two: msg(str`With fewer than ${people} different people there is no colour.`, {id: 'fewest-people.two'}),
      few: msg(str`With fewer than ${people} different people there is no colour.`, {id: 'fewest-people.few'}),
      many: msg(str`With fewer than ${people} different people there is no colour.`, {id: 'fewest-people.many'}),
      other: msg(str`With fewer than ${people} different people there is no colour.`, {id: 'fewest-people.other'}),
    }),
    counts: (days: number) => plural(lang, days, {
      zero: msg(str`In the last ${days} days`, {id: 'in-the-last-days.zero'}),
      one: msg(str`In the last ${days} day`, {id: 'in-the-last-days.one'}),
      two: msg(str`In the last ${days} days`, {id: 'in-the-last-days.two'}),
      few: msg(str`In the last ${days} days`, {id: 'in-the-last-days.few'}),
      many: msg(str`In the last ${days} days`, {id: 'in-the-last-days.many'}),
      other: msg(str`In the last ${days} days`, {id: 'in-the-last-days.other'}),
    }),
    people: msg('Different people who told us about it'),
    concerned: msg('Of them, how many told of care that was not good'),
    setApart: msg('Set apart, and not counted'),
    rules: msg('The rules'),
    ruleColours: {red: msg('Red'), amber: msg('Amber')},
    rule: (colour: string, people: number, days: number, now: number) => plural(lang, people, {
      zero: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good. Now: ${now}.`, {id: 'rule-of-people.zero'}),
      one: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good. Now: ${now}.`, {id: 'rule-of-people.one'}),
      two: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good. Now: ${now}.`, {id: 'rule-of-people.two'}),
      few: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good. Now: ${now}.`, {id: 'rule-of-people.few'}),
      many: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good. Now: ${now}.`, {id: 'rule-of-people.many'}),
      other: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good. Now: ${now}.`, {id: 'rule-of-people.other'}),
    }),
    ruleAbout: (colour: string, answer: string, people: number, days: number, now: number) => plural(lang, people, {
      zero: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good and chose “${answer}”. Now: ${now}.`, {id: 'rule-of-people-about.zero'}),
      one: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good and chose “${answer}”. Now: ${now}.`, {id: 'rule-of-people-about.one'}),
      two: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good and chose “${answer}”. Now: ${now}.`, {id: 'rule-of-people-about.two'}),
      few: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good and chose “${answer}”. Now: ${now}.`, {id: 'rule-of-people-about.few'}),
      many: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good and chose “${answer}”. Now: ${now}.`, {id: 'rule-of-people-about.many'}),
      other: msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good and chose “${answer}”. Now: ${now}.`, {id: 'rule-of-people-about.other'}),
    }),
    holds: msg('This rule holds.'),
    howCounted: msg('Nobody has to say who they are, so we count what was sent. Somebody who sends twice counts twice. A correction counts together with what it corrects. Read what people said before you act.'),
    counted: msg('What was counted, newest first'),
    others: (count: number) => plural(lang, count, {
      zero: msg(str`And ${count} more.`, {id: 'and-more.zero'}),
      one: msg(str`And ${count} more.`, {id: 'and-more.one'}),
      two: msg(str`And ${count} more.`, {id: 'and-more.two'}),
      few: msg(str`And ${count} more.`, {id: 'and-more.few'}),
      many: msg(str`And ${count} more.`, {id: 'and-more.many'}),
      other: msg(str`And ${count} more.`, {id: 'and-more.other'}),
    }),
    registrations: (ids: string) => msg(str`It has more than one registration, and all are counted together: ${ids}.`),
  };
}
