import type {RatedPart} from '../../contract/rating.js';
import {partOf} from './assessments.js';
import {jsonRecordIn, jsonRecordsIn, lineIn, shortLineIn, type JsonRecord} from './json-record.js';
import {inspected} from './rating-entry.js';

// As CQC's own records call them, for one that does not list its inspection areas.
const populationGroups = new Map([
  ['old', 'Older people'],
  ['conditions', 'People with long term conditions'],
  ['mothers', 'Families, children and young people'],
  ['population', 'Working age people (including those recently retired and students)'],
  ['vulnerable', 'People whose circumstances may make them vulnerable'],
  ['problems', 'People experiencing poor mental health (including people with dementia)'],
]);

/** The parts of a service that the older shape rates apart, by the labels of its inspection areas. */
export function partsIn(record: JsonRecord): RatedPart[] {
  const labels = labelsIn(record);
  return jsonRecordsIn(jsonRecordIn(record['currentRatings'])['serviceRatings']).flatMap((rating) => {
    const name = shortLineIn(rating['name'], 300);
    const label = name && (labels.get(name.toLowerCase()) ?? populationGroups.get(name.toLowerCase()) ?? (readsAsWords(name) ? name : undefined));
    return label ? partOf(label, inspected(rating)) : [];
  });
}

/** Each part once: the newest of those with one name, of one day the first. */
export function newestOfEachPart(parts: readonly RatedPart[]): RatedPart[] {
  const byName = new Map<string, RatedPart>();
  for (const part of parts) {
    const known = byName.get(part.name.toLowerCase());
    if (!known || (part.overall?.published ?? '') > (known.overall?.published ?? '')) byName.set(part.name.toLowerCase(), part);
  }
  return [...byName.values()];
}

function labelsIn(record: JsonRecord): Map<string, string> {
  return new Map(
    jsonRecordsIn(record['inspectionAreas']).flatMap((area) => {
      const id = lineIn(area['inspectionAreaId']);
      const label = shortLineIn(area['inspectionAreaName'], 300);
      return id && label ? [[id.toLowerCase(), label] as const] : [];
    }),
  );
}

/** Whether a name was written for people, "Medical care", and not for programs, "mhsubstance". */
function readsAsWords(name: string): boolean {
  return /^\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(name);
}
