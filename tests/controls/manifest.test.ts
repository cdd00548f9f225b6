import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { boundProperty } from '../../controls/CustomerStatistics/manifestNames';
import type { Inputs, Outputs } from '../../controls/CustomerStatistics/manifestTypes';
import { customerStatisticsManifest, customerStatisticsStrings } from './resx';

const manifest = customerStatisticsManifest();
const attributes = (element: string, attribute: string): string[] =>
  Array.from(manifest.getElementsByTagName(element)).map((found) => found.getAttribute(attribute) ?? '');

describe('the manifest', () => {
  it('declares a virtual control under the name that the solution packs', () => {
    expect(attributes('control', 'namespace')).toEqual(['BusinessCentral']);
    expect(attributes('control', 'constructor')).toEqual(['CustomerStatistics']);
    expect(attributes('control', 'control-type')).toEqual(['virtual']);
    expect(attributes('external-service-usage', 'enabled')).toEqual(['false']);
  });

  it('declares the property that the code binds, as its types say', () => {
    const inputs: Record<keyof Inputs, string> = { customer: 'Lookup.Simple' };
    const outputs: Record<keyof Outputs, string> = { customer: 'bound' };
    expect(attributes('property', 'name')).toEqual([boundProperty]);
    expect(attributes('property', 'of-type')).toEqual(Object.values(inputs));
    expect(attributes('property', 'usage')).toEqual(Object.values(outputs));
  });

  it('takes React and Fluent from the platform', () => {
    const names = attributes('platform-library', 'name');
    const versions = attributes('platform-library', 'version');
    expect(names.map((name, index) => `${name} ${versions[index] ?? ''}`)).toEqual(['React 16.14.0', 'Fluent 8.121.1']);
  });

  it('names files that exist and texts that every language has', () => {
    const files = ['code', 'css', 'resx'].flatMap((element) => attributes(element, 'path'));
    expect(files).toHaveLength(6);
    for (const file of files) {
      expect(existsSync(join(__dirname, '../../controls/CustomerStatistics', file))).toBe(true);
    }
    const keys = ['control', 'property'].flatMap((element) =>
      ['display-name-key', 'description-key'].flatMap((attribute) => attributes(element, attribute)),
    );
    expect(keys).toHaveLength(4);
    for (const key of keys) expect(customerStatisticsStrings(1033).get(key)).toBeDefined();
  });
});
