import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packSolution, type SolutionSketch } from './solutionBuilder';
import { createSandboxOrganization } from './sandboxOrganization';

const folder = join(__dirname, '../../../../../shared/samples');
const withSamples = existsSync(folder) ? describe : describe.skip;

/** The file without byte order mark and XML declaration, to be put into a package. */
function sample(name: string): string {
  return readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF?\s*<\?xml[^>]*\?>/u, '');
}

function formRoots(xml: string): readonly string[] {
  return [...xml.matchAll(/<formid>\{(.*?)\}/gu)].map((match) => `60/${match[1] ?? ''}`);
}

withSamples('parts of really exported solutions', () => {
  test('a custom table of an export is imported with all its columns', async () => {
    const organization = createSandboxOrganization();
    organization.bring(
      await packSolution({ prefix: 'cat', roots: ['1/cat_almacceleratorsample'], entities: sample('unpacked-custom-Entity.xml') }),
    );
    const table = organization.table('cat_almacceleratorsample');
    expect(table).toMatchObject({ entitySetName: 'cat_almacceleratorsamples', ownership: 'user', primaryNameColumn: 'cat_name' });
    expect(table.columns.get('ownerid')).toMatchObject({ type: 'owner' });
    expect(table.columns.get('statuscode')).toMatchObject({ optionSet: { options: [{ value: 1, state: 0 }, { value: 2, state: 1 }] } });
  });

  test('a role of an export is imported with every privilege', async () => {
    const organization = createSandboxOrganization();
    const sketch: SolutionSketch = {
      prefix: 'cat',
      roots: ['1/cat_almacceleratorsample', '20/79494e90-ff93-eb11-b1ac-0022481c50f0'],
      entities: sample('unpacked-custom-Entity.xml'),
      roles: sample('unpacked-Role.xml'),
    };
    organization.bring(await packSolution(sketch));
    const role = organization.catalog().roles.get('79494e90-ff93-eb11-b1ac-0022481c50f0');
    expect(role?.name).toBe('ALM Accelerator Sample Role');
    expect(role?.privileges.size).toBe(17);
  });

  test.each(['Account', 'Product', 'Quote', 'QuoteDetail'])(
    'the managed change of the %s form is refused as what it is',
    async (table) => {
      const xml = sample(`CRMP2C_managed.${table}.en.xml`);
      const sketch: SolutionSketch = { prefix: 'msdynce', roots: [`1/${table.toLowerCase()}/2`, ...formRoots(xml)], entities: xml };
      const refusal = createSandboxOrganization().refusal(await packSolution(sketch));
      expect(refusal.message).toMatch(/does not cover this change of a form of another solution.*[0-9a-f-]{36}/u);
    },
  );

  test('an organization-owned table of an export is refused for the table that its lookup needs', async () => {
    const sketch: SolutionSketch = {
      prefix: 'msdynce',
      roots: ['1/msdynce_externalproductinventory'],
      entities: sample('orgowned-entity.msdynce_externalproductinventory.en.xml'),
      relationships: sample('orgowned-relationships.en.xml').replace(/<\/?EntityRelationships>/gu, ''),
    };
    const refusal = createSandboxOrganization().refusal(await packSolution(sketch));
    expect(refusal.message).toContain('there is no table msdyn_warehouse');
  });

  test('an extension of a table of Field Service is refused for that table', async () => {
    const xml = sample('ReportingSolution_managed.customizations.en.xml');
    const entities = /<Entities>(.*)<\/Entities>/su.exec(xml)?.[1] ?? '';
    const sketch: SolutionSketch = { prefix: 'o25fs', roots: ['1/bookableresourcebooking/1'], entities };
    const refusal = createSandboxOrganization().refusal(await packSolution(sketch));
    expect(refusal.message).toContain('The table bookableresourcebooking is not in the target system');
  });
});
