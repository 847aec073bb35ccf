import type {SignpostRoute} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {danger, buildRoutes} from './rule-builder.js';

/** Who helps in which situation in Wales, as far as it was checked. */
export function routesInWales({msg}: Words): SignpostRoute[] {
  const inspectors = {route: 'wales-inspectors'};
  return buildRoutes('wales', [
    danger,
    {id: 'danger-now', when: {danger: ['now']}, steps: [{route: 'wales-crisis'}]},
    {id: 'child', when: {age: ['child'], danger: ['unknown'], wants: ['unknown', 'tell', 'information']}, steps: [{body: 'childline'}]},
    {id: 'safeguard', when: {wants: ['safeguard']}, steps: [{body: 'childline', when: {age: ['child']}}, {body: 'police-101'}, inspectors]},
    {
      id: 'complain',
      when: {wants: ['complain']},
      steps: [
        {body: 'psow', reason: msg('They have answered, so this is the next step if you are still unhappy.'), when: {complained: ['answered']}},
        {body: 'provider', months: 12, when: {complained: ['unknown', 'no', 'waiting'], care: ['health', 'unknown']}},
        {body: 'provider', when: {complained: ['unknown', 'no', 'waiting']}},
        {body: 'llais'},
        {body: 'psow', reason: msg('If you are still unhappy after the answer. It is too early before.')},
        inspectors,
      ],
    },
    {id: 'records', when: {wants: ['records']}, steps: [{body: 'provider'}, {body: 'llais'}]},
    {id: 'others', when: {wants: ['unknown', 'tell', 'information', 'report-person', 'report-as-staff']}, steps: [inspectors, {body: 'llais'}, {body: 'provider'}]},
    {id: 'inspectors', steps: [{body: 'hiw', when: {care: ['health', 'unknown']}}, {body: 'ciw', when: {care: ['social', 'unknown']}}]},
    {id: 'crisis', when: {}, steps: [{body: 'childline', when: {age: ['child']}}, {body: 'samaritans'}, {body: 'shout'}, {body: 'police-101'}]},
  ]);
}
