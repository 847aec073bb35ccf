import type {Result, ServiceRating} from '../../contract/rating.js';
import {isServiceId} from '../../contract/service-id.js';
import {assessmentsIn, type Assessments} from './assessments.js';
import {dayFrom} from './day-from.js';
import {identityFromRecord, type Identity} from './identity-from-record.js';
import {newestOfEach} from './key-questions.js';
import {newestFirst} from './newest-first.js';
import {newestOfEachPart, partsIn} from './parts-in-record.js';
import {jsonRecordIn, jsonRecordsIn, lineIn, type JsonRecord} from './json-record.js';
import {reportAddress, resultOf} from './result.js';
import {inspected, type RatingEntry} from './rating-entry.js';
import {relatedBy, statusFromRecord} from './status-from-record.js';

/** The day for which a record holds, and where it comes from, in words. */
interface About {
  asOf: string;
  source: string;
}

// No record has as many. Without an end a broken one could fill a page.
const most = 300;

/**
 * How CQC rates a location or a provider, by its record of the CQC API, or why
 * nothing can be told from it.
 *
 * CQC has two shapes, and a record may hold both: the newest that is dated wins,
 * for the whole and for each key question. History never does. Nothing is worked
 * out from other ratings, and of what a record holds only what is asked for passes.
 */
export function ratingFromRecord(given: unknown, {asOf, source}: About): {rating: ServiceRating} | {fault: string} {
  const read = identityFromRecord(given);
  if ('fault' in read) return read;
  const {record, identity} = read;
  if (isLineOfAList(record)) return {fault: 'is a line of a list, which says nothing of a rating'};

  const older = inspected(jsonRecordIn(jsonRecordIn(record['currentRatings'])['overall']));
  const newer = assessmentsIn(record);
  const shown = newestOf([...newer.wholes, older], older);
  const overall = shown?.result ?? null;
  const parts = partsOf(record, newer, shown).slice(0, most);
  const inherited = inheritedFrom(record, identity, shown);
  const visited = visitedAfter(overall?.published, record);
  const history = historyIn(record).slice(0, most);
  return {
    rating: {
      service: identity,
      status: statusFromRecord(record),
      overall,
      keyQuestions: newestOfEach([...(shown?.answers ?? []), ...newer.wholes.flatMap(({answers}) => answers), ...older.answers]),
      ...(parts.length > 0 ? {services: parts} : {}),
      ...(inherited ? {inherited: {from: inherited}} : {}),
      ...(visited === undefined ? {} : {pending: {visited}}),
      ...(history.length > 0 ? {history} : {}),
      asOf,
      source,
    },
  };
}

/** The newest of those with a day; of one day the first, which is of the newer shape. Where none has a day, what the older shape says, or else the only other there is. */
function newestOf(said: readonly RatingEntry[], older: RatingEntry): RatingEntry | undefined {
  const dated = said.filter(({result}) => result?.published !== undefined);
  const [first, ...others] = dated;
  if (first) return others.reduce((newest, each) => (each.result!.published! > newest.result!.published! ? each : newest), first);
  return older.result ? older : said.find(({result}) => result);
}

/** The parts rated apart. An only service group whose rating is that of the whole is no part. */
function partsOf(record: JsonRecord, {groups, wholes}: Assessments, shown: RatingEntry | undefined) {
  const isWhole = wholes.some((whole) => whole === shown && whole.isOfGroup) && newestOfEachPart(groups).length === 1;
  return newestOfEachPart([...(isWhole ? [] : groups), ...partsIn(record)]);
}

/** Whose rating it is, where another service earned it before this one took over. */
function inheritedFrom(record: JsonRecord, {id, provider}: Identity, shown: RatingEntry | undefined) {
  const from = lineIn(shown?.organisation);
  const own = [id, provider?.id].map((each) => each?.toLowerCase());
  if (!isServiceId(from) || own.includes(from.toLowerCase())) return undefined;
  return jsonRecordsIn(record['relationships']).map(relatedBy).find((related) => related?.id.toLowerCase() === from.toLowerCase()) ?? {id: from};
}

/**
 * The newest day on which CQC is known to have visited without having published what
 * it found. Where the record lists no such visit it is that of the last inspection,
 * if that is later than the last report.
 */
function visitedAfter(published: string | undefined, record: JsonRecord): string | undefined {
  const unpublished = jsonRecordsIn(record['unpublishedReports']).map((each) => dayFrom(each['firstVisitDate'])).filter((day) => day !== undefined);
  const visited = unpublished.sort().at(-1) ?? lastInspectionWithoutReport(record);
  return visited !== undefined && visited > (published ?? '') ? visited : undefined;
}

// Old records lack `lastReport`, though there are reports: then nothing is known of one that is to come.
function lastInspectionWithoutReport(record: JsonRecord): string | undefined {
  const inspection = dayFrom(jsonRecordIn(record['lastInspection'])['date']);
  const last = dayFrom(jsonRecordIn(record['lastReport'])['publicationDate']);
  const reports = [last, ...jsonRecordsIn(record['reports']).map((each) => dayFrom(each['reportDate']))];
  return inspection !== undefined && last !== undefined && reports.every((day) => day === undefined || inspection > day) ? inspection : undefined;
}

function historyIn(record: JsonRecord): Result[] {
  const results = jsonRecordsIn(record['historicRatings']).flatMap((each) => {
    const overall = jsonRecordIn(each['overall']);
    const result = resultOf(
      overall['rating'],
      dayFrom(each['reportDate']) ?? dayFrom(overall['reportDate']),
      reportAddress(each['reportLinkId']) ?? reportAddress(overall['reportLinkId']),
    );
    return result ? [result] : [];
  });
  return newestFirst(results);
}

/** Lists of CQC's have a line for each service, with its name under another key. */
function isLineOfAList(record: JsonRecord): boolean {
  return record['name'] === undefined && !['registrationStatus', 'deregistrationDate', 'currentRatings', 'historicRatings', 'assessment'].some((key) => record[key] !== undefined);
}
