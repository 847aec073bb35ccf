import type {Body, Way} from '../../contract/signposts.js';

/** What stands in our notes and nobody has checked. */
interface Unconfirmed {
  ways?: readonly Way[];
  hours?: Fact;
  cost?: Fact;
}
type Fact = NonNullable<Body['hours']>;

const source = 'general knowledge';
const phone = (value: string, readIn = source): Way => ({kind: 'phone', value, checked: null, source: readIn});
const fact = (words: string, readIn = source): Fact => ({words, checked: null, source: readIn});

/**
 * Ways, hours and costs that a person must confirm before the public sees them,
 * by body. Apart from the bodies, so that no browser ever holds them.
 */
export const unconfirmed: Readonly<Record<string, Unconfirmed>> = {
  '999': {ways: [{kind: 'relay', value: '18000', checked: null, source}], hours: fact('Day and night.')},
  samaritans: {hours: fact('Day and night.')},
  shout: {cost: fact('Free to text.')},
  childline: {hours: fact('Day and night.')},
  papyrus: {hours: fact('Day and night.')},
  hourglass: {
    ways: [phone('0808 808 8141', 'homecare.co.uk 1667421; number: general knowledge'), {kind: 'text', value: '07860 052906', checked: null, source}],
    hours: fact('Day and night, as far as there is money for it.', 'homecare.co.uk 1667421 (March 2022)'),
  },
  'domestic-abuse-helpline': {hours: fact('Day and night.')},
  'nhs-england': {hours: fact('Monday to Friday, 8am to 6pm, Wednesday from 9.30am.')},
  phso: {hours: fact('Monday to Friday, 8.30am to 5.30pm.', 'nhs.uk CarersDirect page (older)')},
  protect: {ways: [phone('020 3117 2520', 'optical.org list; number: general knowledge')]},
  'speak-up-direct': {
    ways: [phone('08000 724 725', 'gov.uk news; warringtonsafeguarding…; optical.org; not verified since 2026')],
    hours: fact('Monday to Friday, 8am to 6pm.', 'gov.uk news; warringtonsafeguarding…; optical.org (older)'),
  },
  'care-opinion': {ways: [phone('0800 122 3135', 'contact.org.uk; number: general knowledge')]},
  nmc: {ways: [phone('020 7637 7181')]},
  gdc: {ways: [phone('020 7167 6000', 'general knowledge; an old nmc.org.uk page has 020 7887 3800')]},
  hcpc: {ways: [phone('0300 500 6184', 'general knowledge; an old nmc.org.uk page has 020 7582 0866')]},
  gphc: {ways: [phone('020 3713 8000', 'general knowledge; an old nmc.org.uk page has 020 3365 3400')]},
  'social-work-england': {ways: [phone('0808 196 2274')]},
  ico: {ways: [phone('0303 123 1113')], hours: fact('Monday to Friday, 9am to 5pm.')},
  iscas: {ways: [phone('020 7536 6091', 'iscas.cedr.com/?p=48; number: general knowledge')]},
  ofsted: {ways: [phone('0300 123 1231'), phone('0300 123 4666')]},
  ppo: {ways: [phone('020 7633 4100', 'prisonreformtrust.org.uk; number: general knowledge')]},
  eass: {ways: [phone('0808 800 0082')]},
  llais: {ways: [phone('02920 235 558', 'llaiswales.org; number: general knowledge')]},
  psow: {ways: [phone('0300 790 0203')]},
  spso: {ways: [phone('0800 377 7330', 'spso page; number: general knowledge')]},
  pass: {ways: [phone('0800 917 2127')]},
  nipso: {ways: [phone('0800 34 34 24', 'nidirect.gov.uk; number: general knowledge')]},
  rqia: {ways: [phone('028 9536 1111', 'nidirect.gov.uk; number: general knowledge')]},
  pcc: {ways: [phone('0800 917 0222', 'nidirect.gov.uk; number: general knowledge')]},
};

/** `body` with what is known of it and not confirmed. */
export function withUnconfirmed(body: Body): Body {
  const {ways = [], hours, cost} = unconfirmed[body.id] ?? {};
  return {
    ...body,
    ways: [...body.ways, ...ways],
    ...(hours && {hours}),
    ...(cost && {cost}),
  };
}
