import { harbourSolution, shipRole, startHarbour } from './harbour';
import { column, packSolution, text } from '../solution/solutionBuilder';
import type { Answer, Harbour } from './harbour';

let harbour: Harbour;
beforeEach(async () => {
  harbour = await startHarbour();
});
afterEach(() => harbour.close());

const base64 = (file: Uint8Array): string => Buffer.from(file).toString('base64');

async function importAsync(file: string): Promise<{ readonly operation: Answer; readonly job: Answer }> {
  const started = await harbour.admin.post('ImportSolutionAsync', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    CustomizationFile: file,
  });
  expect(started.status).toBe(200);
  const { AsyncOperationId, ImportJobKey } = started.json;
  for (let attempt = 0; ; attempt += 1) {
    const operation = await harbour.admin.get(
      `asyncoperations(${String(AsyncOperationId)})?$select=statecode,statuscode,message`,
    );
    if (operation.json.statecode === 3 || attempt > 50) {
      return { operation, job: await harbour.admin.get(`importjobs(${String(ImportJobKey)})`) };
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('upgrades in the background and keeps the rows', async () => {
  const ship = await harbour.admin.post('tst_ships', { tst_name: 'Kept' });
  const { operation, job } = await importAsync(base64(await harbourSolution('1.1.0.0', text('tst_Colour', 20))));
  expect(operation.json).toMatchObject({ statecode: 3, statuscode: 30 });
  expect(job.json).toMatchObject({ progress: 100 });
  expect((await harbour.admin.patch(`tst_ships(${ship.id})`, { tst_colour: 'red' })).status).toBe(204);
  expect((await harbour.admin.get(`tst_ships(${ship.id})`)).json).toMatchObject({
    tst_name: 'Kept',
    tst_colour: 'red',
  });
});

it('says why a bad file is refused, and changes nothing', async () => {
  const broken = await importAsync(base64(Buffer.from('no zip at all')));
  expect(broken.operation.json).toMatchObject({ statecode: 3, statuscode: 31 });
  expect(String(broken.operation.json.message)).not.toBe('');
  const synchronous = await harbour.admin.post('ImportSolution', { CustomizationFile: base64(Buffer.from('no zip')) });
  expect([synchronous.status, synchronous.code]).toEqual([400, expect.stringMatching(/^0x80/)]);
  expect((await harbour.admin.get('tst_ships')).status).toBe(200);
  expect((await harbour.admin.post('ImportSolution', { CustomizationFile: '***' })).message).toContain('base64');
});

it('needs the privilege to import and to publish', async () => {
  const file = base64(await harbourSolution());
  expect((await harbour.as('seller').post('ImportSolutionAsync', { CustomizationFile: file })).message).toContain(
    'prvImportCustomization',
  );
  expect((await harbour.as('seller').post('PublishAllXml')).status).toBe(403);
  expect((await harbour.admin.post('PublishAllXml')).status).toBe(204);
});

it('removes a managed solution with its tables', async () => {
  const managed = await packSolution({
    uniqueName: 'Pier',
    managed: true,
    roots: ['20/5b0f4f5e-0000-4000-8000-00000000a009'],
    roles: `<Role id="{5b0f4f5e-0000-4000-8000-00000000a009}" name="Pier Guard" isinherited="1"><RolePrivileges><RolePrivilege name="prvReadAccount" level="Global" /></RolePrivileges></Role>`,
  });
  expect((await harbour.admin.post('ImportSolution', { CustomizationFile: base64(managed) })).status).toBe(204);
  const { rows } = await harbour.admin.get("solutions?$filter=uniquename eq 'Pier'");
  expect(rows[0]).toMatchObject({ ismanaged: true });
  expect((await harbour.admin.get("roles?$filter=name eq 'Pier Guard'")).rows).toHaveLength(1);
  expect((await harbour.admin.delete(`solutions(${String(rows[0]?.solutionid)})`)).status).toBe(204);
  expect((await harbour.admin.get("roles?$filter=name eq 'Pier Guard'")).rows).toHaveLength(0);
});

it('shows components as rows and does not let them be written by hand', async () => {
  const forms = await harbour.admin.get(
    "webresourceset?$filter=name eq 'tst_/hello.js'&$select=content,webresourcetype",
  );
  expect(forms.rows[0]).toMatchObject({ webresourcetype: 3, content: base64(Buffer.from('var hello = 1;')) });
  const answer = await harbour.admin.patch(`roles(${shipRole})`, { name: 'x' });
  expect([answer.status, answer.message]).toEqual([501, expect.stringContaining('role')]);
});

it('serves web resources', async () => {
  const response = await fetch(`${harbour.url}/WebResources/tst_/hello.js`);
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'var hello = 1;',
  ]);
  expect((await fetch(`${harbour.url}/WebResources/tst_/none.js`)).status).toBe(404);
});

it('refuses keys whose index is not active, until it is', async () => {
  harbour.setKeyActivation('delayed');
  const more = column('tst_Sign', 'nvarchar', '<MaxLength>10</MaxLength>');
  const file = await harbourSolution('1.2.0.0', more);
  const keyed = await packSolution({
    uniqueName: 'Signs',
    roots: ['1/tst_sign'],
    entities:
      '<Entity><Name LocalizedName="tst_Sign" OriginalName="tst_Sign">tst_Sign</Name><EntityInfo><entity Name="tst_Sign">' +
      '<LocalizedNames><LocalizedName description="Sign" languagecode="1033" /></LocalizedNames><attributes>' +
      column('tst_SignId', 'primarykey').replace('<IsCustomField>1', '<IsCustomField>0') +
      `${column('tst_Name', 'nvarchar', '<MaxLength>100</MaxLength>', 'PrimaryName|ValidForAdvancedFind')}</attributes>` +
      '<EntityKeys><EntityKey><Name>tst_SignKey</Name><LogicalName>tst_signkey</LogicalName><EntityKeyAttributes><AttributeName>tst_name</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys>' +
      '<EntitySetName>tst_signs</EntitySetName><OwnershipTypeMask>UserOwned</OwnershipTypeMask></entity></EntityInfo></Entity>',
  });
  expect(file.length).toBeGreaterThan(0);
  harbour.importSolution(keyed);
  const waiting = await harbour.admin.patch("tst_signs(tst_name='A')", {});
  expect([waiting.status, waiting.message]).toEqual([400, expect.stringContaining('not active')]);
  harbour.solutions.finishKeyIndexes(false);
  expect((await harbour.admin.patch("tst_signs(tst_name='A')", {})).status).toBe(204);
});
