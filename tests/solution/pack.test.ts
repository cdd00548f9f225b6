import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { customizationsOrder } from '../../tools/pack/customizations';
import { packEntries, packSolution } from '../../tools/pack/packSolution';
import { readZip } from '../../tools/pack/zip';
import { childOf, childrenOf, descendantsOf, elementAt, textAt, type XmlElement } from '../../tools/xml/element';
import { parseXml } from '../../tools/xml/parse';
import { added, edited, removed, repository, staged } from './stagedSolution';

// The whole solution is packed or validated in a test; that takes its time on a busy machine.
jest.setTimeout(60_000);

function entry(entries: ReadonlyMap<string, Uint8Array>, name: string): XmlElement {
  return parseXml(entries.get(name) ?? '', name);
}

describe('A solution zip', () => {
  it('has the same bytes every time, in whatever order the files are read', async () => {
    const first = await packSolution(staged, 'managed');
    expect(Buffer.compare(first, await packSolution(new Map([...staged].reverse()), 'managed'))).toBe(0);
  });

  it('has forward slashes, no folders, no comment, and dates of 1980', async () => {
    const zip = await JSZip.loadAsync(await packSolution(staged, 'unmanaged'));
    const entries = Object.values(zip.files);
    expect(entries.filter((file) => file.dir || file.name.includes('\\'))).toEqual([]);
    expect(new Set(entries.map((file) => file.date.toISOString()))).toEqual(new Set(['1980-01-01T00:00:00.000Z']));
    expect(entries[0]?.name).toBe('[Content_Types].xml');
  });

  it('gives back what was packed', async () => {
    const entries = packEntries(staged, 'unmanaged');
    const read = await readZip(await packSolution(staged, 'unmanaged'));
    expect(read.size).toBe(entries.size);
    for (const [name, content] of entries) expect(Buffer.compare(read.get(name) ?? Buffer.of(0), content)).toBe(0);
  });

  it('is managed or unmanaged, and otherwise the same', () => {
    const unmanaged = packEntries(staged, 'unmanaged');
    const managed = packEntries(staged, 'managed');
    expect(textAt(entry(unmanaged, 'solution.xml'), 'SolutionManifest', 'Managed')).toBe('0');
    expect(textAt(entry(managed, 'solution.xml'), 'SolutionManifest', 'Managed')).toBe('1');
    expect(managed.get('customizations.xml')).toEqual(unmanaged.get('customizations.xml'));
    expect([...managed.keys()]).toEqual([...unmanaged.keys()]);
  });
});

describe('customizations.xml', () => {
  const customizations = entry(packEntries(staged, 'unmanaged'), 'customizations.xml');
  const customer = descendantsOf(customizations, 'Entity').find((entity) => textAt(entity, 'Name') === 'bci_Customer');

  it('has its elements in the order of the schema', () => {
    const names = customizations.children.map((child) => child.name);
    const order = names.map((name) => customizationsOrder.findIndex((known) => known === name));
    expect(order).toEqual([...order].sort((left, right) => left - right));
    expect(names.at(-1)).toBe('Languages');
  });

  it('holds the forms of a table by type, from one file each', () => {
    const forms = childrenOf(childOf(customer, 'FormXml'), 'forms');
    expect(forms.map((form) => form.attributes)).toEqual([{ type: 'main' }]);
    const files = [...staged.keys()].filter((path) => path.startsWith('Entities/bci_Customer/FormXml/main/'));
    expect(descendantsOf(forms[0], 'systemform').map((form) => textAt(form, 'formid'))).toEqual(
      files.map((path) => path.split('/').at(-1)?.replace('.xml', '')),
    );
  });

  it('holds the views of a table in one list', () => {
    const files = [...staged.keys()].filter((path) => path.startsWith('Entities/bci_Customer/SavedQueries/'));
    expect(childrenOf(elementAt(customer, 'SavedQueries', 'savedqueries'), 'savedquery')).toHaveLength(files.length);
  });

  it('holds every relationship in the order in which they are named', () => {
    const named = childrenOf(parseXml(staged.get('Other/Relationships.xml') ?? '', ''), 'EntityRelationship');
    const packed = childrenOf(childOf(customizations, 'EntityRelationships'), 'EntityRelationship');
    expect(packed.map(({ attributes }) => attributes.Name)).toEqual(named.map(({ attributes }) => attributes.Name));
    expect(packed.every((relationship) => relationship.children.length > 0)).toBe(true);
  });

  it('holds roles, web resources, controls, the site map and the app', () => {
    const names = (list: string, item: string): number => childrenOf(childOf(customizations, list), item).length;
    expect(names('Roles', 'Role')).toBe(3);
    expect(names('WebResources', 'WebResource')).toBeGreaterThan(0);
    expect(names('CustomControls', 'CustomControl')).toBeGreaterThan(0);
    expect(names('AppModuleSiteMaps', 'AppModuleSiteMap')).toBe(1);
    expect(names('AppModules', 'AppModule')).toBe(1);
  });

  it('takes the managed edition of a form for the managed package only', () => {
    const form = [...staged.keys()].find((path) => path.startsWith('Entities/Account/FormXml/')) ?? '';
    const text = Buffer.from(staged.get(form) ?? '').toString();
    const both = added(staged, form.replace('.xml', '_managed.xml'), text.replace('maxWidth="1920"', 'maxWidth="1000"'));
    const widths = (['unmanaged', 'managed'] as const).map((type) => {
      const root = entry(packEntries(both, type), 'customizations.xml');
      const account = descendantsOf(root, 'Entity').find((entity) => textAt(entity, 'Name') === 'Account');
      return descendantsOf(account, 'form').map((element) => element.attributes.maxWidth);
    });
    expect(widths).toEqual([['1920'], ['1000']]);
  });
});

describe('The parts of a solution', () => {
  it('are web resources under their FileName and controls under their own', () => {
    const names = [...packEntries(staged, 'unmanaged').keys()];
    expect(names).toContain('WebResources/bci_iconsconnectionsvgD95103DD-FCA3-4D5D-BFBC-D5ACDBE59382');
    expect(names).toContain('Controls/bci_BusinessCentral.CustomerStatistics/bundle.js');
    expect(names.filter((name) => name.endsWith('.data.xml'))).toEqual([]);
  });

  it('each have a content type', () => {
    const types = entry(packEntries(staged, 'unmanaged'), '[Content_Types].xml');
    expect(childrenOf(types, 'Default').map(({ attributes }) => [attributes.Extension, attributes.ContentType])).toEqual(
      expect.arrayContaining([
        ['js', 'application/octet-stream'],
        ['xml', 'text/xml'],
      ]),
    );
    expect(childrenOf(types, 'Override').map(({ attributes }) => attributes.PartName)).toContain(
      '/Controls/bci_BusinessCentral.CustomerStatistics/ControlManifest.xml',
    );
  });
});

describe('Packing refuses, and says what to do', () => {
  it.each([
    ['a file that has no place', () => added(staged, 'Notes/plan.txt', ''), /Notes\/plan\.txt: has no place in a solution\. Move it out/],
    ['a web resource without content', () => removed(staged, /icons\/app\.svg$/), /app\.svg is missing\. Add the file/],
    ['a relationship that is not described', () => removed(staged, /^Other\/Relationships\/bci_Salesperson/), /named but not described/],
    [
      'a relationship that is not named',
      () => edited(staged, /^Other\/Relationships\.xml$/, '<EntityRelationship Name="bci_salesperson_customer" />', ''),
      /relationship bci_salesperson_customer is not named in/,
    ],
    ['sources without a manifest', () => removed(staged, /^Other\/Solution\.xml$/), /Other\/Solution\.xml: is missing/],
    ['an element that no solution has', () => edited(staged, /^Other\/Customizations\.xml$/, '<Languages>', '<Colours /><Languages>'), /<Colours> is not an element/],
    ['a file that is not XML', () => added(staged, 'Roles/Seller.xml', '<Role>'), /Roles\/Seller\.xml:\d+: not well-formed XML/],
  ])('%s', (_name, sources, message) => {
    expect(() => packEntries(sources(), 'unmanaged')).toThrow(message);
  });
});

// The layout's rules against a solution that Microsoft exported and SolutionPackager unpacked.
const sample = join(repository, '..', 'shared', 'samples', 'unpacked-custom-Entity.xml');
const withSample = existsSync(sample) ? describe : describe.skip;

withSample('A table that SolutionPackager unpacked (../shared/samples)', () => {
  it('is packed with all its columns', () => {
    const name = 'Entities/cat_AlmAcceleratorSample/Entity.xml';
    const source = readFileSync(sample);
    const packed = entry(packEntries(new Map([...staged, [name, source]]), 'unmanaged'), 'customizations.xml');
    const columns = (root: XmlElement | undefined): string[] =>
      descendantsOf(root, 'attribute').map((column) => textAt(column, 'LogicalName'));
    const table = descendantsOf(packed, 'Entity').find((entity) => textAt(entity, 'Name') === 'cat_AlmAcceleratorSample');
    expect(columns(table)).toEqual(columns(parseXml(source, sample)));
  });
});
