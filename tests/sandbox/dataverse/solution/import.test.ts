import {
  column,
  control,
  extension,
  form,
  key,
  lookup,
  packSolution,
  role,
  table,
  text,
  view,
  webResource,
  type SolutionSketch,
} from './solutionBuilder';
import { createSandboxOrganization } from './sandboxOrganization';

const viewId = 'aaaaaaaa-0000-4000-8000-000000000001';
const formId = 'aaaaaaaa-0000-4000-8000-000000000002';
const roleId = 'aaaaaaaa-0000-4000-8000-000000000003';
const scriptId = 'aaaaaaaa-0000-4000-8000-000000000004';

const picklist = (options: string): string =>
  `<AppDefaultValue>-1</AppDefaultValue><optionset Name="tst_ship_tst_flag"><OptionSetType>picklist</OptionSetType>` +
  `<displaynames><displayname description="Flag" languagecode="1033" /></displaynames><options>${options}</options></optionset>`;

const option = (value: number, label: string): string =>
  `<option value="${value}" Color="#107C10"><labels><label description="${label}" languagecode="1033" />` +
  `<label description="${label} (da)" languagecode="1030" /></labels></option>`;

const shipControl = control('Sea.Chart', '<property name="vessel" of-type="Lookup.Simple" usage="bound" required="true" />');

/** Ships and their crew, an extended account, a role, a view, a form, a script and a control. */
const harbour: SolutionSketch = {
  roots: [
    '1/tst_ship',
    '1/tst_sailor',
    '1/account/2',
    `20/${roleId}`,
    '61/tst_script.js',
    '66/tst_Sea.Chart',
    `60/${formId}`,
  ],
  entities:
    table('tst_Ship', {
      columns:
        text('tst_Code', 20) +
        column('tst_Tonnage', 'decimal', '<MinValue>0</MinValue><MaxValue>1000</MaxValue><Accuracy>3</Accuracy>') +
        column('tst_LaunchedOn', 'datetime', '<Format>date</Format><Behavior>2</Behavior>') +
        column('tst_Flag', 'picklist', picklist(option(123450000, 'Danish') + option(123450001, 'Other'))),
      keys: key('tst_CodeKey', 'tst_code'),
      views: view(viewId, 'tst_ship', ['tst_name', 'tst_code']),
    }) + table('tst_Sailor', { columns: column('tst_ShipId', 'lookup'), ownership: 'OrgOwned' }) +
    extension('Account', {
      columns: column('tst_FlagshipId', 'lookup'),
      forms: form(
        formId,
        ['name', 'tst_flagshipid'],
        '<controlDescriptions><controlDescription forControl="{11111111-0000-4000-8000-000000000001}">' +
          '<customControl formFactor="0" name="tst_Sea.Chart"><parameters><vessel><BindAttribute>tst_flagshipid</BindAttribute></vessel></parameters></customControl>' +
          '</controlDescription></controlDescriptions>' +
          '<formLibraries><Library name="tst_script.js" libraryUniqueId="{aaaaaaaa-0000-4000-8000-000000000009}" /></formLibraries>',
      ),
    }),
  relationships:
    lookup('tst_ship_sailors', 'tst_Sailor', 'tst_ShipId', 'tst_Ship', 'Cascade') +
    lookup('tst_ship_account', 'Account', 'tst_FlagshipId', 'tst_Ship'),
  roles: role(roleId, 'Harbour Clerk', { prvReadtst_Ship: 'Local', prvCreatetst_Ship: 'Basic', prvReadtst_Sailor: 'Global' }),
  webResources: webResource(scriptId, 'tst_script.js', '/WebResources/tst_script.js'),
  controls: shipControl.element,
  parts: { 'WebResources/tst_script.js': 'var a = 1;', ...shipControl.parts },
};

async function harbourOrganization(): Promise<ReturnType<typeof createSandboxOrganization>> {
  const organization = createSandboxOrganization();
  organization.bring(await packSolution(harbour));
  return organization;
}

test('tables come with their columns, set name, ownership and a type code of their own', async () => {
  const { table: find } = await harbourOrganization();
  const ship = find('tst_ship');
  expect(ship).toMatchObject({
    schemaName: 'tst_Ship',
    entitySetName: 'tst_ships',
    ownership: 'user',
    primaryIdColumn: 'tst_shipid',
    primaryNameColumn: 'tst_name',
    solution: 'Harbour',
  });
  expect(ship.objectTypeCode).toBe(10_100);
  expect(find('tst_sailor')).toMatchObject({ ownership: 'organization', objectTypeCode: 10_101 });
  expect(ship.columns.get('tst_tonnage')).toMatchObject({ type: 'decimal', minimum: 0, maximum: 1000, precision: 3 });
  expect(ship.columns.get('tst_launchedon')).toMatchObject({ type: 'datetime', behavior: 'dateOnly', format: 'dateOnly' });
  expect(ship.columns.get('tst_code')).toMatchObject({ type: 'string', maxLength: 20, isCustom: true });
});

test('choices keep values, colours and labels of every language', async () => {
  const { table: find } = await harbourOrganization();
  const flag = find('tst_ship').columns.get('tst_flag');
  if (flag?.type !== 'picklist') throw new Error('no choice');
  expect(flag.defaultValue).toBeUndefined();
  expect(flag.optionSet.options.map(({ value, color }) => [value, color])).toEqual([
    [123450000, '#107C10'],
    [123450001, '#107C10'],
  ]);
  expect(flag.optionSet.options[0]?.label.get(1030)).toBe('Danish (da)');
});

test('a table gets the system columns that the file leaves out', async () => {
  const { table: find } = await harbourOrganization();
  const names = (table: string): string[] => [...find(table).columns.keys()];
  expect(names('tst_ship')).toEqual(expect.arrayContaining(['ownerid', 'owningbusinessunit', 'createdon', 'versionnumber']));
  expect(names('tst_sailor')).toContain('organizationid');
  expect(names('tst_sailor')).not.toContain('ownerid');
});

test('a relationship gives the lookup its target and both sides their navigation property', async () => {
  const { catalog } = await harbourOrganization();
  expect(catalog().navigation('account').get('tst_FlagshipId')).toMatchObject({ kind: 'single', targets: ['tst_ship'] });
  expect(catalog().navigation('tst_ship').get('tst_ship_account')).toMatchObject({ kind: 'collection' });
  expect(catalog().navigation('tst_ship').get('ownerid')).toMatchObject({ kind: 'single', targets: ['systemuser', 'team'] });
  expect(catalog().relationships.get('tst_ship_sailors')).toMatchObject({ cascade: { delete: 'Cascade' } });
});

test('privileges of new tables exist, the administrator has them, and the role has its depths', async () => {
  const { catalog } = await harbourOrganization();
  const clerk = catalog().roles.get(roleId);
  expect([...(clerk?.privileges ?? [])]).toEqual([
    ['prvReadtst_Ship', 'Local'],
    ['prvCreatetst_Ship', 'Basic'],
    ['prvReadtst_Sailor', 'Global'],
  ]);
  expect(catalog().privileges.has('prvAssigntst_Ship')).toBe(true);
  expect(catalog().privileges.has('prvAssigntst_Sailor')).toBe(false);
  const administrator = [...catalog().roles.values()].find((each) => each.name === 'System Administrator');
  expect(administrator?.privileges.get('prvDeletetst_Ship')).toBe('Global');
});

test('an alternate key is active after the import, and pending while its index is held back', async () => {
  const organization = createSandboxOrganization();
  organization.keyActivation = 'delayed';
  organization.bring(await packSolution(harbour));
  const status = (): string | undefined => organization.table('tst_ship').keys[0]?.indexStatus;
  expect(status()).toBe('Pending');
  organization.solutions.finishKeyIndexes(true);
  expect(status()).toBe('Failed');
  organization.keyActivation = 'immediate';
  organization.solutions.reactivateKey('tst_ship', 'tst_codekey');
  expect(status()).toBe('Active');
});

test('a new key over rows that contradict it fails, and the import still succeeds', async () => {
  const organization = await harbourOrganization();
  organization.rows.put('account', 'a1', { accountid: 'a1', accountnumber: 'C1' });
  organization.rows.put('account', 'a2', { accountid: 'a2', accountnumber: 'c1' });
  const second: SolutionSketch = {
    uniqueName: 'Keys',
    roots: ['1/account/2'],
    entities: extension('Account', { keys: key('tst_NumberKey', 'accountnumber') }),
  };
  organization.bring(await packSolution(second));
  expect(organization.table('account').keys.map(({ logicalName, indexStatus }) => [logicalName, indexStatus])).toEqual([
    ['tst_numberkey', 'Failed'],
  ]);
});

test('views, forms, web resources and controls are kept as the file has them', async () => {
  const { catalog } = await harbourOrganization();
  expect(catalog().views.get(viewId)).toMatchObject({ table: 'tst_ship', queryType: 0, isDefault: true });
  expect(catalog().views.get(viewId)?.fetchXml).toContain('<entity name="tst_ship">');
  expect(catalog().forms.get(formId)).toMatchObject({ table: 'account', type: 'main' });
  expect(Buffer.from(catalog().webResources.get('tst_script.js')?.content ?? []).toString()).toBe('var a = 1;');
  const chart = catalog().customControls.get('tst_Sea.Chart');
  expect(chart).toMatchObject({ version: '1.2.3', controlType: 'virtual' });
  expect(chart?.properties).toEqual([{ name: 'vessel', usage: 'bound', required: true, types: ['Lookup.Simple'] }]);
  expect([...(chart?.files.keys() ?? [])]).toEqual(['ControlManifest.xml', 'bundle.js', 'strings/texts.1033.resx']);
});

test('every component is a row as well', async () => {
  const { rows, catalog } = await harbourOrganization();
  expect(rows.row('role', roleId)).toMatchObject({ name: 'Harbour Clerk' });
  expect(rows.row('savedquery', viewId)).toMatchObject({ name: 'Ships at sea', returnedtypecode: 'tst_ship' });
  expect(rows.row('systemform', formId)).toMatchObject({ objecttypecode: 'account', type: 2 });
  expect(rows.row('webresource', scriptId)).toMatchObject({ name: 'tst_script.js', content: Buffer.from('var a = 1;').toString('base64') });
  const solution = catalog().solutions.get('Harbour');
  expect(rows.row('solution', solution?.id ?? '')).toMatchObject({ uniquename: 'Harbour', version: '1.0.0.0', ismanaged: false });
  expect([...rows.rowsWithLookup('solutioncomponent', 'solutionid', solution?.id ?? '')]).toHaveLength(7);
  const filters = [...rows.rows('sdkmessagefilter')].filter((row) => row.primaryobjecttypecode === 'tst_ship');
  expect(filters).toHaveLength(3);
});

test('a many-to-many relationship brings its intersect table', async () => {
  const organization = await harbourOrganization();
  const berths: SolutionSketch = {
    uniqueName: 'Berths',
    roots: ['1/tst_berth'],
    entities: table('tst_Berth'),
    relationships:
      '<EntityRelationship Name="tst_ship_berths"><EntityRelationshipType>ManyToMany</EntityRelationshipType>' +
      '<FirstEntityName>tst_Ship</FirstEntityName><SecondEntityName>tst_Berth</SecondEntityName>' +
      '<IntersectEntityName>tst_ship_berth</IntersectEntityName></EntityRelationship>',
  };
  organization.bring(await packSolution(berths));
  expect(organization.table('tst_ship_berth')).toMatchObject({ isIntersect: true, primaryIdColumn: 'tst_ship_berthid' });
  expect(organization.catalog().navigation('tst_berth').get('tst_ship_berths')).toMatchObject({
    kind: 'manyToMany',
    otherTable: 'tst_ship',
    ownColumn: 'tst_berthid',
    otherColumn: 'tst_shipid',
  });
});

test('environment variable definitions come from their folders', async () => {
  const organization = createSandboxOrganization();
  const sketch: SolutionSketch = {
    roots: ['380/tst_Port'],
    parts: {
      'environmentvariabledefinitions/tst_Port/environmentvariabledefinition.xml':
        '<environmentvariabledefinition schemaname="tst_Port"><defaultvalue>4700</defaultvalue>' +
        '<displayname default="Port"><label description="Port" languagecode="1033" /></displayname>' +
        '<isrequired>1</isrequired><type>100000001</type></environmentvariabledefinition>',
    },
  };
  organization.bring(await packSolution(sketch));
  expect(organization.catalog().environmentVariables.get('tst_Port')).toMatchObject({ type: 100_000_001, defaultValue: '4700' });
  expect([...organization.rows.rows('environmentvariabledefinition')]).toMatchObject([{ schemaname: 'tst_Port', displayname: 'Port' }]);
});

test('a global choice is shared by the columns that name it', async () => {
  const organization = createSandboxOrganization();
  const sketch: SolutionSketch = {
    roots: ['1/tst_ship', '9/tst_flag'],
    optionSets: `<optionset Name="tst_flag"><OptionSetType>picklist</OptionSetType><options>${option(1, 'Red')}</options></optionset>`,
    entities: table('tst_Ship', { columns: column('tst_Flag', 'picklist', '<OptionSetName>tst_flag</OptionSetName>') }),
  };
  organization.bring(await packSolution(sketch));
  expect(organization.table('tst_ship').columns.get('tst_flag')).toMatchObject({ optionSet: { name: 'tst_flag', isGlobal: true } });
});

test('an import in the background tells how it goes in asyncoperation and importjob', async () => {
  const organization = createSandboxOrganization();
  const request = { upgrade: false, userId: 'u', messageName: 'ImportSolutionAsync', file: await packSolution(harbour) };
  const { importJobId, asyncOperationId } = organization.solutions.startImport(request);
  const operation = (): unknown => organization.rows.row('asyncoperation', asyncOperationId);
  expect(operation()).toMatchObject({ statecode: 0, statuscode: 0 });
  expect(organization.catalog().table('tst_ship')).toBeUndefined();
  organization.runScheduled();
  expect(operation()).toMatchObject({ statecode: 3, statuscode: 30, errorcode: 0 });
  const job = organization.rows.row('importjob', importJobId);
  expect(job).toMatchObject({ progress: 100, solutionname: 'Harbour', completedon: '2026-03-02T12:00:00.000Z' });
  expect(job?.data).toContain('<entity id="tst_ship" LocalizedName="tst_Ship" processed="true"><result result="success"');
  expect([...organization.rows.rows('msdyn_solutionhistory')]).toMatchObject([
    { msdyn_uniquename: 'Harbour', msdyn_result: true, msdyn_operation: 0, msdyn_suboperation: 1 },
  ]);
});

test('a refused import in the background says why', async () => {
  const organization = createSandboxOrganization();
  const file = await packSolution({ ...harbour, roles: role(roleId, 'Harbour Clerk', { prvReadNothing: 'Global' }) });
  const { importJobId, asyncOperationId } = organization.solutions.startImport({ file, upgrade: false, userId: 'u', messageName: 'ImportSolutionAsync' });
  organization.runScheduled();
  expect(organization.rows.row('asyncoperation', asyncOperationId)).toMatchObject({ statecode: 3, statuscode: 31, errorcode: -2147188648 });
  expect(organization.rows.row('importjob', importJobId)?.data).toContain('prvReadNothing');
  expect(organization.catalog().table('tst_ship')).toBeUndefined();
});

test('a file can be checked without importing it', async () => {
  const organization = createSandboxOrganization();
  const before = organization.catalog();
  expect(organization.solutions.validate(await packSolution(harbour))).toBeUndefined();
  const refusal = organization.solutions.validate(await packSolution({ ...harbour, roots: ['1/tst_ghost'] }));
  expect(refusal?.message).toContain('tst_ghost');
  expect(organization.catalog()).toBe(before);
});
