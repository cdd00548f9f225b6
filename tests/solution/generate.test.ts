import { join } from 'node:path';
import { readFileTree } from '../../tools/files/fileTree';
import { generateTables } from '../../tools/generate/generateTables';
import { constantName, fileName, memberName, typeName } from '../../tools/generate/names';
import { repository } from './stagedSolution';

const attribute = (name: string, type: string, more = ''): string =>
  `<attribute PhysicalName="${name}"><Type>${type}</Type><LogicalName>${name.toLowerCase()}</LogicalName>` +
  `<ValidForCreateApi>1</ValidForCreateApi>${more}<displaynames><displayname description="${name} label" languagecode="1033" /></displaynames></attribute>`;

const options = (...labels: string[]): string =>
  `<optionset><options>${labels
    .map((label, index) => `<option value="${727000000 + index}"><labels><label description="${label}" languagecode="1033" /></labels></option>`)
    .join('')}</options></optionset>`;

function generated(attributes: string, more = '', name = 'bci_Order'): string {
  const entity = `<Entity><Name>${name}</Name><EntityInfo><entity Name="${name}"><LocalizedNames><LocalizedName description="Order" languagecode="1033" /></LocalizedNames><attributes>${attributes}</attributes>${more}<EntitySetName>${name.toLowerCase()}s</EntitySetName><OwnershipTypeMask>UserOwned</OwnershipTypeMask></entity></EntityInfo></Entity>`;
  const relationship =
    '<EntityRelationships><EntityRelationship Name="bci_customer_order"><ReferencingEntityName>bci_Order</ReferencingEntityName><ReferencedEntityName>bci_Customer</ReferencedEntityName><ReferencingAttributeName>bci_CustomerId</ReferencingAttributeName><EntityRelationshipRoles><EntityRelationshipRole><NavigationPropertyName>bci_CustomerId</NavigationPropertyName><RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole><EntityRelationshipRole><NavigationPropertyName>bci_customer_orders</NavigationPropertyName><RelationshipRoleType>0</RelationshipRoleType></EntityRelationshipRole></EntityRelationshipRoles></EntityRelationship></EntityRelationships>';
  const sources = new Map([
    [`Entities/${name}/Entity.xml`, Buffer.from(entity)],
    ['Other/Relationships/bci_Customer.xml', Buffer.from(relationship)],
  ]);
  return Buffer.from(generateTables(sources).get(`${fileName(name)}.ts`) ?? '').toString();
}

describe('dataverse/generated/', () => {
  it('is what solution/ says: npm run build brings it up to date', () => {
    const expected = generateTables(readFileTree(join(repository, 'solution')));
    const committed = readFileTree(join(repository, 'dataverse', 'generated'));
    expect([...committed.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [name, text] of expected) {
      expect([name, Buffer.from(committed.get(name) ?? '').toString()]).toEqual([name, Buffer.from(text).toString()]);
    }
  });
});

describe('The module of a table', () => {
  it('names the table, its set and its key', () => {
    const module = generated(attribute('bci_OrderId', 'primarykey'));
    expect(module).toContain("export const logicalName = 'bci_order';");
    expect(module).toContain("export const entitySetName = 'bci_orders';");
    expect(module).toContain("export const primaryKey = 'bci_orderid';");
    expect(module).toContain('bci_orderid: string;');
  });

  it('names each column, with the length of texts', () => {
    const module = generated(attribute('bci_OrderNumber', 'nvarchar', '<MaxLength>20</MaxLength>'));
    expect(module).toContain("/** bci_OrderNumber label */\nexport const orderNumber = 'bci_ordernumber';");
    expect(module).toContain('export const orderNumberMaxLength = 20;');
    expect(module).toContain('  bci_ordernumber: string | null;');
  });

  it.each([
    ['decimal', 'number | null'],
    ['int', 'number | null'],
    ['bit', 'boolean | null'],
    ['datetime', 'string | null'],
    ['ntext', 'string | null'],
  ])('types a %s column as %s', (type, expected) => {
    expect(generated(attribute('bci_Value', type))).toContain(`  bci_value: ${expected};`);
  });

  it('gives a lookup its value, navigation and bind names', () => {
    const module = generated(attribute('bci_CustomerId', 'lookup'));
    expect(module).toContain("export const customerId = 'bci_customerid';");
    expect(module).toContain("export const customerIdValue = '_bci_customerid_value';");
    expect(module).toContain("export const customerIdNavigation = 'bci_CustomerId';");
    expect(module).toContain("export const customerIdBind = 'bci_CustomerId@odata.bind';");
    expect(module).toContain('  _bci_customerid_value: string | null;');
    expect(module).toContain("  '_bci_customerid_value@OData.Community.Display.V1.FormattedValue'?: string;");
  });

  it('names the list at the other end of a relationship', () => {
    const module = generated(attribute('bci_CustomerId', 'primarykey'), '', 'bci_Customer');
    expect(module).toContain("export const orderByCustomerId = 'bci_customer_orders';");
  });

  it('gives a choice its values by English label', () => {
    const module = generated(attribute('bci_Outcome', 'picklist', options('Running', 'Succeeded with problems')));
    expect(module).toContain('  running: 727000000,\n  succeededWithProblems: 727000001,');
    expect(module).toContain('  bci_outcome: OutcomeChoice | null;');
  });

  it('tells apart values whose labels are equal or have no letters', () => {
    const module = generated(attribute('bci_Outcome', 'picklist', options('Open', 'Open', '?')));
    expect(module).toContain('  open727000000: 727000000,\n  open727000001: 727000001,\n  value727000002: 727000002,');
  });

  it('lists the columns of alternate keys', () => {
    const key = '<EntityKeys><EntityKey><Name>bci_Key</Name><LogicalName>bci_key</LogicalName><EntityKeyAttributes><AttributeName>bci_customerid</AttributeName><AttributeName>bci_systemid</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys>';
    const module = generated(attribute('bci_CustomerId', 'lookup') + attribute('bci_SystemId', 'nvarchar'), key);
    expect(module).toContain("export const customerIdSystemIdKey = ['bci_customerid', 'bci_systemid'] as const;");
  });

  it('leaves out columns that no row carries', () => {
    expect(generated(attribute('OwnerIdName', 'virtual'))).not.toContain('ownerIdName');
  });

  it('is not made from a column whose type is unknown', () => {
    expect(() => generated(attribute('bci_Picture', 'image'))).toThrow('bci_picture: the generator does not know columns of type "image".');
  });
});

describe('Names', () => {
  it.each([
    ['bci_CreditLimit', 'creditLimit'],
    ['UTCConversionTimeZoneCode', 'utcConversionTimeZoneCode'],
    ['statecode', 'statecode'],
    ['bci_Default', 'defaultColumn'],
  ])('of constants: %s becomes %s', (schemaName, name) => expect(constantName(schemaName)).toBe(name));

  it('of types and files keep the prefix', () => {
    expect([typeName('bci_OpenInvoice'), fileName('bci_OpenInvoice'), fileName('Account')]).toEqual(['BciOpenInvoice', 'bciOpenInvoice', 'account']);
  });

  it.each([
    ['On demand', 'onDemand'],
    ['3-D', 'value3D'],
  ])('of values: %s becomes %s', (label, name) => expect(memberName(label)).toBe(name));
});
