import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isLookup } from '../../../../sandbox/dataverse/metadata/columns';
import { bytesOf, createSandboxOrganization, type SandboxOrganization } from './sandboxOrganization';
import { assignNamedRoles, userId } from '../../../../sandbox/dataverse/platform/organizationRows';
import { sandboxUsers } from '../../../../sandbox/dataverse/platform/sandboxUsers';

const packages = ['BusinessCentralIntegration.zip', 'BusinessCentralIntegration_managed.zip'].map((name) =>
  join(__dirname, '../../../../dist', name),
);
const built = packages.every((path) => existsSync(path)) ? describe : describe.skip;

function withProduct(path: string): SandboxOrganization {
  const organization = createSandboxOrganization();
  organization.bring(bytesOf(path));
  assignNamedRoles(organization.rows, organization.catalog(), sandboxUsers);
  return organization;
}

built.each(packages)('the packed solution %s', (path) => {
  const organization = withProduct(path);

  test('brings its tables with ownership and an active key each', () => {
    const tables = ['connection', 'customer', 'item', 'itemavailability', 'location', 'openinvoice', 'salesperson', 'refreshrequest', 'syncrun', 'syncproblem'];
    const found = tables.map((name) => {
      const table = organization.table(`bci_${name}`);
      return [name, table.ownership, table.keys.map((key) => `${key.columns.join('+')} ${key.indexStatus}`).join()];
    });
    expect(found).toEqual([
      ['connection', 'organization', 'bci_companyid Active'],
      ['customer', 'user', 'bci_connectionid+bci_systemid Active'],
      ['item', 'organization', 'bci_connectionid+bci_systemid Active'],
      ['itemavailability', 'organization', 'bci_itemid+bci_locationsystemid Active'],
      ['location', 'organization', 'bci_connectionid+bci_systemid Active'],
      ['openinvoice', 'user', 'bci_connectionid+bci_systemid Active'],
      ['salesperson', 'organization', 'bci_connectionid+bci_systemid Active'],
      ['refreshrequest', 'user', ''],
      ['syncrun', 'organization', ''],
      ['syncproblem', 'organization', 'bci_connectionid+bci_source+bci_systemid Active'],
    ]);
  });

  test('couples an account to one customer, in the database', () => {
    const account = organization.table('account');
    const column = account.columns.get('bci_customerid');
    expect(column && isLookup(column) ? column.targets : []).toEqual([
      { table: 'bci_customer', navigationProperty: 'bci_CustomerId' },
    ]);
    expect(account.keys).toMatchObject([{ logicalName: 'bci_customeridkey', columns: ['bci_customerid'], indexStatus: 'Active' }]);
    expect(organization.catalog().relationships.get('bci_customer_account')).toMatchObject({ cascade: { delete: 'RemoveLink' } });
    expect(organization.catalog().navigation('bci_customer').get('bci_customer_openinvoice')).toMatchObject({
      relationship: { cascade: { delete: 'Cascade', assign: 'Cascade' } },
    });
  });

  test('brings the account form with its control, and the control with its files', () => {
    const forms = [...organization.catalog().forms.values()].filter((form) => form.table === 'account');
    expect(forms).toHaveLength(1);
    expect(forms[0]?.formXml).toContain('bci_BusinessCentral.CustomerStatistics');
    const control = organization.catalog().customControls.get('bci_BusinessCentral.CustomerStatistics');
    expect(control?.properties.find((property) => property.name === 'customer')).toMatchObject({ usage: 'bound' });
    expect([...(control?.files.keys() ?? [])]).toContain('bundle.js');
  });

  test('gives the users of the sandbox its roles', () => {
    const rolesOf = (signIn: string): string[] =>
      organization.rows
        .joined('systemuserroles', 'systemuserid', userId(signIn), 'roleid')
        .map((id) => organization.catalog().roles.get(id)?.name ?? id)
        .sort();
    expect(rolesOf('sync@cronus.example')).toEqual(['Integration Administrator', 'Integration User']);
    expect(rolesOf('seller@cronus.example')).toEqual(['Integration User', 'Salesperson']);
    expect(rolesOf('availability@cronus.example')).toEqual(['Integration User', 'Product Availability User', 'Salesperson']);
    expect(rolesOf('newcomer@cronus.example')).toEqual(['Salesperson']);
  });

  test('lets the seller read customers and write none, and the newcomer see none', () => {
    const { access } = organization;
    const table = organization.table('bci_customer');
    const callerOf = (signIn: string): { userId: string; actingUserId: undefined } => ({ userId: userId(signIn), actingUserId: undefined });
    expect(access.visible(callerOf('seller@cronus.example'), table)).toEqual({ kind: 'all' });
    expect(access.check(callerOf('seller@cronus.example'), 'Write', table)).toMatchObject({ allowed: false, privilege: 'prvWritebci_Customer' });
    expect(access.visible(callerOf('newcomer@cronus.example'), table)).toMatchObject({ kind: 'none', denied: { privilege: 'prvReadbci_Customer' } });
    expect(access.check(callerOf('sync@cronus.example'), 'Write', table)).toEqual({ allowed: true });
  });

  test('brings the app with its site map and roles', () => {
    const app = organization.catalog().apps.get('bci_BusinessCentralIntegration');
    expect(app?.roleIds.map((id) => organization.catalog().roles.get(id)?.name)).toEqual(
      expect.arrayContaining(['System Administrator', 'System Customizer', 'Integration Administrator']),
    );
    expect(organization.catalog().siteMaps.has('bci_BusinessCentralIntegration')).toBe(true);
  });

  test('speaks four languages', () => {
    const name = organization.table('bci_customer').displayName;
    expect([...name.keys()].sort()).toEqual([1030, 1031, 1033, 1036]);
  });

  test('can be imported again', () => {
    const before = organization.table('bci_customer');
    organization.bring(bytesOf(path), true);
    expect(organization.table('bci_customer')).toEqual(before);
  });
});
