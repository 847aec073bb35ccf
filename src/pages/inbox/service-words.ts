import {str, type Words} from '../../locale/words.js';

/** The words of the page that shows how a service stands, for the team. */
export function serviceWords({msg}: Words) {
  return {
    concernsAbout: (service: string) => msg(str`Repeat concerns about ${service}`),
    oneService: msg('Repeat concerns about one service'),
    raised: msg('Services with repeat concerns'),
    noneRaised: msg('No service is red or amber now.'),
    lookedAt: (count: number) => msg(str`We looked at the ${count} services that the most was told about. Others may be red or amber too.`),
    noneRaisedOf: (count: number) => msg(str`None of the ${count} services that the most was told about is red or amber. Others may be.`),
    colours: {
      red: msg('Red: act on this'),
      amber: msg('Amber: look into this'),
      green: msg('Green: nothing stands out'),
      'too-few': msg('Too few to say'),
    },
    fewest: (people: number) => msg(str`With fewer than ${people} different people there is no colour.`),
    counts: (days: number) => msg(str`In the last ${days} days`),
    people: msg('Different people who told us about it'),
    concerned: msg('Of them, how many told of care that was not good'),
    setApart: msg('Set apart, and not counted'),
    rules: msg('The rules'),
    ruleColours: {red: msg('Red'), amber: msg('Amber')},
    rule: (colour: string, people: number, days: number, now: number) => msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good. Now: ${now}.`),
    ruleAbout: (colour: string, answer: string, people: number, days: number, now: number) => msg(str`${colour} when ${people} or more people in ${days} days told of care that was not good and chose “${answer}”. Now: ${now}.`),
    holds: msg('This rule holds.'),
    howCounted: msg('Nobody has to say who they are, so we count what was sent. Somebody who sends twice counts twice. A correction counts together with what it corrects. Read what people said before you act.'),
    counted: msg('What was counted, newest first'),
    others: (count: number) => msg(str`And ${count} more.`),
    registrations: (ids: string) => msg(str`It has more than one registration, and all are counted together: ${ids}.`),
  };
}
