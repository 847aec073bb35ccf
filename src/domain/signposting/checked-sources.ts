import type {Body} from '../../contract/signposts.js';

const bookmarks = {
  nhsComplaints: 'england.nhs.uk/contact-us/feedback-and-complaints/complaint',
  nhs111: 'pendeensurgery.nhs.uk; healthwatchwestberks.org.uk',
  council: 'council pages (e.g. careadvice.buckinghamshire.gov.uk); the look-up: general knowledge',
  cqc: 'github.com/CQCDigital/GFC',
  regulators: 'gmc-uk.org and nmc.org.uk pages (old)',
};

/** Where what we say of each body was read. One text for a body unless a way or fact of it has another. */
const sources: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  '999': 'general knowledge',
  'police-101': 'plymouth.gov.uk',
  samaritans: 'samaritans.org contact page',
  shout: 'crisistextline.uk/how-it-works; kickstherapy.com (January 2026)',
  childline: 'norwoodmc.co.uk',
  'nhs-111': bookmarks.nhs111,
  nspcc: 'gloucesterfm.com (2011)',
  papyrus: 'papyrus-uk.org',
  hourglass: 'homecare.co.uk 1667421',
  'domestic-abuse-helpline': 'general knowledge',
  'council-safeguarding': bookmarks.council,
  'childrens-services': bookmarks.council,
  pals: bookmarks.nhsComplaints,
  'nhs-england': {'': 'england.nhs.uk, speaking up; mariscomedicalpractice.com', web: bookmarks.nhsComplaints, email: 'mariscomedicalpractice.com'},
  'nhs-complaints-advocacy': 'advocacyproject.org.uk; borderlinesupport.org.uk/know-your-rights/advocacy',
  phso: {'': 'nhs.uk CarersDirect page; ombudsman.org.uk/…/mental-health-act', limits: 'general knowledge'},
  lgsco: {'': 'derbyshire.gov.uk; lgo.org.uk, questions of providers', limits: 'general knowledge'},
  cqc: {'': bookmarks.cqc, bsl: 'wired-gov.net, 24 June 2022', post: 'cqc.org.uk/contact-us', email: 'cqc.org.uk/contact-us'},
  'cqc-mental-health-act': 'cqc.org.uk/…/complain-about-use-mental-health-act (28 November 2023)',
  'cqc-staff': 'cqc.org.uk/…/speaking-upwhistleblowing-enquiries',
  protect: 'optical.org list',
  'speak-up-direct': 'gov.uk news; warringtonsafeguarding…; optical.org',
  'local-healthwatch': 'healthwatch.co.uk/node/1412',
  'care-opinion': 'contact.org.uk',
  'nhs-reviews': bookmarks.nhsComplaints,
  gmc: bookmarks.regulators,
  nmc: bookmarks.regulators,
  goc: bookmarks.regulators,
  gcc: bookmarks.regulators,
  gosc: bookmarks.regulators,
  ico: 'general knowledge',
  iscas: 'iscas.cedr.com/?p=48',
  hiw: 'nmc.org.uk list',
  ciw: 'careinspectorate.wales',
  llais: 'llaiswales.org',
  'care-inspectorate': 'careinspectorate.com',
  his: 'healthcareimprovementscotland.scot',
  spso: 'spso page',
};

/** `body` with where each of its ways and facts was read. */
export function withSources(body: Body): Body {
  const sourceOf = (part: string) => {
    const source = sources[body.id] ?? '';
    return typeof source === 'string' ? source : (source[part] ?? source[''] ?? '');
  };
  const sourced = <Part extends {source?: string | undefined}>(part: Part, name: string): Part => ({...part, source: part.source ?? sourceOf(name)});
  return {
    ...body,
    ways: body.ways.map((way) => sourced(way, way.kind)),
    ...(body.hours && {hours: sourced(body.hours, 'hours')}),
    ...(body.cost && {cost: sourced(body.cost, 'cost')}),
    ...(body.limits && {limits: sourced(body.limits, 'limits')}),
  };
}
