import type {SignpostRoute} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {danger, buildRoutes} from './rule-builder.js';

/** Who helps in which situation in Scotland, as far as it was checked. */
export function routesInScotland({msg}: Words): SignpostRoute[] {
  const inspectors = {route: 'scotland-inspectors'};
  return buildRoutes('scotland', [
    danger,
    {id: 'danger-now', when: {danger: ['now']}, steps: [{route: 'scotland-crisis'}]},
    {id: 'child', when: {age: ['child'], danger: ['unknown'], wants: ['unknown', 'tell', 'information']}, steps: [{body: 'childline'}]},
    {id: 'safeguard', when: {wants: ['safeguard']}, steps: [{body: 'childline', when: {age: ['child']}}, {body: 'police-101'}, inspectors]},
    {
      id: 'complain',
      when: {wants: ['complain']},
      steps: [
        {body: 'spso', reason: msg('They have answered, so this is the next step if you are still unhappy.'), months: 12, when: {complained: ['answered'], pays: ['nhs', 'council', 'unknown']}},
        {body: 'provider', reason: msg('Usually within 6 months, at most 1 year.'), months: 6, when: {complained: ['unknown', 'no', 'waiting'], care: ['health', 'unknown']}},
        {body: 'provider', when: {complained: ['unknown', 'no', 'waiting']}},
        {body: 'pass', when: {care: ['health', 'unknown'], pays: ['nhs', 'council', 'unknown']}},
        {body: 'care-inspectorate', when: {care: ['social']}},
        {body: 'his', when: {care: ['health'], pays: ['self', 'insurer']}},
        {body: 'spso', reason: msg('If you are still unhappy after the answer. It is too early before.'), months: 12, when: {pays: ['nhs', 'council', 'unknown']}},
        inspectors,
      ],
    },
    {id: 'records', when: {wants: ['records']}, steps: [{body: 'provider'}, inspectors]},
    {id: 'others', when: {wants: ['unknown', 'tell', 'information', 'report-person', 'report-as-staff']}, steps: [inspectors, {body: 'provider'}]},
    {
      id: 'inspectors',
      steps: [{body: 'care-inspectorate', when: {care: ['social', 'unknown']}}, {body: 'his', when: {care: ['health', 'unknown'], pays: ['self', 'insurer', 'unknown']}}, {body: 'pass', when: {care: ['health', 'unknown'], pays: ['nhs', 'council', 'unknown']}}],
    },
    {id: 'crisis', when: {}, steps: [{body: 'childline', when: {age: ['child']}}, {body: 'samaritans'}, {body: 'shout'}, {body: 'police-101'}]},
  ]);
}
