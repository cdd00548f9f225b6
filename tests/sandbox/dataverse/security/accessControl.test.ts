import type { Caller, RowOwner } from '../../../../sandbox/dataverse/security/access';
import { rootBusinessUnitId, userId } from '../../../../sandbox/dataverse/platform/organizationRows';
import { completeBusinessUnit } from '../../../../sandbox/dataverse/platform/businessUnits';
import { column, lookup, packSolution, role, table } from '../solution/solutionBuilder';
import { adminId, createSandboxOrganization, noon, type SandboxOrganization } from '../solution/sandboxOrganization';

const roleId = 'dddddddd-0000-4000-8000-000000000001';
const northUnit = 'dddddddd-0000-4000-8000-0000000000b1';
const harbourUnit = 'dddddddd-0000-4000-8000-0000000000b2';
const southUnit = 'dddddddd-0000-4000-8000-0000000000b3';
const ada = userId('newcomer@cronus.example');
const ben = 'dddddddd-0000-4000-8000-0000000000c1';
const crew = 'dddddddd-0000-4000-8000-0000000000d1';

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function reference(tableName: string, id: string): { table: string; id: string } {
  return { table: tableName, id };
}

function as(user: string, actingUserId?: string): Caller {
  return { userId: user, actingUserId };
}

function row(ownerId: string, owningBusinessUnitId: string): RowOwner {
  return { ownerId, owningBusinessUnitId };
}

function addUnit(organization: SandboxOrganization, id: string, parent: string): void {
  organization.rows.put('businessunit', id, {
    businessunitid: id,
    name: id,
    parentbusinessunitid: reference('businessunit', parent),
  });
  const stamp = { userId: adminId, organizationId: 'o', now: noon.toISOString() };
  completeBusinessUnit(organization.rows, organization.catalog(), id, rootBusinessUnitId, stamp);
}

/**
 * Ships and cargo with one role of the given depths, for Ada in the unit North; Harbour is below North, South beside it.
 * The crew is a team of Harbour of which Ada is a member when `inCrew`.
 */
async function sea(
  privileges: Readonly<Record<string, string>>,
  holder: 'user' | 'team' | 'nobody' = 'user',
): Promise<SandboxOrganization> {
  const organization = createSandboxOrganization();
  organization.bring(
    await packSolution({
      roots: ['1/tst_ship', '1/tst_cargo', '1/tst_port', `20/${roleId}`],
      entities:
        table('tst_Ship') +
        table('tst_Cargo', { columns: column('tst_ShipId', 'lookup') }) +
        table('tst_Port', { ownership: 'OrgOwned' }),
      relationships: lookup('tst_ship_cargo', 'tst_Cargo', 'tst_ShipId', 'tst_Ship'),
      roles: role(roleId, 'Sailor', privileges),
    }),
  );
  addUnit(organization, northUnit, rootBusinessUnitId);
  addUnit(organization, harbourUnit, northUnit);
  addUnit(organization, southUnit, rootBusinessUnitId);
  organization.rows.put('systemuser', ada, { businessunitid: reference('businessunit', northUnit) });
  organization.rows.put('systemuser', ben, {
    systemuserid: ben,
    domainname: 'ben@cronus.example',
    businessunitid: reference('businessunit', northUnit),
  });
  organization.rows.put('team', crew, {
    teamid: crew,
    name: 'Crew',
    businessunitid: reference('businessunit', harbourUnit),
  });
  if (holder === 'user') organization.rows.join('systemuserroles', { systemuserid: ada, roleid: roleId });
  if (holder === 'team') {
    organization.rows.join('teammembership', { systemuserid: ada, teamid: crew });
    organization.rows.join('teamroles', { teamid: crew, roleid: roleId });
  }
  return organization;
}

const rows = {
  own: row(ada, northUnit),
  bens: row(ben, northUnit),
  crews: row(crew, harbourUnit),
  harbours: row('x', harbourUnit),
  souths: row('y', southUnit),
};

function readable(organization: SandboxOrganization, caller: Caller): string[] {
  const visibility = organization.access.visible(caller, organization.table('tst_ship'));
  if (visibility.kind === 'none') return [];
  return Object.entries(rows)
    .filter(([, owner]) => visibility.kind === 'all' || visibility.includes(owner))
    .map(([name]) => name);
}

test.each([
  ['Basic', ['own']],
  ['Local', ['own', 'bens']],
  ['Deep', ['own', 'bens', 'crews', 'harbours']],
  ['Global', ['own', 'bens', 'crews', 'harbours', 'souths']],
])('a user with %s read sees %j', async (depth, expected) => {
  expect(readable(await sea({ prvReadtst_Ship: depth }), as(ada))).toEqual(expected);
});

test('a member sees what the team owns, with the depth of a role of their own', async () => {
  const organization = await sea({ prvReadtst_Ship: 'Basic' });
  organization.rows.join('teammembership', { systemuserid: ada, teamid: crew });
  expect(readable(organization, as(ada))).toEqual(['own', 'crews']);
});

test.each([
  ['Basic', ['own', 'crews']],
  ['Local', ['own', 'crews', 'harbours']],
  ['Global', ['own', 'bens', 'crews', 'harbours', 'souths']],
])("a team's role with %s read reaches from the team's business unit: %j", async (depth, expected) => {
  expect(readable(await sea({ prvReadtst_Ship: depth }, 'team'), as(ada))).toEqual(expected);
});

test("a team's role without inheritance does not reach the member's own rows", async () => {
  const organization = createSandboxOrganization();
  const clerk = role(roleId, 'Sailor', { prvReadtst_Ship: 'Basic' }).replace('isinherited="1"', 'isinherited="0"');
  organization.bring(
    await packSolution({ roots: ['1/tst_ship', `20/${roleId}`], entities: table('tst_Ship'), roles: clerk }),
  );
  organization.rows.put('team', crew, { teamid: crew, businessunitid: reference('businessunit', harbourUnit) });
  organization.rows.join('teammembership', { systemuserid: ada, teamid: crew });
  organization.rows.join('teamroles', { teamid: crew, roleid: roleId });
  expect(readable(organization, as(ada))).toEqual(['crews']);
});

test('without the privilege nothing is visible, and the refusal names privilege, table and user', async () => {
  const organization = await sea({}, 'nobody');
  const visibility = organization.access.visible(as(ada), organization.table('tst_ship'));
  if (visibility.kind !== 'none') throw new Error('visible');
  expect(visibility.denied).toMatchObject({ code: '0x80040220', privilege: 'prvReadtst_Ship' });
  expect(visibility.denied.message).toMatch(new RegExp(`${ada}.*roleCount=1.*prvReadtst_Ship.*entity 'tst_ship'`, 'u'));
});

test('a row out of reach is refused with another code than a missing privilege', async () => {
  const organization = await sea({ prvWritetst_Ship: 'Basic' });
  const ships = organization.table('tst_ship');
  expect(organization.access.check(as(ada), 'Write', ships, rows.own)).toEqual({ allowed: true });
  expect(organization.access.check(as(ada), 'Write', ships, rows.bens)).toMatchObject({
    allowed: false,
    code: '0x80048306',
  });
  expect(organization.access.check(as(ada), 'Delete', ships, rows.own)).toMatchObject({
    allowed: false,
    code: '0x80040220',
  });
});

test('a refused row is named with its owner, as clients of Dataverse read it', async () => {
  const organization = await sea({ prvWritetst_Ship: 'Basic' });
  const refused = organization.access.check(as(ada), 'Write', organization.table('tst_ship'), {
    ...rows.crews,
    rowId: 'r1',
  });
  expect(refused).toMatchObject({
    message: `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: r1, OwnerId: ${crew},  OwnerIdType: 9 and CallingUser: ${ada}. ObjectTypeCode: 10100, objectBusinessUnitId: ${harbourUnit}, AccessRights: WriteAccess`,
  });
});

test('rows of an organization-owned table belong to everyone with the privilege', async () => {
  const organization = await sea({ prvReadtst_Port: 'Global' });
  const port = organization.table('tst_port');
  expect(organization.access.visible(as(ada), port)).toEqual({ kind: 'all' });
  expect(organization.access.check(as(ada), 'Assign', port)).toMatchObject({ allowed: false, privilege: undefined });
});

test('associating needs Append on the one and AppendTo on the other', async () => {
  const associate = async (privileges: Readonly<Record<string, string>>): Promise<unknown> => {
    const organization = await sea(privileges);
    const cargo = { table: organization.table('tst_cargo'), row: rows.own };
    const ship = { table: organization.table('tst_ship'), row: rows.bens };
    return organization.access.checkAssociation(as(ada), cargo, ship);
  };
  expect(await associate({ prvAppendtst_Cargo: 'Basic', prvAppendTotst_Ship: 'Local' })).toEqual({ allowed: true });
  expect(await associate({ prvAppendTotst_Ship: 'Local' })).toMatchObject({ privilege: 'prvAppendtst_Cargo' });
  expect(await associate({ prvAppendtst_Cargo: 'Basic' })).toMatchObject({ privilege: 'prvAppendTotst_Ship' });
  expect(await associate({ prvAppendtst_Cargo: 'Basic', prvAppendTotst_Ship: 'Basic' })).toMatchObject({
    code: '0x80048306',
  });
});

test('a copy of a role in another business unit counts as the role', async () => {
  const organization = await sea({ prvReadtst_Ship: 'Local' }, 'nobody');
  const copies = [...organization.rows.rowsWithLookup('role', 'parentrootroleid', roleId)].filter(
    (copy) => copy.roleid !== roleId,
  );
  expect(copies).toHaveLength(3);
  organization.rows.join('systemuserroles', { systemuserid: ada, roleid: textOf(copies[0]?.roleid) });
  expect(readable(organization, as(ada))).toEqual(['own', 'bens']);
});

test('a role taken away ends at once', async () => {
  const organization = await sea({ prvReadtst_Ship: 'Global' });
  organization.rows.unjoin('systemuserroles', { systemuserid: ada, roleid: roleId });
  expect(readable(organization, as(ada))).toEqual([]);
});

describe('signing in', () => {
  test('a user is known by sign-in name in any case', () => {
    const { access } = createSandboxOrganization();
    expect(access.caller('Admin@CRONUS.example')).toEqual({ allowed: true, caller: as(adminId) });
    expect(access.caller('stranger@cronus.example')).toMatchObject({ allowed: false, code: '0x80072560' });
  });

  test('a disabled user may nothing', () => {
    const { access, rows: store } = createSandboxOrganization();
    store.put('systemuser', ada, { isdisabled: true });
    expect(access.caller('newcomer@cronus.example')).toMatchObject({ allowed: false, code: '0x80040225' });
  });
});

describe('impersonation', () => {
  test('needs the privilege to act on behalf of another user', () => {
    const { access } = createSandboxOrganization();
    expect(access.caller('admin@cronus.example', { systemUserId: ada })).toEqual({
      allowed: true,
      caller: as(ada, adminId),
    });
    expect(access.caller('newcomer@cronus.example', { systemUserId: adminId })).toMatchObject({
      allowed: false,
      privilege: 'prvActOnBehalfOfAnotherUser',
    });
  });

  test('finds the user by the object id of Entra, and refuses one that does not exist', () => {
    const { access, rows: store } = createSandboxOrganization();
    const objectId = store.row('systemuser', ada)?.azureactivedirectoryobjectid;
    expect(access.caller('admin@cronus.example', { objectId: textOf(objectId).toUpperCase() })).toMatchObject({
      caller: { userId: ada },
    });
    expect(access.caller('admin@cronus.example', { objectId: '00000000-0000-0000-0000-000000000000' })).toMatchObject({
      allowed: false,
      code: '0x80040217',
    });
  });

  test('allows only what both may', async () => {
    const organization = await sea({ prvReadtst_Ship: 'Basic' });
    expect(readable(organization, as(ada, adminId))).toEqual(['own']);
    expect(readable(organization, as(adminId, ada))).toEqual(['own']);
    expect(organization.access.checkPrivilege(as(adminId, ada), 'prvImportCustomization')).toMatchObject({
      allowed: false,
    });
  });
});

describe('lists of privileges', () => {
  test('privileges by name tell the depth, and the names that nobody knows', async () => {
    const organization = await sea({ prvReadtst_Ship: 'Deep' });
    const found = organization.access.privilegesByName(ada, ['prvreadTST_ship', 'prvWritetst_Ship', 'prvReadNothing']);
    expect(found.privileges).toMatchObject([{ name: 'prvReadtst_Ship', depth: 'Deep', businessUnitId: northUnit }]);
    expect(found.unknown).toEqual(['prvReadNothing']);
  });

  test("a team's privileges are told with their depth by name, and as Basic in the whole list", async () => {
    const organization = await sea({ prvReadtst_Ship: 'Global' }, 'team');
    expect(organization.access.privilegesByName(ada, ['prvReadtst_Ship']).privileges[0]?.depth).toBe('Global');
    const all = organization.access.privileges(ada).find((privilege) => privilege.name === 'prvReadtst_Ship');
    expect(all?.depth).toBe('Basic');
  });
});

test('only who may read a table may own its rows', async () => {
  const organization = await sea({ prvReadtst_Ship: 'Basic' });
  const ships = organization.table('tst_ship');
  expect(organization.access.checkOwner(reference('systemuser', ada), ships)).toEqual({ allowed: true });
  expect(organization.access.checkOwner(reference('systemuser', ben), ships)).toMatchObject({
    allowed: false,
    privilege: 'prvReadtst_Ship',
  });
  expect(organization.access.checkOwner(reference('team', crew), ships)).toMatchObject({ allowed: false });
});
