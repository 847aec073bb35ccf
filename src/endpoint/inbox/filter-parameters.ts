import {HandlingState} from '../../contract/handling.js';
import type {FilterFault, FilterFaults, FilterName} from '../../contract/inbox-filter.js';
import {Share, Urgency} from '../../contract/submission.js';
import {query, type ParameterSchema} from '../http/openapi/describe.js';

const day: ParameterSchema = {type: 'string', format: 'date'};
const taken: Readonly<Record<FilterName, {what: string; description: string; schema: ParameterSchema}>> = {
  service: {what: 'a CQC id or an ODS code', description: 'Only about the service with this CQC id or ODS code, whichever of them was named', schema: {type: 'string'}},
  place: {what: 'the name or the id of an area', description: 'Only about this area or about a location that the directory has there now, by name or id', schema: {type: 'string'}},
  urgency: {what: `one of ${Urgency.options.join(', ')}`, description: 'Only what the endpoint reckons as urgent as this', schema: {enum: Urgency.options}},
  state: {what: `one of ${HandlingState.options.join(', ')}`, description: 'Only what the team has come this far with', schema: {enum: HandlingState.options}},
  from: {what: 'a day such as 2026-11-22', description: 'Only what arrived on this day in London or later', schema: day},
  to: {what: 'a day such as 2026-11-22', description: 'Only what arrived on this day in London or earlier', schema: day},
  share: {what: `one of ${Share.options.join(', ')}`, description: 'Only what people agreed to share with this one', schema: {enum: Share.options}},
  partner: {what: 'the name of a partner', description: 'Only what came with exactly this `partner`', schema: {type: 'string', maxLength: 100}},
  language: {what: 'a language tag', description: 'Only what was told in this language; a plainer tag stands for all that begin with it', schema: {type: 'string'}},
};

/** A filter as query parameters of the API. All that are given must fit. */
export const filterParameters = Object.entries(taken).map(([name, {description, schema}]) => query(name, description, schema));

/** What is wrong with a filter, naming the first parameter that is. */
export function wrongFilter(faults: FilterFaults): string {
  const [[name, fault]] = Object.entries(faults) as [[FilterName, FilterFault]];
  if (fault === 'closed') return `The query parameter "${name}" picks by what this token does not see`;
  if (fault === 'order') return `The query parameter "${name}" is a day before "from"`;
  return `The query parameter "${name}" is not ${taken[name].what}`;
}
