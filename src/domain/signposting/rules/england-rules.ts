import type {SignpostRoute} from '../../../contract/signposts.js';
import type {SituationWhen} from '../../../contract/situation.js';
import type {Words} from '../../../locale/words.js';
import {danger, buildRoutes} from './rule-builder.js';

const notAnswered: SituationWhen = {complained: ['unknown', 'no', 'waiting']};
const answered: SituationWhen = {complained: ['answered']};
const notYet: SituationWhen = {complained: ['unknown', 'no']};
const withPals: SituationWhen['service'] = ['hospital', 'ambulance', 'mental-health', 'community', 'specialised'];
// Neither pharmacies nor opticians are registered with the regulator.
const registered: SituationWhen['service'] = ['unknown', 'gp', 'dentist', 'hospital', 'ambulance', 'mental-health', 'community', 'care-home', 'home-care', 'prison', 'specialised'];
const byNationalBody: SituationWhen['service'] = ['prison', 'specialised'];
const byLocalBody: SituationWhen['service'] = ['unknown', 'gp', 'dentist', 'pharmacy', 'optician', 'hospital', 'ambulance', 'mental-health', 'community', 'care-home', 'home-care'];
const child: SituationWhen = {age: ['child']};
const notChild: SituationWhen = {age: ['adult', 'unknown']};
const died: SituationWhen = {died: ['yes']};
const free: SituationWhen['detained'] = ['no', 'unknown'];

/** Who helps in which situation in England, in the order in which people meet them. */
export function routesInEngland({msg}: Words): SignpostRoute[] {
  const askThem = msg('Tell them first what went wrong and what you want. They can often put it right soonest.');
  const askWhen = msg('Ask them when you will have an answer.');
  const orIcb = msg('Instead of complaining to the service, not as well.');
  const ifUnhappy = msg('If you are still unhappy after the answer. It is too early before.');
  const nowOmbudsman = msg('They have answered, so this is the next step if you are still unhappy.');
  const lgscoLater = msg('If you are still unhappy after the answer, or there is none after about 12 weeks.');
  const forNhs = msg('For NHS care: if you are still unhappy after the answer.');
  const forSocial = msg('Social care: no answer in about 12 weeks, or a bad answer? Go here.');
  const tellAsWell = msg('You can tell the regulator as well.');
  const yourNeeds = msg('If you want somebody on your side.');
  const provider = (months: number) => [
    {body: 'provider', reason: askThem, months, when: notYet},
    {body: 'provider', reason: askWhen, months, when: {complained: ['waiting' as const]}},
  ];
  const inHospital = [{body: 'pals', when: {...notAnswered, service: withPals}}, {body: 'medical-examiner', when: {...notAnswered, ...died}}];

  return buildRoutes('england', [
    danger,
    {
      id: 'danger-now',
      when: {danger: ['now']},
      steps: [
        ...['childline', 'nspcc', 'childrens-services'].map((body) => ({body, when: child})),
        {body: 'nhs-111'},
        ...['samaritans', 'shout', 'council-safeguarding'].map((body) => ({body, when: notChild})),
        ...['police-101', 'papyrus', 'shout'].map((body) => ({body})),
        ...['domestic-abuse-helpline', 'hourglass'].map((body) => ({body, when: notChild})),
      ],
    },
    {id: 'child', when: {...child, danger: ['unknown'], wants: ['unknown', 'tell', 'information']}, steps: [{body: 'childline'}]},
    {
      id: 'safeguard',
      when: {wants: ['safeguard']},
      steps: [
        ...['childrens-services', 'nspcc', 'childline'].map((body) => ({body, when: child})),
        {body: 'council-safeguarding', when: notChild},
        ...['childrens-services', 'nspcc'].map((body) => ({body, when: {age: ['unknown' as const]}})),
        {body: 'police-101'},
        ...['domestic-abuse-helpline', 'hourglass'].map((body) => ({body, when: notChild})),
        {route: 'england-regulator'},
        ...['nhs-111', 'samaritans', 'shout', 'papyrus'].map((body) => ({body})),
      ],
    },
    {
      id: 'detained',
      when: {detained: ['yes'], wants: ['unknown', 'complain', 'tell', 'information']},
      steps: [
        {body: 'cqc-mental-health-act', reason: msg('Whoever pays for the care. Usually tell the hospital first.')},
        {body: 'imha'},
        {body: 'provider', reason: askThem, when: {...notYet, wants: ['complain']}},
        {body: 'provider', reason: askWhen, when: {complained: ['waiting'], wants: ['complain']}},
        {body: 'nhs-complaints-advocacy', when: {wants: ['complain'], pays: ['nhs', 'council', 'unknown']}},
      ],
    },
    {id: 'complain-nhs', when: {wants: ['complain'], care: ['health'], pays: ['nhs', 'council', 'unknown'], detained: free}, steps: [{route: 'england-nhs-way'}]},
    {id: 'complain-nhs-social', when: {wants: ['complain'], care: ['social'], pays: ['nhs']}, steps: [{route: 'england-nhs-way'}, {body: 'lgsco', reason: forSocial, months: 12}]},
    {id: 'complain-private', when: {wants: ['complain'], care: ['health'], pays: ['self', 'insurer'], detained: free}, steps: [{route: 'england-private-way'}]},
    {id: 'complain-social', when: {wants: ['complain'], care: ['social'], pays: ['council', 'self', 'insurer', 'unknown']}, steps: [{route: 'england-social-way'}]},
    {
      id: 'complain',
      when: {wants: ['complain'], care: ['unknown'], detained: free},
      steps: [
        {body: 'phso', reason: forNhs, months: 12, when: {...answered, pays: ['unknown']}},
        {body: 'lgsco', reason: forSocial, months: 12, when: answered},
        ...provider(12),
        {body: 'nhs-complaints-advocacy', when: {pays: ['unknown']}},
        {body: 'independent-advocacy', reason: yourNeeds},
        {body: 'phso', reason: forNhs, months: 12, when: {pays: ['unknown']}},
        {body: 'lgsco', reason: forSocial, months: 12},
        {body: 'iscas', when: {pays: ['self']}},
      ],
    },
    {
      id: 'nhs-way',
      steps: [
        {body: 'phso', reason: nowOmbudsman, months: 12, when: answered},
        ...provider(12),
        ...inHospital,
        {body: 'icb', reason: orIcb, months: 12, when: {...notYet, service: byLocalBody}},
        {body: 'nhs-england', reason: orIcb, months: 12, when: {...notYet, service: byNationalBody}},
        {body: 'nhs-complaints-advocacy'},
        {body: 'phso', reason: ifUnhappy, months: 12},
        ...['imb', 'ppo'].map((body) => ({body, reason: msg('For the rest of prison life.'), when: {service: ['prison' as const]}})),
      ],
    },
    {
      id: 'social-way',
      steps: [
        {body: 'lgsco', reason: nowOmbudsman, months: 12, when: answered},
        {body: 'provider', reason: askThem, months: 12, when: {...notYet, pays: ['council']}},
        {body: 'provider', reason: askThem, when: notYet},
        {body: 'provider', reason: askWhen, when: {complained: ['waiting']}},
        {body: 'medical-examiner', when: {...notAnswered, ...died}},
        {body: 'independent-advocacy', reason: yourNeeds},
        {body: 'lgsco', reason: lgscoLater, months: 12},
      ],
    },
    {
      id: 'private-way',
      steps: [
        {body: 'iscas', when: {...answered, service: registered}},
        ...provider(6),
        {body: 'medical-examiner', when: {...notAnswered, ...died}},
        {body: 'iscas', reason: msg('If the service belongs to it, after both stages of the service’s own procedure.'), when: {service: registered}},
        {body: 'gdc', when: {service: ['dentist']}},
        {body: 'goc', when: {service: ['optician']}},
        {body: 'gphc', when: {service: ['pharmacy']}},
      ],
    },
    {
      id: 'person',
      when: {wants: ['report-person']},
      steps: [
        {route: 'england-professional'},
        {body: 'provider', reason: msg('Care workers have no regulator of their own in England, so tell those they work for.'), when: {profession: ['care-worker']}},
        {body: 'provider', reason: msg('Tell those they work for as well.')},
        {route: 'england-regulator'},
        {body: 'council-safeguarding', when: {profession: ['care-worker']}},
        ...['gmc', 'nmc', 'hcpc', 'social-work-england', 'gdc', 'gphc', 'goc', 'gcc', 'gosc'].map((body) => ({body, when: {profession: ['unknown' as const]}})),
      ],
    },
    {
      id: 'staff',
      when: {wants: ['report-as-staff']},
      steps: [
        {body: 'ofsted', when: {...child, care: ['social']}},
        {body: 'cqc-staff'},
        {body: 'protect', reason: msg('Before you speak up, or if you are treated badly for it.')},
        {body: 'council-safeguarding', reason: msg('If somebody was abused or neglected.'), when: notChild},
        {body: 'childrens-services', reason: msg('If a child may be at risk.'), when: child},
        {body: 'speak-up-direct'},
        {body: 'provider', reason: msg('Your own service has people to speak up to.')},
      ],
    },
    {id: 'records', when: {wants: ['records']}, steps: [{body: 'provider', reason: msg('Ask them first.')}, {body: 'ico', reason: msg('If the service’s answer does not help.')}, {body: 'pals', when: {service: withPals}}, {body: 'local-healthwatch'}]},
    {id: 'died', when: {...died, wants: ['unknown', 'information']}, steps: [{route: 'england-death'}]},
    {
      id: 'information',
      when: {wants: ['information']},
      steps: [{body: 'local-healthwatch'}, {body: 'pals', when: {service: withPals}}, {route: 'england-regulator'}, {body: 'independent-advocacy', when: {care: ['social', 'unknown']}}, {body: 'eass'}],
    },
    {
      id: 'tell',
      when: {wants: ['tell']},
      steps: [
        {route: 'england-regulator'},
        {body: 'local-healthwatch'},
        {body: 'care-opinion'},
        {body: 'nhs-reviews', when: {care: ['health', 'unknown'], pays: ['nhs', 'unknown']}},
        {body: 'provider', reason: msg('If you want an answer, or want something put right.')},
      ],
    },
    // Whoever is in danger and has said no more needs nobody to tell what care was like.
    {id: 'nothing-said', when: {wants: ['unknown'], danger: ['no', 'unknown']}, steps: [{route: 'england-tell'}]},
    {
      id: 'as-well',
      when: {wants: ['complain']},
      steps: [
        {body: 'ofsted', reason: tellAsWell, when: {...child, care: ['social']}},
        {body: 'cqc', reason: tellAsWell, when: {...notChild, service: registered}},
        {body: 'cqc', reason: tellAsWell, when: {...child, care: ['health', 'unknown'], service: registered}},
        {body: 'local-healthwatch'},
        {body: 'eass', reason: msg('If you were treated worse because of who you are.')},
      ],
    },
    {
      id: 'regulator',
      steps: [
        {body: 'ofsted', when: {...child, care: ['social']}},
        {body: 'cqc', when: {...notChild, service: registered}},
        {body: 'cqc', when: {...child, care: ['health', 'unknown'], service: registered}},
      ],
    },
    {
      id: 'professional',
      steps: [
        {body: 'gmc', when: {profession: ['doctor']}},
        {body: 'nmc', when: {profession: ['nurse']}},
        {body: 'gdc', when: {profession: ['dentist']}},
        {body: 'gphc', when: {profession: ['pharmacist']}},
        {body: 'goc', when: {profession: ['optician']}},
        {body: 'social-work-england', when: {profession: ['social-worker']}},
        {body: 'hcpc', when: {profession: ['therapist']}},
        {body: 'gcc', when: {profession: ['chiropractor']}},
        {body: 'gosc', when: {profession: ['osteopath']}},
      ],
    },
    {id: 'death', steps: ['medical-examiner', 'coroner', 'bereavement-support'].map((body) => ({body}))},
    {id: 'after-death', when: died, steps: [{route: 'england-death'}]},
    {id: 'also-professional', when: {}, steps: [{route: 'england-professional'}]},
    {id: 'also-detained', when: {detained: ['yes']}, steps: [{body: 'cqc-mental-health-act'}, {body: 'imha'}]},
    {id: 'crisis', when: {}, steps: [{body: 'childline', when: child}, {body: 'nspcc', when: child}, {body: 'nhs-111'}, {body: 'samaritans'}]},
  ]);
}
