import {describe, expect, it} from 'vitest';
import {productionSbom, type Sbom} from '../../../tools/packages/sbom.js';

const component = (name: string, more = {}) => ({'bom-ref': `${name}@1.0.0`, name, properties: [], externalReferences: [], ...more});
const development = {name: 'cdx:npm:package:development', value: 'true'};

function npmsBill(changes: Partial<Sbom> = {}): Sbom {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json', bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
    serialNumber: 'urn:uuid:a8479c12-173a-4be2-8bed-eda03a4054e4',
    metadata: {timestamp: '2026-11-30T17:07:27.179Z', component: {...component('project'), name: 'folder'}},
    components: [component('shared', {properties: [development], externalReferences: [{type: 'distribution', url: 'https://packages.example/shared.tgz'}, {type: 'vcs', url: 'https://code.example/shared'}]}), component('tool', {properties: [development]}), component('elsewhere')],
    dependencies: [{ref: 'project@1.0.0', dependsOn: ['shared@1.0.0', 'tool@1.0.0']}, {ref: 'shared@1.0.0', dependsOn: ['elsewhere@1.0.0']}, {ref: 'tool@1.0.0', dependsOn: ['shared@1.0.0']}],
    ...changes,
  };
}
const locked = {
  '': {version: '1.0.0'}, 'node_modules/shared': {version: '1.0.0'}, 'node_modules/tool': {version: '1.0.0', dev: true},
  // The same version stands twice, once for the tool alone.
  'node_modules/tool/node_modules/shared': {version: '1.0.0', dev: true}, 'node_modules/shared/node_modules/elsewhere': {version: '1.0.0', optional: true},
};

describe('the bill of materials', () => {
  const bill = productionSbom(npmsBill(), locked, 'project');

  it('has what is for use, though a tool needs it too, and no tool', () => {
    expect(bill.components.map(({name}) => name)).toEqual(['shared', 'elsewhere']);
    expect(bill.dependencies).toEqual([{ref: 'project@1.0.0', dependsOn: ['shared@1.0.0']}, {ref: 'shared@1.0.0', dependsOn: ['elsewhere@1.0.0']}]);
    expect(bill.components[0]?.properties).toEqual([]);
  });

  it('does not say where anything was fetched from, nor in which folder it was made', () => {
    expect(bill.components[0]?.externalReferences).toEqual([{type: 'vcs', url: 'https://code.example/shared'}]);
    expect(bill.metadata.component.name).toBe('project');
  });

  it('is the same each time, with a number that is another for other content', () => {
    const again = npmsBill({serialNumber: 'urn:uuid:bf9ddfd3-727d-4134-a53b-93da75d963b1'});
    again.metadata.timestamp = '2026-12-01T00:00:00.000Z';
    expect(productionSbom(again, locked, 'project')).toEqual(bill);
    expect(JSON.stringify(bill)).not.toContain('2026');
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(productionSbom(again, locked, 'other').serialNumber).not.toBe(bill.serialNumber);
  });
});
