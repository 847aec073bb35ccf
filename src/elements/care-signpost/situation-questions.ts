import type {Words} from '../../locale/words.js';
import type {Situation} from '../../contract/situation.js';

type Key = 'nation' | 'danger' | 'wants' | 'age' | 'service' | 'pays' | 'complained' | 'profession' | 'detained';

/** One short question: what it asks of a situation, and what can be answered. */
export interface SituationQuestion {
  key: Key;
  label: string;
  answers: readonly (readonly [value: string, label: string])[];
}

const most = 5;

type Service = Situation['service'];

// Which questions change the answer, by what somebody wants, the weightiest first.
const further: Readonly<Record<string, readonly Key[]>> = {
  '': ['service'],
  tell: ['service', 'age'],
  complain: ['service', 'complained', 'pays'],
  information: ['service'],
  'report-person': ['profession'],
  'report-as-staff': ['age'],
  safeguard: ['age'],
  records: ['service'],
};

/** The questions to ask now: at most five, danger first, none that the page has answered. */
export function questionsFor(situation: Situation, given: Situation, words: Words): SituationQuestion[] {
  const {wants, service} = {...situation, ...given};
  const keys: readonly Key[] = ['danger', 'wants', 'nation', ...(further[wants ?? ''] ?? [])];
  return keys
    .flatMap((key) => weighed(key, service))
    .filter((key) => given[key] === undefined)
    .slice(0, most)
    .map((key) => question(key, words));
}

/** The situation without answers to questions that are no longer asked. */
export function stillAsked(situation: Situation, given: Situation, words: Words): Situation {
  const keys = questionsFor(situation, given, words).map(({key}) => key);
  return Object.fromEntries(Object.entries(situation).filter(([key]) => (keys as string[]).includes(key)));
}

const free: readonly Service[] = ['gp', 'ambulance', 'prison', 'specialised'];
const oftenPaid: readonly Service[] = ['hospital', 'dentist', 'pharmacy', 'optician'];

/** What to ask in the place of `key` about one kind of service, as five questions have no room for all. */
function weighed(key: Key, service: Service): readonly Key[] {
  // Complaints of people who are detained go elsewhere, whatever else is known.
  if (key === 'service' && service === 'mental-health') return ['service', 'detained'];
  // Where many pay themselves, that decides more than whether there was an answer.
  if (key === 'complained' && oftenPaid.includes(service)) return ['pays', 'complained'];
  // Nobody pays at these, or nearly nobody.
  if (key === 'pays' && (oftenPaid.includes(service) || free.includes(service))) return [];
  return [key];
}

function question(key: Key, {msg}: Words): SituationQuestion {
  const yesOrNo = [['yes', msg('Yes')], ['no', msg('No')]] as const;
  switch (key) {
    case 'danger': return {key, label: msg('Is anyone in danger now?'), answers: [['now', msg('Yes')], ['no', msg('No')]]};
    case 'wants':
      return {
        key,
        label: msg('What would you like to do?'),
        answers: [
          ['tell', msg('Tell somebody what care was like')],
          ['complain', msg('Complain and get an answer')],
          ['safeguard', msg('Get help because somebody is hurt or neglected')],
          ['report-person', msg('Say how one professional behaved')],
          ['report-as-staff', msg('Speak up as a member of staff')],
          ['records', msg('See or correct records')],
          ['information', msg('Get information')],
        ],
      };
    case 'service':
      return {
        key,
        label: msg('Which kind of service?'),
        answers: [
          ['gp', msg('GP practice')],
          ['hospital', msg('Hospital')],
          ['care-home', msg('Care home')],
          ['home-care', msg('Care at home')],
          ['mental-health', msg('Mental health')],
          ['dentist', msg('Dentist')],
          ['pharmacy', msg('Pharmacy')],
          ['optician', msg('Optician')],
          ['ambulance', msg('Ambulance')],
          ['community', msg('Community health')],
          ['prison', msg('Health care in prison')],
          ['specialised', msg('A specialised NHS service')],
        ],
      };
    case 'pays':
      return {key, label: msg('Who pays for the care?'), answers: [['nhs', msg('The NHS')], ['council', msg('The council')], ['self', msg('The person or their family')], ['insurer', msg('An insurance')]]};
    case 'complained':
      return {key, label: msg('Have you complained to the service?'), answers: [['no', msg('No')], ['waiting', msg('Yes, and there is no answer')], ['answered', msg('Yes, and it has answered')]]};
    case 'profession':
      return {
        key,
        label: msg('What is their profession?'),
        answers: [
          ['doctor', msg('Doctor')],
          ['nurse', msg('Nurse or midwife')],
          ['dentist', msg('Dentist')],
          ['pharmacist', msg('Pharmacist')],
          ['optician', msg('Optician')],
          ['social-worker', msg('Social worker')],
          ['therapist', msg('Therapist')],
          ['chiropractor', msg('Chiropractor')],
          ['osteopath', msg('Osteopath')],
          ['care-worker', msg('Care worker')],
        ],
      };
    case 'age': return {key, label: msg('Is it about somebody under 18?'), answers: [['child', msg('Yes')], ['adult', msg('No')]]};
    case 'detained': return {key, label: msg('Is the person detained under the Mental Health Act?'), answers: yesOrNo};
    case 'nation':
      return {key, label: msg('In which nation?'), answers: [['england', msg('England')], ['wales', msg('Wales')], ['scotland', msg('Scotland')], ['northern-ireland', msg('Northern Ireland')]]};
  }
}

