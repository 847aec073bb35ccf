import type {ServiceKind} from '../../contract/service.js';

/** What people type for a kind of service, as folded words; they find less strongly than a name does. */
export const kindWords: Record<ServiceKind, readonly string[]> = {
  gp: ['gp', 'doctor', 'doctors', 'surgery', 'practice'],
  dentist: ['dentist', 'dentists', 'dental'],
  pharmacy: ['pharmacy', 'chemist'],
  optician: ['optician', 'opticians'],
  hospital: ['hospital'],
  ambulance: ['ambulance'],
  'mental-health': ['mental', 'health'],
  community: ['community'],
  'care-home': ['care', 'home', 'carehome', 'nursing', 'residential'],
  'home-care': ['home', 'care', 'homecare', 'domiciliary'],
  prison: ['prison'],
  specialised: ['specialist'],
};
