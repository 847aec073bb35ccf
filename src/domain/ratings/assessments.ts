import type {RatedPart} from '../../contract/rating.js';
import {dayFrom} from './day-from.js';
import {newestOfEach} from './key-questions.js';
import {jsonRecordIn, jsonRecordsIn, lineIn, shortLineIn, type JsonRecord} from './json-record.js';
import {assessed, isPast, type RatingEntry} from './rating-entry.js';

/** What the assessments that hold say: of the whole, newest day first, and of each service group. */
export interface Assessments {
  wholes: (RatingEntry & {isOfGroup: boolean})[];
  groups: RatedPart[];
}

interface Entry {
  day: string | undefined;
  /** Day and time, to put in order what was published on one day. */
  moment: string;
  own: (RatingEntry & {moment: string})[];
  groups: {name: string | undefined; said: RatingEntry}[];
}

/** What is Current or Active in a record's `assessment`, the newer of CQC's two shapes. */
export function assessmentsIn(record: JsonRecord): Assessments {
  const entries = jsonRecordsIn(record['assessment']).map(entryOf).sort((one, other) => (one.moment < other.moment ? 1 : one.moment > other.moment ? -1 : 0));
  const byDay = new Map<string | undefined, Entry[]>();
  for (const entry of entries) {
    const others = byDay.get(entry.day);
    if (others) others.push(entry);
    else byDay.set(entry.day, [entry]);
  }
  return {
    wholes: [...byDay.values()].flatMap(wholeOf),
    groups: entries.flatMap(({groups}) => groups.flatMap(({name, said}) => (name === undefined ? [] : partOf(name, said)))),
  };
}

/** A part of a service with what is said of it, or nothing where nothing is. */
export function partOf(name: string, {result, answers}: Pick<RatingEntry, 'result' | 'answers'>): RatedPart[] {
  return result || answers.length > 0 ? [{name, overall: result ?? null, keyQuestions: newestOfEach(answers)}] : [];
}

/**
 * What the assessments that were published on one day say of the whole service:
 * their own overall, or that of the only service group there is. Several groups are
 * rated apart, and no rating of the whole follows from theirs; nor does one from two
 * words that contradict each other.
 */
function wholeOf(entries: readonly Entry[]): Assessments['wholes'] {
  const own = entries.flatMap((entry) => entry.own);
  const groups = entries.flatMap((entry) => entry.groups);
  const isOneGroup = new Set(groups.map(({name}) => name?.toLowerCase())).size === 1;
  const group = isOneGroup ? groups[0]?.said : undefined;

  const [newest, ...others] = own.filter(({result}) => result);
  const isDisputed = others.some(({moment, result}) => moment === newest!.moment && result!.label !== newest!.result!.label);
  const whole = isDisputed ? undefined : (newest ?? group);
  const answered = own.find(({answers}) => answers.length > 0) ?? group;
  if (!whole && !answered) return [];
  return [{result: whole?.result, answers: answered?.answers ?? [], organisation: whole?.organisation, isOfGroup: whole !== undefined && whole === group}];
}

function entryOf(entry: JsonRecord): Entry {
  const published = entry['assessmentPlanPublishedDateTime'];
  const day = dayFrom(published);
  const ratings = jsonRecordIn(entry['ratings']);
  const overall = jsonRecordsIn(ratings['overall']);
  const groups = jsonRecordsIn(ratings['asgRatings']);

  // What says nothing of its own status shares that of what it was published with.
  const isHeld = saysHolds(entry) ?? [...overall, ...groups].some((each) => saysHolds(each));
  const holds = (each: JsonRecord) => saysHolds(entry) !== false && (saysHolds(each) ?? isHeld);
  const moment = `${day ?? ''} ${/\d\d:\d\d(:\d\d)?/.exec(lineIn(published) ?? '')?.[0] ?? ''}`;
  return {
    day,
    moment,
    own: overall.filter(holds).map((each) => ({...assessed(each, day), moment})),
    groups: groups.filter(holds).map((each) => ({name: shortLineIn(each['name'], 300) ?? shortLineIn(each['title'], 300), said: assessed(each, day)})),
  };
}

/** Whether it says that it holds; `undefined` where it says neither. Both places are CQC's, and one of them may say Assessed. */
function saysHolds({status, assessmentPlanStatus}: JsonRecord): boolean | undefined {
  const said = [status, assessmentPlanStatus];
  if (said.some(isPast)) return false;
  if (said.some((each) => typeof each === 'string' && /^\s*(current|active)\s*$/i.test(each))) return true;
  return said.every((each) => lineIn(each) === undefined) ? undefined : false;
}
