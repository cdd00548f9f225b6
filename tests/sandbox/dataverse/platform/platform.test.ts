import { isLookup } from '../../../../sandbox/dataverse/metadata/columns';
import {
  baseCurrencyId,
  organizationId,
  rootBusinessUnitId,
  userId,
} from '../../../../sandbox/dataverse/platform/organizationRows';
import { platformCatalog } from '../../../../sandbox/dataverse/platform/platformCatalog';
import { salespersonRoleId } from '../../../../sandbox/dataverse/platform/platformRoles';
import { readCatalog } from '../../../../sandbox/dataverse/metadata/catalogReader';
import { createSandboxOrganization } from '../solution/sandboxOrganization';

const catalog = readCatalog(platformCatalog());

test("Sales' own tables are there under their real names", () => {
  const names = ['account', 'quotedetail', 'webresource', 'systemform', 'usersettings', 'uom'].map((name) => {
    const table = catalog.table(name);
    return [table?.schemaName, table?.entitySetName, table?.primaryIdColumn, table?.objectTypeCode];
  });
  expect(names).toEqual([
    ['Account', 'accounts', 'accountid', 1],
    ['QuoteDetail', 'quotedetails', 'quotedetailid', 1085],
    ['WebResource', 'webresourceset', 'webresourceid', 9333],
    ['SystemForm', 'systemforms', 'formid', 1030],
    ['UserSettings', 'usersettingscollection', 'systemuserid', 150],
    ['UoM', 'uoms', 'uomid', 1055],
  ]);
});

test('tables are found by set name, type code and metadata id', () => {
  const account = catalog.table('account');
  expect(catalog.tableBySet('accounts')).toBe(account);
  expect(catalog.tableByTypeCode(1)).toBe(account);
  expect(catalog.tableById(account?.metadataId ?? '')).toBe(account);
  expect(catalog.tableBySet('Accounts')).toBeUndefined();
});

test('names and ids of tables, sets and type codes are unique', () => {
  const tables = [...catalog.tables.values()];
  for (const part of ['entitySetName', 'metadataId', 'objectTypeCode', 'schemaName'] as const) {
    expect(new Set(tables.map((table) => table[part])).size).toBe(tables.length);
  }
});

test('every table has its primary columns, and every relationship its two ends', () => {
  for (const table of catalog.tables.values()) {
    expect(table.columns.get(table.primaryIdColumn)).toMatchObject({ type: 'uniqueidentifier', isPrimaryId: true });
    if (table.primaryNameColumn !== undefined) expect(table.columns.has(table.primaryNameColumn)).toBe(true);
  }
  for (const relationship of catalog.relationships.values()) {
    if (relationship.kind !== 'oneToMany') continue;
    const column = catalog.table(relationship.referencingTable)?.columns.get(relationship.referencingColumn);
    const targets = column && isLookup(column) ? column.targets.map((target) => target.table) : [];
    expect(targets).toContain(relationship.referencedTable);
  }
});

test('navigation properties lead both ways, case exact', () => {
  const account = catalog.navigation('account');
  expect(account.get('primarycontactid')).toMatchObject({ kind: 'single', targets: ['contact'] });
  expect(account.get('contact_customer_accounts')).toMatchObject({ kind: 'collection' });
  expect(account.get('ownerid')).toMatchObject({ kind: 'single', targets: ['systemuser', 'team'] });
  expect(account.has('PrimaryContactId')).toBe(false);
  expect(catalog.navigation('contact').get('parentcustomerid_account')).toMatchObject({ targets: ['account'] });
  expect(catalog.navigation('systemuser').get('systemuserroles_association')).toMatchObject({
    kind: 'manyToMany',
    otherTable: 'role',
    ownColumn: 'systemuserid',
    otherColumn: 'roleid',
  });
});

test('tables without privileges of their own use those of another', () => {
  const read = (table: string): string | undefined => catalog.table(table)?.privileges.get('Read');
  expect([read('savedquery'), read('systemuser'), read('annotation'), read('salesorder')]).toEqual([
    'prvReadQuery',
    'prvReadUser',
    'prvReadNote',
    'prvReadOrder',
  ]);
  expect([
    read('uom'),
    read('pricelevel'),
    read('quotedetail'),
    read('salesorderdetail'),
    read('invoicedetail'),
  ]).toEqual(['prvReadProduct', 'prvReadProduct', 'prvReadQuote', 'prvReadOrder', 'prvReadInvoice']);
  expect(catalog.privileges.get('prvReadProduct')).toMatchObject({ depths: ['Global'] });
  expect(catalog.privileges.get('prvReadProduct')?.tables).toEqual(
    expect.arrayContaining(['product', 'uom', 'pricelevel']),
  );
});

test('the administrator has every privilege, the salesperson those of the real role', () => {
  const role = (name: string): ReadonlyMap<string, string> => {
    const found = [...catalog.roles.values()].find((each) => each.name === name);
    return found?.privileges ?? new Map();
  };
  expect(role('System Administrator').size).toBe(catalog.privileges.size);
  const salesperson = catalog.roles.get(salespersonRoleId)?.privileges;
  expect(salesperson?.get('prvCreateAccount')).toBe('Basic');
  expect(salesperson?.get('prvWriteQuote')).toBe('Local');
  expect(salesperson?.get('prvReadProduct')).toBe('Global');
  expect(salesperson?.has('prvImportCustomization')).toBe(false);
  expect(role('System Customizer').has('prvActOnBehalfOfAnotherUser')).toBe(false);
});

test('every privilege of a platform role exists, with a depth that it may have', () => {
  for (const role of catalog.roles.values()) {
    for (const [name, depth] of role.privileges) expect(catalog.privileges.get(name)?.depths).toContain(depth);
  }
});

describe('a new organization', () => {
  const { rows } = createSandboxOrganization();

  test('has its users with settings in one business unit and its team', () => {
    expect([...rows.rows('systemuser')].map((row) => row.domainname)).toEqual([
      'admin@cronus.example',
      'sync@cronus.example',
      'seller@cronus.example',
      'availability@cronus.example',
      'newcomer@cronus.example',
    ]);
    const seller = userId('seller@cronus.example');
    expect(rows.row('systemuser', seller)).toMatchObject({
      businessunitid: { id: rootBusinessUnitId },
      isdisabled: false,
    });
    expect(rows.row('usersettings', seller)).toMatchObject({
      uilanguageid: 1033,
      localeid: 2057,
      timezonecode: 85,
      transactioncurrencyid: { id: baseCurrencyId },
    });
    expect([...rows.rows('teammembership')]).toHaveLength(5);
    expect([...rows.rows('team')]).toMatchObject([{ isdefault: true }]);
  });

  test('counts in pounds', () => {
    expect(rows.row('organization', organizationId)).toMatchObject({
      name: 'cronus',
      basecurrencyid: { id: baseCurrencyId },
    });
    expect(rows.row('transactioncurrency', baseCurrencyId)).toMatchObject({ isocurrencycode: 'GBP', exchangerate: 1 });
    const codes = [...rows.rows('transactioncurrency')].map((row) => row.isocurrencycode);
    expect(codes).toEqual(expect.arrayContaining(['EUR', 'USD', 'DKK']));
  });

  test('gives platform roles only; others wait for their solution', () => {
    const roles = (signIn: string): readonly string[] =>
      rows.joined('systemuserroles', 'systemuserid', userId(signIn), 'roleid');
    expect(roles('newcomer@cronus.example')).toEqual([salespersonRoleId]);
    expect(roles('sync@cronus.example')).toEqual([]);
  });

  test('has a message filter for every table, for processing steps', () => {
    const filters = [...rows.rows('sdkmessagefilter')].filter((row) => row.primaryobjecttypecode === 'account');
    expect(filters).toHaveLength(3);
    expect([...rows.rows('sdkmessage')].map((row) => row.name)).toEqual(['Create', 'Update', 'Delete']);
  });
});

test("the views of Sales' tables show columns that exist, one default each", () => {
  for (const view of catalog.views.values()) {
    const table = catalog.table(view.table);
    const columns = [...view.fetchXml.matchAll(/attribute(?: name)?="(\w+)"/gu)].map((match) => match[1] ?? '');
    for (const column of columns)
      expect([view.table, table?.columns.has(column) ? column : `no ${column}`]).toEqual([view.table, column]);
  }
  const accounts = [...catalog.views.values()].filter((view) => view.table === 'account' && view.queryType === 0);
  expect(accounts).toMatchObject([{ isDefault: true, id: '00000000-0000-0000-00aa-000010001002' }]);
});
