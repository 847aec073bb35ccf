import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Service, type ServiceKind} from '../../../src/contract/service.js';
import {serviceFromRecord} from '../../../src/domain/ratings/service-from-record.js';
import {locationFiles, sample, samplesAreThere, samplesNote} from '../../support/ratings/samples.js';
import {readFileSync} from 'node:fs';

const location = {locationId: '1-900000001', providerId: '1-900000002', name: 'Example House', registrationStatus: 'Registered'};

function service(record: unknown): Service {
  const read = serviceFromRecord(record);
  if ('fault' in read) throw new Error(read.fault);
  return read.service;
}

function fault(record: unknown): string | undefined {
  const read = serviceFromRecord(record);
  return 'fault' in read ? read.fault : undefined;
}

describe('A location’s record becomes a service:', () => {
  it('with its name, place, codes and provider', () => {
    const record = {...location, name: ' Example\tHouse ', postalAddressTownCity: 'Exampleton', postalCode: 'zz11aa', odsCode: 'VX123', website: 'www.example'};
    expect(service(record)).toEqual({
      id: '1-900000001', level: 'location', name: 'Example House', town: 'Exampleton', postcode: 'ZZ1 1AA', odsCode: 'VX123',
      provider: {id: '1-900000002'}, status: {kind: 'registered'},
    });
  });

  it('even when an old record says little', () => {
    expect(service({locationId: '1-900000001', name: 'Example House'})).toEqual({id: '1-900000001', level: 'location', name: 'Example House', status: {kind: 'registered'}});
  });

  it('and what is of the wrong kind is left out, not guessed', () => {
    const strange = {...location, postalAddressTownCity: 7, postalCode: 'near the river', odsCode: 'not a code', providerId: null, gacServiceTypes: 'Dentist', inspectionCategories: [null, {code: 3}, {code: 'P1'}], relationships: {}};
    expect(service(strange)).toEqual({id: '1-900000001', level: 'location', name: 'Example House', kinds: ['dentist'], status: {kind: 'registered'}});
  });

  it('and nobody’s name comes with it', () => {
    const people = [{personTitle: 'Dr', personGivenName: 'NOBODY', personFamilyName: 'NOBODY', personRoles: ['Registered Manager']}];
    const record = {...location, regulatedActivities: [{name: 'Personal care', code: 'RA1', contacts: people, nominatedIndividual: people[0]}], contacts: people, registeredManager: 'NOBODY'};
    expect(JSON.stringify(service(record))).not.toContain('NOBODY');
  });
});

describe('A provider’s record becomes a service', () => {
  it('of its own level, without a provider', () => {
    expect(service({providerId: 'ZZZ', name: 'Example Trust', odsCode: 'ZZZ', registrationStatus: 'Registered', locationIds: ['ZZZ01']})).toEqual({
      id: 'ZZZ', level: 'provider', name: 'Example Trust', odsCode: 'ZZZ', status: {kind: 'registered'},
    });
  });

  it('that may have been followed by another provider', () => {
    const successor = {relatedProviderId: '1-900000003', relatedProviderName: 'Example Care Ltd', type: 'HSCA Successor', reason: 'New Provider'};
    const closed = {providerId: '1-900000002', name: 'Example Homes', registrationStatus: 'Deregistered', deregistrationDate: '2024-03-31', relationships: [successor]};
    expect(service(closed).status).toEqual({kind: 'closed', on: '2024-03-31', successor: {id: '1-900000003', name: 'Example Care Ltd'}});
  });
});

describe('Whether a service is still there:', () => {
  const deregistered = {...location, registrationStatus: 'Deregistered', deregistrationDate: '2024-03-31'};
  const relationship = {relatedLocationId: '1-900000004', relatedLocationName: 'Example House', type: 'HSCA Successor', reason: 'Legal Entity Change'};

  it('closed on a day', () => {
    expect(service(deregistered).status).toEqual({kind: 'closed', on: '2024-03-31'});
    expect(service({...deregistered, deregistrationDate: undefined}).status).toEqual({kind: 'closed'});
  });

  it('closed, and another took over', () => {
    expect(service({...deregistered, relationships: [relationship]}).status).toEqual({kind: 'closed', on: '2024-03-31', successor: {id: '1-900000004', name: 'Example House'}});
  });

  it('moved', () => {
    expect(service({...deregistered, relationships: [{...relationship, reason: 'Location Move'}]}).status.kind).toBe('moved');
  });

  it('what came before it is no successor', () => {
    expect(service({...deregistered, relationships: [{...relationship, type: 'HSCA Predecessor', reason: 'Location Move'}]}).status).toEqual({kind: 'closed', on: '2024-03-31'});
  });

  it('a registered service that moved here is simply registered', () => {
    expect(service({...location, relationships: [relationship]}).status).toEqual({kind: 'registered'});
  });

  it('a line of a list page says a name and a postcode, and not whether it has closed', () => {
    const line = {locationId: '1-900000001', locationName: 'Example House', postalCode: 'ZZ1 1AA'};
    expect(serviceFromRecord(line)).toEqual({service: {id: '1-900000001', level: 'location', name: 'Example House', postcode: 'ZZ1 1AA', status: {kind: 'registered'}}, statusKnown: false});
    expect(serviceFromRecord(location)).toMatchObject({statusKnown: true});
    expect(serviceFromRecord({providerId: '1-900000002', providerName: 'Example Care Ltd'})).toMatchObject({service: {level: 'provider', name: 'Example Care Ltd'}, statusKnown: false});
  });
});

describe('What a service does is read from', () => {
  const kinds = (parts: object) => service({...location, ...parts}).kinds;
  const category = (code: string, primary?: string) => ({code, primary, name: code});

  it.each<[string, ServiceKind]>([
    ['P1', 'dentist'], ['P2', 'gp'], ['P4', 'prison'], ['S1', 'care-home'], ['S2', 'home-care'], ['H1', 'hospital'], ['H4', 'hospital'],
    ['H5', 'ambulance'], ['H6', 'community'], ['H8', 'mental-health'], ['H9', 'mental-health'],
  ])('CQC’s category %s: %s', (code, kind) => {
    expect(kinds({inspectionCategories: [category(code)]})).toEqual([kind]);
  });

  it.each<[string, ServiceKind]>([
    ['Doctors/Gps', 'gp'], ['Dentist', 'dentist'], ['Nursing homes', 'care-home'], ['Residential homes', 'care-home'], ['Homecare agencies', 'home-care'],
    ['Supported living', 'home-care'], ['Ambulances', 'ambulance'], ['Hospital', 'hospital'], ['Community services - Mental Health', 'mental-health'], ['Prison healthcare', 'prison'],
  ])('the service type %s: %s', (name, kind) => {
    expect(kinds({gacServiceTypes: [{name}]})).toEqual([kind]);
  });

  it('the service type’s description', () => {
    expect(kinds({gacServiceTypes: [{description: 'Domiciliary care service'}]})).toEqual(['home-care']);
  });

  it('the location’s type, the record’s type and whether it is a care home', () => {
    expect(kinds({locationTypes: [{type: 'GP Practice'}]})).toEqual(['gp']);
    expect(kinds({type: 'Primary Dental Care'})).toEqual(['dentist']);
    expect(kinds({type: 'Social Care Org', careHome: 'Y'})).toEqual(['care-home']);
    expect(kinds({type: 'Social Care Org', careHome: 'N'})).toBeUndefined();
  });

  it('each once, CQC’s main category first', () => {
    const parts = {inspectionCategories: [category('S2'), category('S1', 'true')], gacServiceTypes: [{name: 'Nursing homes'}, {name: 'Supported living'}]};
    expect(kinds(parts)).toEqual(['care-home', 'home-care']);
  });

  it('a hospital with consulting doctors is no GP practice', () => {
    expect(kinds({inspectionCategories: [category('H2', 'true')], gacServiceTypes: [{name: 'Doctors/Gps'}]})).toEqual(['hospital']);
  });

  it('nothing it does not know', () => {
    expect(kinds({inspectionCategories: [category('P8'), category('constructor')], gacServiceTypes: [{name: 'toString'}]})).toBeUndefined();
  });
});

describe('What is no record says why:', () => {
  it.each([
    ['nothing', null, 'is not an object'],
    ['a text', 'Example House', 'is not an object'],
    ['a list', [], 'is not an object'],
    ['an empty object', {}, 'has neither locationId nor providerId'],
    ['an id with spaces', {...location, locationId: '1 2'}, 'has an id that is not a CQC id'],
    ['an id too long', {...location, locationId: '1-'.padEnd(30, '9')}, 'has an id that is not a CQC id'],
    ['no name', {locationId: '1-900000001'}, 'has no name that can be shown'],
    ['a blank name', {...location, name: ' \u0000 '}, 'has no name that can be shown'],
    ['a name of 301 characters', {...location, name: 'x'.repeat(301)}, 'has no name that can be shown'],
    ['half a surrogate pair', {...location, name: 'x\uD800'}, 'has no name that can be shown'],
  ])('%s', (_what, record, why) => {
    expect(fault(record)).toBe(why);
  });

  it('and whatever is given, the answer is a service of the contract or a fault', () => {
    const field = fc.oneof(fc.string(), fc.constantFrom('1-900000001', 'ZZZ01', 'Deregistered', '2024-03-31', 'HSCA Successor', 'Location Move'), fc.jsonValue());
    const keys = ['locationId', 'providerId', 'name', 'postalCode', 'odsCode', 'registrationStatus', 'deregistrationDate', 'relationships', 'gacServiceTypes', 'inspectionCategories', '__proto__'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), field), (record) => {
        const read = serviceFromRecord(record);
        if ('fault' in read) expect(read.fault).not.toBe('');
        else expect(Service.safeParse(read.service).success).toBe(true);
      }),
    );
  });
});

describe.skipIf(!samplesAreThere)(`CQC’s own records${samplesNote}`, () => {
  it('all become services of the contract, without the names of the people in them', () => {
    expect(locationFiles().length).toBeGreaterThan(10);
    for (const file of locationFiles()) {
      const read = service(JSON.parse(readFileSync(file, 'utf8')));
      expect(Service.parse(read)).toEqual(read);
      expect(JSON.stringify(read)).not.toMatch(/REDACTED|Manager/);
    }
  });

  it('a care home with its codes and provider', () => {
    expect(service(sample('location-mixed-key-question-dates.json'))).toEqual({
      id: '1-112774876', level: 'location', name: 'Albany House - Doncaster', town: 'Doncaster', postcode: 'DN6 7JX', odsCode: 'VM1K4',
      provider: {id: '1-101610802'}, kinds: ['care-home'], status: {kind: 'registered'},
    });
  });

  it('a sparse one of 2018', () => {
    expect(service(sample('location-predecessor-2018-sparse.json'))).toMatchObject({id: '1-1000210669', town: 'St Leonards On Sea', kinds: ['care-home'], status: {kind: 'registered'}});
  });

  it('one that has closed, and who took over', () => {
    expect(service(sample('location-deregistered-no-published-rating-successor.json')).status).toEqual({
      kind: 'closed', on: '2013-10-01', successor: {id: '1-701708414', name: 'Agape House Limited'},
    });
  });

  it.each<[string, ServiceKind[]]>([
    ['location-gp-population-groups.json', ['gp']],
    ['location-dentist-no-action.json', ['dentist']],
    ['location-independent-ambulance.json', ['ambulance']],
    ['location-deregistered-still-rated.json', ['home-care']],
  ])('%s says what it does', (name, kinds) => {
    expect(service(sample(name)).kinds).toEqual(kinds);
  });
});
