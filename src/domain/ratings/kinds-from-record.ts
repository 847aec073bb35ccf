import type {ServiceKind} from '../../contract/service.js';

// CQC's inspection categories. Those with no kind of ours give none: remote advice (P5),
// independent consulting doctors (P7), slimming clinics (P8), hospices (S3, H12), residential
// substance misuse (H10) and acute care outside hospitals (H11).
const kindsByCategory: Record<string, readonly ServiceKind[]> = {
  P1: ['dentist'],
  P2: ['gp'],
  P3: ['gp'],
  P4: ['prison'],
  P6: ['gp'],
  S1: ['care-home'],
  S2: ['home-care'],
  H1: ['hospital'],
  H2: ['hospital'],
  H3: ['hospital'],
  H4: ['hospital'],
  H5: ['ambulance'],
  H6: ['community'],
  H7: ['community'],
  H8: ['mental-health'],
  H9: ['mental-health'],
};

// The `name` or `description` of CQC's service types, in lower case.
const kindsByServiceType: Record<string, readonly ServiceKind[]> = {
  ambulances: ['ambulance'],
  'ambulance service': ['ambulance'],
  'community health service': ['community'],
  'community services - healthcare': ['community'],
  'community services - learning disabilities': ['community'],
  'community services - mental health': ['mental-health'],
  'community services - nursing': ['community'],
  'community services - substance abuse': ['community'],
  dentist: ['dentist'],
  'dental service': ['dentist'],
  'homecare agencies': ['home-care'],
  'domiciliary care service': ['home-care'],
  'supported living': ['home-care'],
  'supported housing': ['home-care'],
  'shared lives': ['home-care'],
  'nursing homes': ['care-home'],
  'residential homes': ['care-home'],
  'care home service with nursing': ['care-home'],
  'care home service without nursing': ['care-home'],
  hospital: ['hospital'],
  'hospitals - mental health/capacity': ['mental-health'],
  'prison healthcare': ['prison'],
};

// These say "doctors" of a private clinic and of a hospital's outpatients too, so they
// count only where nothing else says what the place is.
const kindsByUnsureSign: Record<string, readonly ServiceKind[]> = {
  'doctors/gps': ['gp'],
  'doctors consultation service': ['gp'],
  'doctors treatment service': ['gp'],
  'mobile doctors': ['gp'],
  'primary medical services': ['gp'],
  'primary dental care': ['dentist'],
  'independent ambulance': ['ambulance'],
};

const kindsByLocationType: Record<string, readonly ServiceKind[]> = {
  'gp practice': ['gp'],
};

/** The words by which a CQC record says what a service does, as it spells them. */
export interface SignsOfKind {
  /** Codes such as `P1`. */
  categories: readonly string[];
  serviceTypes: readonly string[];
  locationTypes: readonly string[];
  type: string | undefined;
  careHome: boolean;
}

/** What a service does, each kind once, CQC's main category first; empty when nothing says it. */
export function kindsFrom({categories, serviceTypes, locationTypes, type, careHome}: SignsOfKind): ServiceKind[] {
  const sure = [
    ...kindsIn(kindsByCategory, categories.map((code) => code.toUpperCase())),
    ...kindsIn(kindsByServiceType, serviceTypes.map(asKey)),
    ...kindsIn(kindsByLocationType, locationTypes.map(asKey)),
    ...(careHome ? ['care-home' as const] : []),
  ];
  if (sure.length > 0) return [...new Set(sure)];
  return [...new Set(kindsIn(kindsByUnsureSign, [...serviceTypes, type ?? ''].map(asKey)))];
}

function kindsIn(table: Record<string, readonly ServiceKind[]>, signs: readonly string[]): ServiceKind[] {
  return signs.flatMap((sign) => (Object.hasOwn(table, sign) ? table[sign]! : []));
}

function asKey(sign: string): string {
  return sign.trim().replace(/\s+/g, ' ').toLowerCase();
}
