// Apart from the schemas, so that a browser can ask before the code that
// schemas need has come.

/** The values of a Situation's keys that are words of a fixed list. */
export const situationValues = {
  nation: ['england', 'wales', 'scotland', 'northern-ireland'],
  danger: ['now', 'no'],
  wants: ['tell', 'complain', 'information', 'report-person', 'report-as-staff', 'safeguard', 'records'],
  age: ['adult', 'child'],
  care: ['health', 'social'],
  pays: ['nhs', 'council', 'self', 'insurer'],
  service: ['gp', 'dentist', 'pharmacy', 'optician', 'hospital', 'ambulance', 'mental-health', 'community', 'care-home', 'home-care', 'prison', 'specialised'],
  profession: ['doctor', 'nurse', 'dentist', 'pharmacist', 'optician', 'social-worker', 'therapist', 'chiropractor', 'osteopath', 'care-worker'],
  complained: ['no', 'waiting', 'answered'],
  detained: ['yes', 'no'],
  died: ['yes', 'no'],
} as const;

export type Nation = (typeof situationValues)['nation'][number];
