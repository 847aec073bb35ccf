import type {Situation} from '../../contract/situation.js';
import {situationValues} from '../../contract/situation-values.js';
import type {DraftResponse} from './draft-response.js';

/**
 * What somebody needs help with, as far as their answers say. `told` holds only
 * answers to questions that apply, as `reach` gives them. A child's Childline
 * stands first unless danger is ruled out, so for a child it never is.
 */
export function situationOf({answers, kinds}: DraftResponse): Situation {
  const isChild = answers['under-18'] === 'yes';
  const happened = monthOf(answers['when']);
  const service = situationValues.service.find((kind) => kinds?.[0] === kind);
  return {
    nation: 'england',
    ...wantsOf(answers),
    ...(answers['risk'] === 'yes' && {danger: 'now' as const}),
    ...(answers['risk'] === 'no' && !isChild && {danger: 'no' as const}),
    ...(isChild && {age: 'child' as const}),
    ...(service && {service}),
    ...(happened && {happened}),
    ...(answers['detained'] === 'yes' && {detained: 'yes' as const}),
    ...(answers['died'] === 'yes' && {died: 'yes' as const}),
  };
}

function tellsAsStaff({answers}: DraftResponse): boolean {
  return answers['relationship'] === 'staff' || answers['also-staff'] === 'yes';
}

// To have told a service is no complaint yet, so an answer to it ends nothing.
function wantsOf(answers: DraftResponse['answers']): Pick<Situation, 'wants' | 'complained'> {
  if (answers['told-service'] === 'complaint') return {wants: 'complain', complained: answers['service-answered'] === 'yes' ? 'answered' : 'waiting'};
  return {wants: tellsAsStaff({answers}) ? 'report-as-staff' : 'tell'};
}

function monthOf(when: unknown): string | undefined {
  return typeof when === 'string' ? /^\d{4}-\d{2}/.exec(when)?.[0] : undefined;
}
