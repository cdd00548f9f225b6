import { column, extension, form, lookup, packSolution, role, table, text, view, type SolutionSketch } from './solutionBuilder';
import { adminId, createSandboxOrganization, type SandboxOrganization } from './sandboxOrganization';
import { userId } from '../../../../sandbox/dataverse/platform/organizationRows';

const roleId = 'cccccccc-0000-4000-8000-000000000001';
const formId = 'cccccccc-0000-4000-8000-000000000002';
const viewId = 'cccccccc-0000-4000-8000-000000000003';

function fleet(more: Partial<SolutionSketch> = {}): SolutionSketch {
  return {
    uniqueName: 'Fleet',
    managed: true,
    roots: ['1/tst_ship', '1/tst_berth', '1/account/2', `20/${roleId}`, `60/${formId}`],
    entities:
      table('tst_Ship', { columns: text('tst_Code') + text('tst_Captain'), views: view(viewId, 'tst_ship', ['tst_name']), ribbon: '<CustomActions><HideCustomAction HideActionId="x" /></CustomActions>' }) +
      table('tst_Berth') +
      extension('Account', { columns: column('tst_ShipId', 'lookup'), forms: form(formId, ['name', 'tst_shipid']) }),
    relationships: lookup('tst_ship_account', 'Account', 'tst_ShipId', 'tst_Ship'),
    roles: role(roleId, 'Fleet Clerk', { prvReadtst_Ship: 'Global' }),
    ...more,
  };
}

/** Version 2: a column more, a column, a table and a view less. */
const fleetTwo = fleet({
  version: '2.0.0.0',
  roots: ['1/tst_ship', '1/account/2', `20/${roleId}`, `60/${formId}`],
  entities:
    table('tst_Ship', { columns: text('tst_Code') + text('tst_Length') }) +
    extension('Account', { columns: column('tst_ShipId', 'lookup'), forms: form(formId, ['name', 'tst_shipid']) }),
});

async function withFleet(more: Partial<SolutionSketch> = {}): Promise<SandboxOrganization> {
  const organization = createSandboxOrganization();
  organization.bring(await packSolution(fleet(more)));
  organization.rows.put('tst_ship', 's1', { tst_shipid: 's1', tst_name: 'Ada', tst_code: 'A', tst_captain: 'Ida' });
  organization.rows.put('tst_berth', 'b1', { tst_berthid: 'b1', tst_name: 'North' });
  organization.rows.put('account', 'a1', { accountid: 'a1', name: 'Adatum', tst_shipid: { table: 'tst_ship', id: 's1' } });
  organization.rows.join('systemuserroles', { systemuserid: userId('seller@cronus.example'), roleid: roleId });
  return organization;
}

test('an update keeps the data and removes nothing', async () => {
  const organization = await withFleet();
  const before = organization.table('tst_ship');
  organization.bring(await packSolution(fleetTwo));
  expect(organization.rows.row('tst_ship', 's1')).toMatchObject({ tst_code: 'A', tst_captain: 'Ida' });
  expect(organization.table('tst_ship')).toMatchObject({ metadataId: before.metadataId, objectTypeCode: before.objectTypeCode });
  expect([...organization.table('tst_ship').columns.keys()]).toEqual(expect.arrayContaining(['tst_captain', 'tst_length']));
  expect(organization.catalog().tables.has('tst_berth')).toBe(true);
  expect(organization.catalog().solutions.get('Fleet')?.version).toBe('2.0.0.0');
});

test('an upgrade removes what the new version does not bring, with its data, and keeps the rest', async () => {
  const organization = await withFleet();
  organization.bring(await packSolution(fleetTwo), true);
  expect(organization.table('tst_ship').columns.has('tst_captain')).toBe(false);
  expect(organization.rows.row('tst_ship', 's1')).toMatchObject({ tst_name: 'Ada', tst_code: 'A' });
  expect(organization.rows.row('tst_ship', 's1')).not.toHaveProperty('tst_captain');
  expect(organization.catalog().tables.has('tst_berth')).toBe(false);
  expect([...organization.rows.rows('tst_berth')]).toEqual([]);
  expect(organization.catalog().views.has(viewId)).toBe(false);
  expect(organization.rows.row('savedquery', viewId)).toBeUndefined();
  expect(organization.catalog().ribbons).toEqual([]);
  expect(organization.catalog().privileges.has('prvReadtst_Berth')).toBe(false);
});

test('the same version again changes nothing', async () => {
  const organization = await withFleet();
  const before = organization.catalog();
  organization.bring(await packSolution(fleet()), true);
  expect([...organization.catalog().tables.keys()]).toEqual([...before.tables.keys()]);
  expect(organization.table('tst_ship')).toEqual(before.table('tst_ship'));
  expect(organization.rows.row('tst_ship', 's1')).toMatchObject({ tst_captain: 'Ida' });
});

test('removing a managed solution removes its tables, columns, forms, roles and ribbon, and nothing else', async () => {
  const clean = createSandboxOrganization().catalog();
  const organization = await withFleet();
  organization.solutions.uninstall('Fleet', adminId);
  const after = organization.catalog();
  for (const part of ['tables', 'relationships', 'privileges', 'roles', 'views', 'forms', 'solutions'] as const) {
    expect([...after[part].keys()].sort()).toEqual([...clean[part].keys()].sort());
  }
  expect(after.ribbons).toEqual([]);
  expect([...organization.table('account').columns.keys()]).toEqual([...(clean.table('account')?.columns.keys() ?? [])]);
  expect(organization.rows.row('account', 'a1')).toMatchObject({ name: 'Adatum' });
  expect(organization.rows.row('account', 'a1')).not.toHaveProperty('tst_shipid');
  expect([...organization.rows.rows('tst_ship')]).toEqual([]);
  expect(organization.rows.joined('systemuserroles', 'roleid', roleId, 'systemuserid')).toEqual([]);
  expect([...organization.rows.rows('msdyn_solutionhistory')].map((row) => row.msdyn_operation)).toEqual([0, 1]);
});

test('removing an unmanaged solution removes only the container', async () => {
  const organization = await withFleet({ managed: false });
  organization.solutions.uninstall('Fleet', adminId);
  expect(organization.catalog().solutions.has('Fleet')).toBe(false);
  expect(organization.table('tst_ship').columns.has('tst_code')).toBe(true);
});

test('a solution that another one needs cannot be removed', async () => {
  const organization = await withFleet();
  const cargo: SolutionSketch = {
    uniqueName: 'Cargo',
    roots: ['1/tst_cargo'],
    entities: table('tst_Cargo', { columns: column('tst_ShipId', 'lookup') }),
    relationships: lookup('tst_ship_cargo', 'tst_Cargo', 'tst_ShipId', 'tst_Ship'),
  };
  organization.bring(await packSolution(cargo));
  expect(() => organization.solutions.uninstall('Fleet', adminId)).toThrow(/tst_cargo\.tst_shipid.*tst_ship/u);
  expect(organization.rows.row('tst_ship', 's1')).toMatchObject({ tst_name: 'Ada' });
});

test('a solution that is not installed cannot be removed', () => {
  expect(() => createSandboxOrganization().solutions.uninstall('Fleet', adminId)).toThrow('Fleet is not installed');
});

test.each([
  ['a lower version', fleet({ version: '0.9.0.0' }), '0x80048033', '1.0.0.0'],
  ['unmanaged over managed', fleet({ managed: false }), '0x80048041', 'managed solution'],
  ['another publisher', fleet({ publisher: 'pirate', prefix: 'arr' }), '0x8004801c', 'pirate'],
])('an installed solution refuses %s', async (_case, sketch, code, words) => {
  const organization = await withFleet();
  const refusal = organization.refusal(await packSolution(sketch));
  expect(refusal.code).toBe(code);
  expect(refusal.message).toContain(words);
  expect(organization.catalog().solutions.get('Fleet')).toMatchObject({ version: '1.0.0.0', isManaged: true });
});

test('managed over unmanaged is refused', async () => {
  const organization = await withFleet({ managed: false });
  expect(organization.refusal(await packSolution(fleet({ version: '2.0.0.0' }))).code).toBe('0x80048040');
});

test('a managed solution over components of another one is refused: layers are not covered', async () => {
  const organization = await withFleet();
  const rival: SolutionSketch = { uniqueName: 'Rival', managed: true, roots: [`20/${roleId}`], roles: role(roleId, 'Fleet Clerk', {}) };
  const refusal = organization.refusal(await packSolution(rival));
  expect(refusal.message).toMatch(/security role Fleet Clerk belongs to the solution Fleet.*layers/u);
});

test('a column of another solution stays as it is when a second solution names it', async () => {
  const organization = await withFleet({ managed: false });
  const second: SolutionSketch = { uniqueName: 'Second', roots: ['1/tst_ship/2'], entities: extension('tst_Ship', { columns: text('tst_Code', 7) + text('tst_Mast') }) };
  organization.bring(await packSolution(second));
  expect(organization.table('tst_ship').columns.get('tst_code')).toMatchObject({ maxLength: 100, solution: 'Fleet' });
  expect(organization.table('tst_ship').columns.get('tst_mast')).toMatchObject({ solution: 'Second' });
});

test('a refused upgrade leaves rows, roles and catalogue as they were', async () => {
  const organization = await withFleet();
  const before = organization.catalog();
  organization.refusal(await packSolution(fleet({ version: '3.0.0.0', roles: role(roleId, 'Fleet Clerk', { prvNone: 'Global' }) })), true);
  expect(organization.catalog()).toBe(before);
  expect(organization.rows.row('tst_ship', 's1')).toMatchObject({ tst_captain: 'Ida' });
});
