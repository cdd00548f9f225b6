import { attributeOf, descendantsOf } from '../../tools/xml/element';
import { sourceDocument } from './sourceTree';

type Grants = Record<string, string>;

function grantsOf(role: string): Grants {
  const privileges = descendantsOf(sourceDocument(`Roles/${role}.xml`), 'RolePrivilege');
  return Object.fromEntries(privileges.map((one) => [attributeOf(one, 'name'), attributeOf(one, 'level')]));
}

/** Of these grants, the ones on the solution's own tables. */
function ownGrants(grants: Grants): Grants {
  return Object.fromEntries(Object.entries(grants).filter(([name]) => name.includes('bci_')));
}

const userOwned = ['bci_Customer', 'bci_OpenInvoice', 'bci_RefreshRequest'];
const organizationOwned = [
  'bci_Connection',
  'bci_Item',
  'bci_ItemAvailability',
  'bci_Location',
  'bci_Salesperson',
  'bci_SyncProblem',
  'bci_SyncRun',
];
const verbs = ['Append', 'AppendTo', 'Create', 'Delete', 'Read', 'Write'];

describe('Integration Administrator', () => {
  const grants = grantsOf('Integration Administrator');

  test('holds every privilege on every own table, for the whole organization', () => {
    const expected = [
      ...userOwned.flatMap((table) => [...verbs, 'Assign', 'Share'].map((verb) => `prv${verb}${table}`)),
      ...organizationOwned.flatMap((table) => verbs.map((verb) => `prv${verb}${table}`)),
    ];
    expect(ownGrants(grants)).toEqual(Object.fromEntries(expected.map((name) => [name, 'Global'])));
  });

  test('couples accounts but neither creates nor deletes them', () => {
    const onAccount = Object.keys(grants).filter((name) => name.endsWith('Account'));
    expect(onAccount.sort()).toEqual(['prvAppendAccount', 'prvAppendToAccount', 'prvReadAccount', 'prvWriteAccount']);
  });

  test('couples products to items and nothing else', () => {
    const onProduct = Object.keys(grants).filter((name) => name.endsWith('Product'));
    expect(onProduct.sort()).toEqual(['prvAppendProduct', 'prvReadProduct', 'prvWriteProduct']);
  });

  test('reads what the doctor asks for: organization, users, roles, solutions and metadata', () => {
    expect(grants).toMatchObject({
      prvReadOrganization: 'Global',
      prvReadUser: 'Global',
      prvReadRole: 'Global',
      prvReadSolution: 'Global',
      prvReadEntity: 'Global',
      prvReadAttribute: 'Global',
      prvReadEntityKey: 'Global',
    });
  });

  test('can open the app without another role', () => {
    expect(grants).toMatchObject({
      prvReadAppModule: 'Global',
      prvReadSystemForm: 'Global',
      prvReadQuery: 'Global',
      prvReadWebResource: 'Global',
      prvReadUserSettings: 'Global',
      prvReadUserEntityUISettings: 'Basic',
      prvWriteUserEntityUISettings: 'Basic',
    });
  });

  test('changes nothing of the platform but its own settings', () => {
    const changing = Object.keys(grants).filter(
      (name) => !name.includes('bci_') && !name.startsWith('prvRead') && !/(Account|Product)$/.test(name),
    );
    expect(changing.every((name) => /User(EntityUISettings|ApplicationMetadata)$/.test(name))).toBe(true);
  });
});

describe('Integration User', () => {
  test('reads synchronized data and asks for fresh figures, nothing else', () => {
    expect(grantsOf('Integration User')).toEqual({
      prvReadbci_Connection: 'Global',
      prvReadbci_Item: 'Global',
      prvReadbci_Location: 'Global',
      prvAppendTobci_Location: 'Global',
      prvReadbci_Salesperson: 'Global',
      prvReadbci_Customer: 'Global',
      prvAppendTobci_Customer: 'Global',
      prvReadbci_OpenInvoice: 'Global',
      prvCreatebci_RefreshRequest: 'Basic',
      prvReadbci_RefreshRequest: 'Basic',
      prvAppendbci_RefreshRequest: 'Basic',
    });
  });
});

describe('Product Availability User', () => {
  test('reads items and their stock and asks for fresh figures of items, never of a customer', () => {
    expect(grantsOf('Product Availability User')).toEqual({
      prvReadbci_Connection: 'Global',
      prvReadbci_Item: 'Global',
      prvReadbci_ItemAvailability: 'Global',
      prvReadbci_Location: 'Global',
      prvAppendTobci_Location: 'Global',
      prvCreatebci_RefreshRequest: 'Basic',
      prvReadbci_RefreshRequest: 'Basic',
    });
  });
});

test('stock is read by the Integration Administrator and the Product Availability User only', () => {
  const roles = ['Integration Administrator', 'Integration User', 'Product Availability User'];
  const readers = roles.filter((role) => 'prvReadbci_ItemAvailability' in grantsOf(role));
  expect(readers).toEqual(['Integration Administrator', 'Product Availability User']);
});

test.each(['Integration Administrator', 'Integration User', 'Product Availability User'])(
  '%s lists its privileges by name, once each',
  (role) => {
    const names = descendantsOf(sourceDocument(`Roles/${role}.xml`), 'RolePrivilege').map((one) =>
      attributeOf(one, 'name').toLowerCase(),
    );
    expect(names).toEqual([...new Set(names)].sort());
  },
);
