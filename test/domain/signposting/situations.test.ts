import {describe, expect, it} from 'vitest';
import type {Situation} from '../../../src/contract/situation.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {whoCanHelp} from '../../../src/domain/signposting/who-can-help.js';

// Written by hand from what each body does (domain reference, signposting), not from the routes.

const directory = builtInSignposts(words('en'));
const today = '2026-11-24';

interface Expected {
  /** Directly after 999, in this order. */
  first: string;
  /** Somewhere after those. */
  also?: string;
  never?: string;
  by?: Record<string, string>;
}

const said = (situation: Situation) => whoCanHelp(directory, situation, today).map(({body}) => body.id);

const situations: Record<string, readonly [Situation, Expected]> = {
  'a complaint about a GP who answered last month': [
    {wants: 'complain', service: 'gp', pays: 'nhs', complained: 'answered', happened: '2026-10', danger: 'no'},
    {first: 'phso nhs-complaints-advocacy', also: 'cqc', never: 'lgsco iscas pals icb', by: {phso: '2027-10-31'}},
  ],
  'a complaint about a GP not made yet': [
    {wants: 'complain', service: 'gp', complained: 'no', happened: '2026-09', danger: 'no'},
    {first: 'provider icb nhs-complaints-advocacy phso', also: 'cqc local-healthwatch', never: 'lgsco nhs-england', by: {provider: '2027-09-30', icb: '2027-09-30', phso: '2027-09-30'}},
  ],
  'a complaint about a GP without an answer': [{wants: 'complain', service: 'gp', complained: 'waiting'}, {first: 'provider nhs-complaints-advocacy phso', never: 'icb'}],
  'a complaint about a GP, and nothing else said': [{wants: 'complain', service: 'gp'}, {first: 'provider icb nhs-complaints-advocacy phso'}],
  'a complaint about an NHS hospital': [{wants: 'complain', service: 'hospital', pays: 'nhs', complained: 'no'}, {first: 'provider pals icb nhs-complaints-advocacy phso', never: 'iscas'}],
  'a hospital that has answered': [{wants: 'complain', service: 'hospital', complained: 'answered'}, {first: 'phso nhs-complaints-advocacy', never: 'pals icb'}],
  'an ambulance': [{wants: 'complain', service: 'ambulance'}, {first: 'provider pals icb nhs-complaints-advocacy phso'}],
  'community health': [{wants: 'complain', service: 'community'}, {first: 'provider pals icb nhs-complaints-advocacy phso'}],
  'mental health care of somebody not detained': [{wants: 'complain', service: 'mental-health', detained: 'no'}, {first: 'provider pals icb nhs-complaints-advocacy phso', never: 'imha cqc-mental-health-act'}],
  'a specialised NHS service': [{wants: 'complain', service: 'specialised'}, {first: 'provider pals nhs-england nhs-complaints-advocacy phso', never: 'icb'}],
  'an NHS dentist': [{wants: 'complain', service: 'dentist', pays: 'nhs'}, {first: 'provider icb nhs-complaints-advocacy phso', also: 'cqc', never: 'iscas'}],
  'a private dentist': [{wants: 'complain', service: 'dentist', pays: 'self', happened: '2026-05'}, {first: 'provider iscas gdc', never: 'phso icb', by: {provider: '2026-11-30'}}],
  'a pharmacy, which the regulator does not register': [{wants: 'complain', service: 'pharmacy'}, {first: 'provider icb nhs-complaints-advocacy phso', never: 'cqc'}],
  'an optician, which the regulator does not register': [{wants: 'complain', service: 'optician', pays: 'nhs'}, {first: 'provider icb nhs-complaints-advocacy phso', never: 'cqc'}],
  'a private hospital paid by an insurer': [{wants: 'complain', service: 'hospital', pays: 'insurer'}, {first: 'provider iscas', also: 'cqc', never: 'phso icb lgsco'}],
  'a private hospital paid by the person': [{wants: 'complain', service: 'hospital', pays: 'self', happened: '2026-08'}, {first: 'provider iscas', by: {provider: '2027-02-28'}, never: 'phso'}],
  'a private hospital that has answered': [{wants: 'complain', service: 'hospital', pays: 'self', complained: 'answered'}, {first: 'iscas', never: 'provider phso'}],
  'a care home that somebody pays themselves': [{wants: 'complain', service: 'care-home', pays: 'self', happened: '2026-09'}, {first: 'provider independent-advocacy lgsco', also: 'cqc', never: 'phso iscas', by: {lgsco: '2027-09-30'}}],
  'a self-funded care home that has answered': [{wants: 'complain', service: 'care-home', pays: 'self', complained: 'answered'}, {first: 'lgsco independent-advocacy', never: 'provider'}],
  'a council’s home care that never answered': [{wants: 'complain', service: 'home-care', pays: 'council', complained: 'waiting', happened: '2026-03'}, {first: 'provider independent-advocacy lgsco', never: 'phso icb', by: {lgsco: '2027-03-31'}}],
  'a care home paid by the council': [{wants: 'complain', service: 'care-home', pays: 'council', happened: '2026-02'}, {first: 'provider independent-advocacy lgsco', by: {provider: '2027-02-28'}}],
  'a care home paid by the NHS': [{wants: 'complain', service: 'care-home', pays: 'nhs'}, {first: 'provider icb nhs-complaints-advocacy phso lgsco'}],
  'home care, and nobody said who pays': [{wants: 'complain', service: 'home-care'}, {first: 'provider independent-advocacy lgsco'}],
  'social care of an unknown kind': [{wants: 'complain', care: 'social'}, {first: 'provider independent-advocacy lgsco'}],
  'health care of an unknown kind': [{wants: 'complain', care: 'health'}, {first: 'provider icb nhs-complaints-advocacy phso'}],
  'a complaint, and nothing else said': [{wants: 'complain'}, {first: 'provider nhs-complaints-advocacy independent-advocacy phso lgsco'}],
  'an answered complaint, and nothing else said': [{complained: 'answered'}, {first: 'phso lgsco'}],
  'a council, and nothing else said': [{wants: 'complain', pays: 'council'}, {first: 'provider independent-advocacy lgsco', never: 'phso'}],
  'a complaint of somebody detained': [{wants: 'complain', detained: 'yes', service: 'mental-health'}, {first: 'cqc-mental-health-act imha provider', never: 'phso icb'}],
  'somebody detained who was answered': [{wants: 'complain', detained: 'yes', complained: 'answered', danger: 'no'}, {first: 'cqc-mental-health-act imha nhs-complaints-advocacy', never: 'provider phso'}],
  'somebody detained in a private hospital': [{wants: 'complain', detained: 'yes', service: 'hospital', pays: 'insurer', danger: 'no'}, {first: 'cqc-mental-health-act imha', never: 'phso iscas'}],
  'somebody detained who only tells': [{wants: 'tell', detained: 'yes'}, {first: 'cqc-mental-health-act imha', also: 'cqc'}],
  'somebody detained, and nothing else said': [{detained: 'yes'}, {first: 'cqc-mental-health-act imha'}],
  'somebody detained whose records are wrong': [{wants: 'records', detained: 'yes'}, {first: 'provider ico', also: 'imha'}],
  'health care in prison': [{wants: 'complain', service: 'prison'}, {first: 'provider nhs-england nhs-complaints-advocacy phso imb ppo', never: 'icb'}],
  'health care in prison that was answered': [{wants: 'complain', service: 'prison', complained: 'answered'}, {first: 'phso nhs-complaints-advocacy imb ppo'}],
  'a children’s home': [{wants: 'complain', care: 'social', age: 'child', danger: 'no'}, {first: 'provider independent-advocacy lgsco', also: 'ofsted childline', never: 'cqc'}],
  'a child’s GP': [{wants: 'complain', service: 'gp', age: 'child', danger: 'no'}, {first: 'provider icb nhs-complaints-advocacy phso', also: 'cqc childline'}],
  'a death in hospital that somebody complains of': [{wants: 'complain', service: 'hospital', died: 'yes'}, {first: 'provider pals medical-examiner icb nhs-complaints-advocacy phso', also: 'coroner bereavement-support'}],
  'a death in hospital': [{service: 'hospital', died: 'yes'}, {first: 'medical-examiner coroner bereavement-support'}],
  'a death in a care home that somebody complains of': [{wants: 'complain', service: 'care-home', died: 'yes'}, {first: 'provider medical-examiner independent-advocacy lgsco', also: 'bereavement-support'}],
  'a death that somebody only tells of': [{wants: 'tell', died: 'yes', danger: 'no'}, {first: 'cqc', also: 'medical-examiner coroner bereavement-support'}],
  'a nurse’s conduct': [{wants: 'report-person', profession: 'nurse', danger: 'no'}, {first: 'nmc provider', never: 'gmc'}],
  'a doctor’s conduct': [{wants: 'report-person', profession: 'doctor'}, {first: 'gmc provider'}],
  'a dentist’s conduct': [{wants: 'report-person', profession: 'dentist'}, {first: 'gdc'}],
  'a pharmacist’s conduct': [{wants: 'report-person', profession: 'pharmacist'}, {first: 'gphc'}],
  'an optician’s conduct': [{wants: 'report-person', profession: 'optician'}, {first: 'goc'}],
  'a social worker’s conduct': [{wants: 'report-person', profession: 'social-worker'}, {first: 'social-work-england'}],
  'a therapist’s conduct': [{wants: 'report-person', profession: 'therapist'}, {first: 'hcpc'}],
  'a chiropractor’s conduct': [{wants: 'report-person', profession: 'chiropractor'}, {first: 'gcc'}],
  'an osteopath’s conduct': [{wants: 'report-person', profession: 'osteopath'}, {first: 'gosc'}],
  'a care worker’s conduct, whom nobody registers': [{wants: 'report-person', profession: 'care-worker'}, {first: 'provider cqc council-safeguarding', never: 'gmc nmc hcpc'}],
  'somebody’s conduct, and no profession said': [{wants: 'report-person'}, {first: 'provider cqc', also: 'gmc nmc gdc gphc goc gcc gosc hcpc social-work-england'}],
  'a profession alone': [{profession: 'nurse'}, {first: 'nmc'}],
  'a complaint about a hospital in which a nurse is named': [{wants: 'complain', service: 'hospital', profession: 'nurse', danger: 'no'}, {first: 'provider pals icb nhs-complaints-advocacy phso', also: 'nmc', never: 'gmc'}],
  'a worker who saw abuse': [{wants: 'report-as-staff', danger: 'no'}, {first: 'cqc-staff protect council-safeguarding', also: 'speak-up-direct provider'}],
  'a worker who saw a child harmed': [{wants: 'report-as-staff', age: 'child', service: 'hospital'}, {first: 'cqc-staff protect childrens-services'}],
  'a worker in a children’s home': [{wants: 'report-as-staff', age: 'child', care: 'social'}, {first: 'ofsted cqc-staff protect'}],
  'a child at risk': [{wants: 'safeguard', age: 'child'}, {first: 'childrens-services nspcc childline police-101'}],
  'an adult who is abused': [{wants: 'safeguard', age: 'adult'}, {first: 'council-safeguarding police-101', also: 'hourglass domestic-abuse-helpline', never: 'nspcc'}],
  'abuse, and nobody said of whom': [{wants: 'safeguard'}, {first: 'council-safeguarding childrens-services nspcc police-101'}],
  'an adult in danger now': [{danger: 'now', age: 'adult'}, {first: 'nhs-111 samaritans shout council-safeguarding', never: 'cqc local-healthwatch care-opinion provider'}],
  'a child in danger now': [{danger: 'now', age: 'child'}, {first: 'childline nspcc childrens-services'}],
  'danger and a complaint at once': [{danger: 'now', wants: 'complain', service: 'gp'}, {first: 'nhs-111 samaritans', also: 'provider phso'}],
  'somebody under 18': [{age: 'child'}, {first: 'childline'}],
  'a child who tells, and nobody ruled danger out': [{age: 'child', wants: 'tell'}, {first: 'childline cqc'}],
  'records that are wrong': [{wants: 'records', service: 'gp'}, {first: 'provider ico'}],
  'records of a hospital': [{wants: 'records', service: 'hospital', danger: 'no'}, {first: 'provider ico pals'}],
  'telling of a care home': [{wants: 'tell', service: 'care-home', danger: 'no'}, {first: 'cqc local-healthwatch care-opinion', never: 'nhs-reviews phso'}],
  'telling of a GP': [{wants: 'tell', service: 'gp'}, {first: 'cqc local-healthwatch care-opinion nhs-reviews'}],
  'telling of a pharmacy': [{wants: 'tell', service: 'pharmacy'}, {first: 'local-healthwatch', never: 'cqc'}],
  'telling of a children’s home': [{wants: 'tell', care: 'social', age: 'child', danger: 'no'}, {first: 'ofsted local-healthwatch', never: 'cqc'}],
  'information about a hospital': [{wants: 'information', service: 'hospital'}, {first: 'local-healthwatch pals cqc'}],
  'information about social care': [{wants: 'information', care: 'social'}, {first: 'local-healthwatch cqc independent-advocacy', also: 'eass'}],
  'nothing said': [{}, {first: 'cqc local-healthwatch', also: 'provider samaritans'}],
  'a child at risk in Wales, once danger is ruled out': [{nation: 'wales', wants: 'safeguard', age: 'child', danger: 'no'}, {first: 'childline police-101'}],
  'a child at risk in Scotland': [{nation: 'scotland', wants: 'safeguard', age: 'child'}, {first: 'childline police-101'}],
  'a child at risk in Northern Ireland': [{nation: 'northern-ireland', wants: 'safeguard', age: 'child', danger: 'no'}, {first: 'childline police-101 rqia'}],
  'a complaint about a GP in Wales': [{nation: 'wales', wants: 'complain', service: 'gp', happened: '2026-01'}, {first: 'provider llais psow hiw', never: 'phso ciw icb cqc', by: {provider: '2027-01-31'}}],
  'a complaint about a care home in Wales that was answered': [{nation: 'wales', wants: 'complain', service: 'care-home', complained: 'answered'}, {first: 'psow llais ciw', never: 'hiw lgsco'}],
  'telling of a care home in Wales': [{nation: 'wales', wants: 'tell', service: 'care-home'}, {first: 'ciw llais'}],
  'a complaint about the NHS in Scotland': [{nation: 'scotland', wants: 'complain', service: 'hospital', pays: 'nhs', happened: '2026-08'}, {first: 'provider pass spso', never: 'phso cqc', by: {provider: '2027-02-28', spso: '2027-08-31'}}],
  'a complaint about a care home in Scotland': [{nation: 'scotland', wants: 'complain', service: 'care-home'}, {first: 'provider care-inspectorate spso', never: 'lgsco pass'}],
  'private health care in Scotland': [{nation: 'scotland', wants: 'complain', service: 'hospital', pays: 'self'}, {first: 'provider his', never: 'spso'}],
  'a complaint in Northern Ireland': [{nation: 'northern-ireland', wants: 'complain', service: 'gp'}, {first: 'provider pcc nipso rqia', never: 'phso'}],
  'an answered complaint in Northern Ireland': [{nation: 'northern-ireland', wants: 'complain', complained: 'answered'}, {first: 'nipso pcc'}],
  'telling in Northern Ireland': [{nation: 'northern-ireland', wants: 'tell'}, {first: 'rqia pcc'}],
};

it('looks at enough situations', () => {
  expect(Object.keys(situations).length).toBeGreaterThanOrEqual(60);
});

describe('whom people are pointed to', () => {
  it.each(Object.entries(situations))('%s', (_name, [situation, {first, also = '', never = '', by = {}}]) => {
    const [danger, ...others] = said(situation);
    const expected = first.split(' ');
    expect(danger).toBe('999');
    expect(others.slice(0, expected.length)).toEqual(expected);
    for (const id of also.split(' ').filter(Boolean)) expect(others.slice(expected.length)).toContain(id);
    for (const id of never.split(' ').filter(Boolean)) expect(others).not.toContain(id);
    const dates = Object.fromEntries(whoCanHelp(directory, situation, today).flatMap(({body, by: date}) => (date && body.id in by ? [[body.id, date]] : [])));
    expect(dates).toEqual(by);
  });

  it('gives a reason for everybody, and says when it is too early for an ombudsman', () => {
    const signposts = whoCanHelp(directory, {wants: 'complain', service: 'gp', complained: 'no'}, today);
    expect(signposts.every(({reason}) => reason.length > 0)).toBe(true);
    expect(signposts.find(({body}) => body.id === 'phso')?.reason).toMatch(/too early/);
  });
});
