import type {SignpostRoute} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {danger, buildRoutes} from './rule-builder.js';

/** Who helps in which situation in Northern Ireland, as far as it was checked. */
export function routesInNorthernIreland({msg}: Words): SignpostRoute[] {
  return buildRoutes('northern-ireland', [
    danger,
    {id: 'danger-now', when: {danger: ['now']}, steps: [{route: 'northern-ireland-crisis'}]},
    {id: 'child', when: {age: ['child'], danger: ['unknown'], wants: ['unknown', 'tell', 'information']}, steps: [{body: 'childline'}]},
    {id: 'safeguard', when: {wants: ['safeguard']}, steps: [{body: 'childline', when: {age: ['child']}}, {body: 'police-101'}, {body: 'rqia'}]},
    {
      id: 'complain',
      when: {wants: ['complain']},
      steps: [
        {body: 'nipso', reason: msg('They have answered, so this is the next step if you are still unhappy.'), when: {complained: ['answered']}},
        {body: 'provider', reason: msg('Usually within 6 months, at most 12.'), months: 6, when: {complained: ['unknown', 'no', 'waiting']}},
        {body: 'pcc'},
        {body: 'nipso', reason: msg('If you are still unhappy after the answer. It is too early before.')},
        {body: 'rqia'},
      ],
    },
    {id: 'records', when: {wants: ['records']}, steps: [{body: 'provider'}, {body: 'pcc'}]},
    {id: 'others', when: {wants: ['unknown', 'tell', 'information', 'report-person', 'report-as-staff']}, steps: [{body: 'rqia'}, {body: 'pcc'}, {body: 'provider'}]},
    {id: 'crisis', when: {}, steps: [{body: 'childline', when: {age: ['child']}}, {body: 'samaritans'}, {body: 'shout'}, {body: 'police-101'}]},
  ]);
}
