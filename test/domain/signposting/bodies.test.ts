import {describe, expect, it} from 'vitest';
import {SignpostDirectory, type Body, type Way} from '../../../src/contract/signposts.js';
import {situationValues} from '../../../src/contract/situation-values.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {bundledEngland} from '../../../src/domain/signposting/bundled-england.js';
import {bundledNation} from '../../../src/domain/signposting/bundled-nations.js';
import {shownWays} from '../../../src/domain/signposting/shown-ways.js';
import {digits, longNumbers, notes, notesAreThere, notesNote, rows} from '../../support/signposting/domain-notes.js';

const english = words('en');
const builtIn = builtInSignposts(english).bodies;
const [, ...otherNations] = situationValues.nation;
const carried = [bundledEngland(english), ...otherNations.map((nation) => bundledNation(nation, english))];

/** The ids that others rely on, as they were agreed. */
const agreed = {
  everywhere: '999 police-101 samaritans shout childline provider',
  england: `nhs-111 nspcc papyrus hourglass domestic-abuse-helpline council-safeguarding childrens-services pals icb nhs-england nhs-complaints-advocacy
    independent-advocacy imha phso lgsco cqc cqc-mental-health-act cqc-staff protect speak-up-direct local-healthwatch care-opinion nhs-reviews medical-examiner
    coroner bereavement-support gmc nmc gdc hcpc gphc goc gcc gosc social-work-england ico iscas ofsted imb ppo eass`,
  wales: 'hiw ciw llais psow',
  scotland: 'care-inspectorate his spso pass',
  'northern-ireland': 'nipso rqia pcc',
};

/** Every way but web addresses, by hand from the notes: `known` to everybody, `read` where a source is named, `unread` where the notes say GK, unverified or in conflict. */
const ways: readonly (readonly [body: string, kind: Way['kind'], value: string, how: 'known' | 'read' | 'unread'])[] = [
  ['999', 'phone', '999', 'known'],
  ['999', 'relay', '18000', 'unread'],
  ['police-101', 'phone', '101', 'known'],
  ['samaritans', 'phone', '116 123', 'known'],
  ['shout', 'text', '85258', 'known'],
  ['childline', 'phone', '0800 1111', 'known'],
  ['nhs-111', 'phone', '111', 'known'],
  ['nhs-111', 'relay', '18001 111', 'read'],
  ['nspcc', 'phone', '0808 800 5000', 'known'],
  ['papyrus', 'phone', '0800 068 4141', 'read'],
  ['hourglass', 'phone', '0808 808 8141', 'unread'],
  ['hourglass', 'text', '07860 052906', 'unread'],
  ['domestic-abuse-helpline', 'phone', '0808 2000 247', 'known'],
  ['nhs-england', 'phone', '0300 311 22 33', 'read'],
  ['nhs-england', 'email', 'england.contactus@nhs.net', 'read'],
  ['nhs-complaints-advocacy', 'phone', '0300 456 2370', 'read'],
  ['nhs-complaints-advocacy', 'phone', '0300 303 1660', 'read'],
  ['nhs-complaints-advocacy', 'phone', '0330 440 9000', 'read'],
  ['nhs-complaints-advocacy', 'text', '80800', 'read'],
  ['phso', 'phone', '0345 015 4033', 'read'],
  ['lgsco', 'phone', '0300 061 0614', 'read'],
  ['cqc', 'phone', '03000 616161', 'read'],
  ['cqc', 'bsl', 'Through SignLive', 'read'],
  ['cqc', 'email', 'enquiries@cqc.org.uk', 'read'],
  ['cqc', 'post', 'CQC, Citygate, Gallowgate, Newcastle NE1 4PA', 'read'],
  ['cqc-mental-health-act', 'phone', '03000 616161', 'read'],
  ['cqc-staff', 'phone', '03000 616161', 'read'],
  ['protect', 'phone', '020 3117 2520', 'unread'],
  ['speak-up-direct', 'phone', '08000 724 725', 'unread'],
  ['local-healthwatch', 'phone', '03000 683 000', 'read'],
  ['care-opinion', 'phone', '0800 122 3135', 'unread'],
  ['gmc', 'phone', '0161 923 6602', 'read'],
  ['nmc', 'phone', '020 7637 7181', 'unread'],
  ['gdc', 'phone', '020 7167 6000', 'unread'],
  ['hcpc', 'phone', '0300 500 6184', 'unread'],
  ['gphc', 'phone', '020 3713 8000', 'unread'],
  ['goc', 'phone', '020 7580 3898', 'read'],
  ['gcc', 'phone', '020 7713 5155', 'read'],
  ['gosc', 'phone', '020 7357 6655', 'read'],
  ['social-work-england', 'phone', '0808 196 2274', 'unread'],
  ['ico', 'phone', '0303 123 1113', 'unread'],
  ['iscas', 'phone', '020 7536 6091', 'unread'],
  ['iscas', 'email', 'info@iscas.org.uk', 'read'],
  ['ofsted', 'phone', '0300 123 1231', 'unread'],
  ['ofsted', 'phone', '0300 123 4666', 'unread'],
  ['ppo', 'phone', '020 7633 4100', 'unread'],
  ['eass', 'phone', '0808 800 0082', 'unread'],
  ['hiw', 'phone', '0300 062 8163', 'read'],
  ['ciw', 'phone', '0300 7900 126', 'read'],
  ['llais', 'phone', '02920 235 558', 'unread'],
  ['psow', 'phone', '0300 790 0203', 'unread'],
  ['care-inspectorate', 'phone', '0345 600 9527', 'read'],
  ['spso', 'phone', '0800 377 7330', 'unread'],
  ['pass', 'phone', '0800 917 2127', 'unread'],
  ['nipso', 'phone', '0800 34 34 24', 'unread'],
  ['rqia', 'phone', '028 9536 1111', 'unread'],
  ['pcc', 'phone', '0800 917 0222', 'unread'],
];

/** Hours and costs, by hand from the notes. */
const facts: Readonly<Record<'read' | 'unread', readonly string[]>> = {
  read: ['police-101 hours', 'samaritans cost', 'shout hours', 'nhs-111 hours', 'lgsco hours', 'cqc hours', 'cqc-mental-health-act hours', 'cqc-staff hours'],
  unread: ['999 hours', 'samaritans hours', 'shout cost', 'childline hours', 'papyrus hours', 'hourglass hours', 'domestic-abuse-helpline hours', 'nhs-england hours', 'phso hours', 'speak-up-direct hours', 'ico hours'],
};

/** Where the notes say GK of the time limit, not checked; where they name a page, checked. */
const limits = {read: ['iscas', 'spso'], unread: ['phso', 'lgsco']};

/** The web addresses, by hand from the notes, with those that they say GK of or that nobody has verified. */
const addresses: Readonly<Record<string, string>> = {
  samaritans: 'samaritans.org',
  'nhs-111': '111.nhs.uk',
  papyrus: 'papyrus-uk.org',
  hourglass: 'wearehourglass.org',
  'council-safeguarding': 'gov.uk/find-local-council',
  'childrens-services': 'gov.uk/find-local-council',
  pals: 'nhs.uk',
  'nhs-england': 'england.nhs.uk/contact-us/feedback-and-complaints/complaint',
  phso: 'ombudsman.org.uk',
  lgsco: 'lgo.org.uk',
  cqc: 'cqc.org.uk/give-feedback-on-care',
  'cqc-mental-health-act': 'cqc.org.uk',
  'cqc-staff': 'cqc.org.uk/give-feedback-on-care',
  protect: 'protect-advice.org.uk',
  'speak-up-direct': 'speakup.direct',
  'local-healthwatch': 'healthwatch.co.uk',
  'care-opinion': 'careopinion.org.uk',
  'nhs-reviews': 'nhs.uk',
  gmc: 'gmc-uk.org',
  nmc: 'nmc.org.uk',
  ico: 'ico.org.uk/make-a-complaint',
  iscas: 'iscas.cedr.com',
  ciw: 'careinspectorate.wales',
  llais: 'llaiswales.org',
  'care-inspectorate': 'careinspectorate.com',
  his: 'healthcareimprovementscotland.scot',
};
const uncheckedAddresses = ['council-safeguarding', 'childrens-services', 'speak-up-direct', 'ico'];

const howKnown = ({known, checked}: Way) => (known ? 'known' : checked === null ? 'unread' : 'read');
const withoutWeb = (bodies: readonly Body[]) => bodies.flatMap((body) => body.ways.filter(({kind}) => kind !== 'web').map((way) => [body.id, way.kind, way.value, howKnown(way)]));
const webOf = (bodies: readonly Body[]) => bodies.flatMap((body) => body.ways.filter(({kind}) => kind === 'web').map((way) => [body.id, way.value.replace(/^https:\/\/(www\.)?/, '')]));
const factsOf = (bodies: readonly Body[]) => bodies.flatMap((body) => (['hours', 'cost'] as const).flatMap((kind) => (body[kind] ? [{fact: body[kind], name: `${body.id} ${kind}`}] : [])));
const sorted = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort();
const listed = (text: string) => text.split(/\s+/);

describe('who can help, as it is built in', () => {
  it('is a directory as the contract has it, whole and as elements carry it for each nation', () => {
    for (const directory of [builtInSignposts(english), ...carried]) expect(SignpostDirectory.safeParse(directory).error?.issues).toBeUndefined();
  });

  it('names everybody who was agreed, in their nation, and nobody else', () => {
    const named = Object.entries(agreed).flatMap(([nation, ids]) => listed(ids).map((id) => [id, nation]));
    expect(sorted(builtIn.map(({id, nation}) => [id, nation ?? 'everywhere']))).toEqual(sorted(named));
  });

  it('carries to each nation its own and those for all, and no other nation’s', () => {
    const expected = situationValues.nation.map((nation) => sorted([...listed(agreed.everywhere), ...listed(agreed[nation])]));
    expect(carried.map(({bodies}) => sorted(bodies.map(({id}) => id)))).toEqual(expected);
  });

  it('holds every number, address and email as the notes say how well it is known', () => {
    expect(sorted(withoutWeb(builtIn))).toEqual(sorted(ways));
  });

  it('holds a web address for those of whom the notes give one, checked but for those that nobody has verified', () => {
    expect(Object.fromEntries(webOf(builtIn))).toEqual(addresses);
    expect(webOf(builtIn)).toHaveLength(Object.keys(addresses).length);
    const unchecked = builtIn.filter(({ways: its}) => its.some(({kind, checked}) => kind === 'web' && checked === null)).map(({id}) => id);
    expect(unchecked.sort()).toEqual([...uncheckedAddresses].sort());
  });

  it('holds hours, costs and time limits as the notes say whether they were read anywhere', () => {
    const named = (read: boolean) => factsOf(builtIn).filter(({fact}) => (fact.checked !== null) === read).map(({name}) => name);
    expect(sorted(named(true))).toEqual(sorted(facts.read));
    expect(sorted(named(false))).toEqual(sorted(facts.unread));
    const limited = (read: boolean) => builtIn.filter(({limits: its}) => its && (its.checked !== null) === read).map(({id}) => id);
    expect(sorted(limited(true))).toEqual(sorted(limits.read));
    expect(sorted(limited(false))).toEqual(sorted(limits.unread));
  });

  it('says of every time limit that it is the usual one', () => {
    expect(builtIn.flatMap(({limits: its}) => its?.words ?? []).filter((limit) => !limit.startsWith('Usually '))).toEqual([]);
  });

  it('takes nobody for checked of whom the notes have no web address', () => {
    const counted = builtIn.filter(({checked}) => checked !== null).map(({id}) => id);
    expect(sorted(counted)).toEqual(sorted(Object.keys(addresses).filter((id) => !['childrens-services', 'speak-up-direct', 'ico'].includes(id))));
  });

  it('says where each way and each fact was read', () => {
    const unsourced = builtIn.flatMap(({id, ways: its, hours, cost, limits: limit}) => [...its, hours, cost, limit].filter((part) => part && !part.source).map((part) => ({id, part})));
    expect(unsourced).toEqual([]);
  });

  it('says of each number that nobody has checked that it is general knowledge, or was not verified', () => {
    const unread = builtIn.flatMap(({id, ways: its}) => its.filter((way) => way.kind !== 'web' && howKnown(way) === 'unread').map(({source}) => ({id, source})));
    expect(unread.filter(({source}) => !source?.includes('general knowledge'))).toEqual([{id: 'speak-up-direct', source: expect.stringContaining('not verified')}]);
  });

  it('says of hours, costs and limits that nobody has checked that they are general knowledge, or from an older page', () => {
    const unread = builtIn.flatMap(({id, hours, cost, limits: limit}) => [hours, cost, limit].flatMap((fact) => (fact?.checked === null ? {id, source: fact.source} : [])));
    const older = unread.filter(({source}) => source !== 'general knowledge');
    expect(unread.length - older.length).toBe(10);
    expect(sorted(older.map(({id}) => id))).toEqual(sorted(['hourglass', 'phso', 'speak-up-direct']));
    expect(older.filter(({source}) => !/older|2022/.test(source ?? ''))).toEqual([]);
  });

  it('tells apart what is asked for on a shared number, and says what to text and who answers', () => {
    const its = (id: string) => builtIn.find((body) => body.id === id)?.ways ?? [];
    expect(its('cqc-mental-health-act')[0]).toMatchObject({value: '03000 616161', note: 'then press 1'});
    expect(its('shout')[0]).toMatchObject({message: 'SHOUT'});
    expect(its('nhs-complaints-advocacy').map(({note}) => note)).toEqual(['POhWER', 'VoiceAbility', 'The Advocacy People', 'The Advocacy People']);
    expect(its('nhs-complaints-advocacy')[3]).toMatchObject({kind: 'text', message: 'PEOPLE'});
  });
});

describe('who can help, as browsers carry it', () => {
  const bodies = carried.flatMap((directory) => directory.bodies);
  const inOneOrder = ['phone', 'text', 'relay', 'bsl', 'web', 'email', 'post'];

  it('holds nothing but web addresses that nobody has checked, except the eight that everybody knows', () => {
    const unchecked = bodies.flatMap(({ways: its}) => its.filter(({kind, checked}) => checked === null && kind !== 'web'));
    expect([...new Set(unchecked.map(({kind, value}) => `${kind} ${value}`))].sort()).toEqual(['phone 0800 1111', 'phone 0808 2000 247', 'phone 0808 800 5000', 'phone 101', 'phone 111', 'phone 116 123', 'phone 999', 'text 85258']);
    expect(unchecked.filter(({known}) => !known)).toEqual([]);
  });

  it('holds no number in any words that a person must still confirm', () => {
    const everything = carried.map((directory) => digitsApart(JSON.stringify(directory))).join(' ');
    expect(ways.filter(([, kind, value, how]) => how === 'unread' && kind !== 'email' && everything.includes(digitsApart(value)))).toEqual([]);
  });

  it('holds no hours and no cost that nobody has checked', () => {
    expect(factsOf(bodies).filter(({fact}) => fact.checked === null)).toEqual([]);
  });

  it('shows all that it carries, each body’s ways in the one order', () => {
    for (const body of bodies) {
      expect(shownWays(body)).toEqual(body.ways);
      const places = body.ways.map(({kind}) => inOneOrder.indexOf(kind));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('says the same of each body as the whole directory, but for sources and what is left to confirm', () => {
    for (const {bodies: its} of carried) {
      for (const body of its) {
        const whole = builtIn.find(({id}) => id === body.id)!;
        expect(whole).toMatchObject({id: body.id, name: body.name, does: body.does, checked: body.checked});
        expect(shownWays(whole).map(({source: _, ...way}) => way)).toEqual(body.ways);
      }
    }
  });

  it('is short: nobody reads more than two sentences of what a body does and one of what it does not', () => {
    const sentences = (text: string) => text.split(/[.!?](?: |$)/).filter((part) => part.trim() !== '').length;
    expect(bodies.filter(({does}) => sentences(does) > 3 || does.length > 130).map(({id}) => id)).toEqual([]);
    expect(bodies.filter(({doesNot = ''}) => sentences(doesNot) > 1).map(({id}) => id)).toEqual([]);
    expect(bodies.filter(({does, doesNot = ''}) => !/\.$/.test(does) || (doesNot && !doesNot.endsWith('.'))).map(({id}) => id)).toEqual([]);
  });
});

describe.skipIf(!notesAreThere)(`the notes that the directory is written from${notesNote}`, () => {
  it('hold every number in it, digit for digit, in one row or one line', () => {
    const lines = notes().split('\n').map(digitsApart);
    const missing = ways.filter(([, kind, value]) => (kind === 'phone' || kind === 'text' || kind === 'relay') && !lines.some((line) => line.includes(digitsApart(value))));
    expect(missing).toEqual([]);
  });

  it('hold every email, address and web address in it', () => {
    const text = notes();
    expect(ways.filter(([, kind, value]) => kind === 'email' && !text.includes(value))).toEqual([]);
    expect(text).toContain('Citygate, Gallowgate, Newcastle NE1 4PA');
    expect(text).toContain('SignLive');
    expect(Object.values(addresses).filter((address) => !text.includes(address))).toEqual([]);
  });

  it('hold no number of anybody’s that the directory forgets, but for three that it takes to be old', () => {
    const inRows = rows().flatMap((cells) => longNumbers(cells.join(' | ')));
    const inDirectory = ways.map(([, , value]) => digits(value));
    expect(inRows.length).toBeGreaterThan(40);
    expect([...new Set(inRows)].filter((number) => !inDirectory.includes(number))).toEqual(['02078873800', '02075820866', '02033653400']);
  });

  it('say GK of no number that counts as read, where a whole row is general knowledge', () => {
    const unsourced = rows().filter((cells) => cells.at(-1) === 'GK').flatMap((cells) => longNumbers(cells.join(' | ')));
    expect(unsourced.length).toBeGreaterThan(2);
    expect(ways.filter(([, , value, how]) => how === 'read' && unsourced.includes(digits(value)))).toEqual([]);
  });
});

/** A text with its numbers closed up: `0345 015 4033` and `03450154033` are one. */
function digitsApart(text: string): string {
  return text.replace(/(?<=\d) (?=\d)/g, '');
}
