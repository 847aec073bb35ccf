import type {Answers} from '../../contract/answers.js';
import {windowDays, type ConcernRules, type ConcernRule} from './concern-rules.js';

/** One version of what somebody told, as a store gives it. */
export interface Report {
  id: string;
  /** The id of the version that it is proven to correct. */
  corrects?: string;
  receivedAt: string;
  /** Without people's own words; left out where the content was erased. */
  answers?: Answers;
  /** Whether it names the service that is asked about. */
  isAboutIt: boolean;
  /** Whether it was set apart, so that it may be a machine's. */
  isSetApart: boolean;
}

export type Colour = 'red' | 'amber' | 'green';

/** A rule with how many it counted; where it counts for each answer apart, with the answer. */
export interface Reason {
  rule: ConcernRule;
  given?: {question: string; answer: string};
  people: number;
  /** Never while there are too few people for a colour. */
  holds: boolean;
}

/** How a service stands by the rules. The counts are there whatever the colour. */
export interface ConcernLevel {
  colour: Colour | 'too-few';
  /** Over how many days it looks back. */
  days: number;
  /** Different people, as far as anybody can tell. */
  people: number;
  /** Those of them who told of care that was not good. */
  concerned: number;
  /** Not counted, since they were set apart. */
  setApart: number;
  /** Every rule, whether it holds or not. */
  reasons: Reason[];
  /** The ids of the reports that were counted, newest first. */
  counted: string[];
}

const day = 24 * 60 * 60 * 1000;
const order: readonly Colour[] = ['red', 'amber'];

/**
 * How a service stands at `now`. `reports` are in the order of arrival, with
 * every version that is linked to one of them.
 *
 * Nobody says who they are, so "different people" are submissions that are not
 * proven to be corrections of each other: somebody who starts the form twice counts
 * twice, two people who write one submission together count once, and nobody's report
 * goes away for what somebody else says that it replaces.
 */
export function concernLevelOf(reports: readonly Report[], rules: ConcernRules, now: Date): ConcernLevel {
  const days = windowDays(rules);
  const within = (limit: number) => ({receivedAt}: ReportThread) => now.getTime() - Date.parse(receivedAt) <= limit * day;
  const all = peopleIn(reports).filter(within(days));
  const people = all.filter(({newest}) => !newest.isSetApart);
  const concerned = people.filter(({newest}) => hasGiven(newest, rules.concern));
  const isEnough = people.length >= rules.fewestPeople;
  const reasons = rules.rules.flatMap((rule) => reasonsOf(rule, concerned.filter(within(rule.days)))).map((reason) => ({...reason, holds: isEnough && reason.people >= reason.rule.people}));
  const raised = order.find((colour) => reasons.some(({rule, holds}) => holds && rule.colour === colour));
  return {
    colour: isEnough ? (raised ?? 'green') : 'too-few',
    days,
    people: people.length,
    concerned: concerned.length,
    setApart: all.length - people.length,
    reasons,
    counted: people.map(({newest}) => newest.id).reverse(),
  };
}

/** What one person said last, and when they first said something. */
export interface ReportThread {
  newest: Report & {answers: Answers};
  /** The ids of all that they said, in the order of arrival. */
  versions: string[];
  /** Of the first version: to correct something is not to tell it again. */
  receivedAt: string;
}

/** Those who told about the service, as `concernLevelOf` counts them. */
export function peopleIn(reports: readonly Report[]): ReportThread[] {
  return linked(reports).flatMap((versions) => {
    const newest = versions.findLast((version): version is ReportThread['newest'] => version.answers !== undefined);
    const [first] = versions;
    return newest?.isAboutIt && first ? [{newest, versions: versions.map(({id}) => id), receivedAt: first.receivedAt}] : [];
  });
}

/** The versions that belong together, also where what links them has not arrived. */
function linked(reports: readonly Report[]): Report[][] {
  const leads = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = leads.get(root); next !== undefined; next = leads.get(root)) root = next;
    return root;
  };
  for (const {id, corrects} of reports) {
    if (corrects === undefined) continue;
    const [one, other] = [rootOf(id), rootOf(corrects)];
    if (one !== other) leads.set(one, other);
  }
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const root = rootOf(report.id);
    const group = groups.get(root);
    if (group) group.push(report);
    else groups.set(root, [report]);
  }
  return [...groups.values()];
}

function reasonsOf(rule: ConcernRule, concerned: readonly ReportThread[]): Omit<Reason, 'holds'>[] {
  if (!rule.each) return [{rule, people: concerned.length}];
  return Object.entries(rule.each).flatMap(([question, values]) => values.map((answer) => {
    const people = concerned.filter(({newest}) => hasGiven(newest, {[question]: [answer]})).length;
    return {rule, given: {question, answer}, people};
  }));
}

function hasGiven({answers}: ReportThread['newest'], given: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.entries(given).some(([question, values]) => {
    const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
    return answer !== undefined && [answer].flat().some((each) => values.includes(each));
  });
}
