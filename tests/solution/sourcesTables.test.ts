import { attributeOf, childOf, childrenOf, descendantsOf, textAt } from '../../tools/xml/element';
import { columnsOf, extendedTables, ownTables, sourceDocumentsBelow, tableOf } from './sourceTree';

const keysOf = (schemaName: string) =>
  descendantsOf(tableOf(schemaName), 'EntityKey').map((key) => [
    textAt(key, 'LogicalName'),
    descendantsOf(key, 'AttributeName').map((column) => column.text),
  ]);

describe('own tables', () => {
  test.each(['bci_Customer', 'bci_OpenInvoice', 'bci_RefreshRequest'])('%s belongs to a user or team', (table) => {
    expect(textAt(tableOf(table), 'OwnershipTypeMask')).toBe('UserOwned');
    expect([...columnsOf(table).keys()]).toEqual(
      expect.arrayContaining(['ownerid', 'owninguser', 'owningteam', 'owningbusinessunit']),
    );
    expect(columnsOf(table).has('organizationid')).toBe(false);
  });

  test.each([
    'bci_Connection',
    'bci_Item',
    'bci_ItemAvailability',
    'bci_Location',
    'bci_Salesperson',
    'bci_SyncProblem',
    'bci_SyncRun',
  ])('%s belongs to the organization', (table) => {
    expect(textAt(tableOf(table), 'OwnershipTypeMask')).toBe('OrgOwned');
    expect(columnsOf(table).has('organizationid')).toBe(true);
    expect(columnsOf(table).has('ownerid')).toBe(false);
  });

  test.each(ownTables)('%s lists its columns by name and has one primary key and one name', (table) => {
    const attributes = childrenOf(childOf(tableOf(table), 'attributes'), 'attribute');
    const names = attributes.map((attribute) => attributeOf(attribute, 'PhysicalName').toLowerCase());
    expect(names).toEqual([...names].sort());
    expect(attributes.filter((one) => textAt(one, 'Type') === 'primarykey')).toHaveLength(1);
    expect(attributes.filter((one) => textAt(one, 'DisplayMask').startsWith('PrimaryName|'))).toHaveLength(1);
  });

  test('a record of Business Central is one row: keys use its unchanging IDs', () => {
    expect(keysOf('bci_Connection')).toEqual([['bci_companyidkey', ['bci_companyid']]]);
    const connectionAndSystemId = [['bci_connectionsystemidkey', ['bci_connectionid', 'bci_systemid']]];
    expect(keysOf('bci_Customer')).toEqual(connectionAndSystemId);
    expect(keysOf('bci_OpenInvoice')).toEqual(connectionAndSystemId);
    expect(keysOf('bci_Item')).toEqual(connectionAndSystemId);
    expect(keysOf('bci_Location')).toEqual(connectionAndSystemId);
    expect(keysOf('bci_ItemAvailability')).toEqual([
      ['bci_itemlocationkey', ['bci_itemid', 'bci_locationsystemid']],
    ]);
    expect(keysOf('bci_Salesperson')).toEqual(connectionAndSystemId);
    expect(keysOf('bci_SyncProblem')).toEqual([
      ['bci_problemkey', ['bci_connectionid', 'bci_source', 'bci_systemid']],
    ]);
  });
});

describe('tables of Microsoft', () => {
  test.each([
    ['Account', ['bci_customerid']],
    ['Product', ['bci_itemid']],
    ['Quote', ['bci_customerid', 'bci_locationid']],
    ['QuoteDetail', ['bci_locationid']],
  ])('%s gains lookups to our tables and nothing else', (table, lookups) => {
    const columns = columnsOf(table);
    expect([...columns.keys()]).toEqual(lookups);
    expect([...columns.values()].map((column) => textAt(column, 'Type'))).toEqual(lookups.map(() => 'lookup'));
  });

  test('an account couples to a customer and a product to an item that no other has', () => {
    expect(keysOf('Account')).toEqual([['bci_customeridkey', ['bci_customerid']]]);
    expect(keysOf('Product')).toEqual([['bci_itemidkey', ['bci_itemid']]]);
  });

  test('many quotes may be for one customer and ship from one location', () => {
    expect(keysOf('Quote')).toEqual([]);
    expect(keysOf('QuoteDetail')).toEqual([]);
  });
});

describe('columns', () => {
  const own = ownTables.flatMap((table) =>
    [...columnsOf(table)].filter(([name]) => name.startsWith('bci_')).map(([name, column]) => ({ table, name, column })),
  );

  const quantityTables = ['bci_Item', 'bci_ItemAvailability'];

  test('amounts are decimals with three places, quantities with five, both of the widest range', () => {
    const decimals = own.filter(({ column }) => textAt(column, 'Type') === 'decimal');
    expect(decimals.filter(({ table }) => quantityTables.includes(table))).toHaveLength(9);
    expect(decimals.filter(({ table }) => !quantityTables.includes(table))).toHaveLength(17);
    for (const { table, column } of decimals) {
      expect(textAt(column, 'Accuracy')).toBe(quantityTables.includes(table) ? '5' : '3');
      expect([textAt(column, 'MinValue'), textAt(column, 'MaxValue')]).toEqual(['-100000000000', '100000000000']);
    }
    expect(own.filter(({ column }) => ['money', 'float'].includes(textAt(column, 'Type')))).toEqual([]);
  });

  test('days of the calendar have no time zone, instants follow the user', () => {
    const behaviors = own
      .filter(({ column }) => textAt(column, 'Type') === 'datetime')
      .map(({ column }) => `${textAt(column, 'Format')} ${textAt(column, 'Behavior')}`);
    expect(new Set(behaviors)).toEqual(new Set(['date 2', 'datetime 1']));
  });

  test('choices count on from the publisher’s option value', () => {
    const values = own
      .filter(({ column }) => textAt(column, 'Type') === 'picklist')
      .map(({ table, name, column }) => [`${table}.${name}`, descendantsOf(column, 'option').map((option) => attributeOf(option, 'value'))]);
    const first = (count: number) => Array.from({ length: count }, (_, index) => String(727000000 + index));
    expect(Object.fromEntries(values)).toEqual({
      'bci_Connection.bci_health': first(4),
      'bci_Customer.bci_blocked': first(4),
      'bci_Item.bci_availability': first(4),
      'bci_Item.bci_type': first(3),
      'bci_RefreshRequest.bci_state': first(4),
      'bci_SyncRun.bci_outcome': first(5),
      'bci_SyncRun.bci_trigger': first(3),
    });
  });
});

describe('relationships', () => {
  const relationships = new Map(
    sourceDocumentsBelow('Other/Relationships/')
      .flatMap((file) => childrenOf(file, 'EntityRelationship'))
      .map((relationship) => [attributeOf(relationship, 'Name'), relationship]),
  );

  test('each lookup to an own table has its relationship, with the schema name as navigation property', () => {
    const lookups = [...ownTables, ...extendedTables].flatMap((table) =>
      [...columnsOf(table).values()]
        .filter((column) => textAt(column, 'Type') === 'lookup')
        .map((column) => attributeOf(column, 'PhysicalName'))
        .filter((name) => name.startsWith('bci_'))
        .map((name) => `${table}.${name}`),
    );
    const related = [...relationships.values()]
      .filter((one) => textAt(one, 'ReferencedEntityName').startsWith('bci_'))
      .map((one) => {
        const navigation = descendantsOf(one, 'NavigationPropertyName').map((property) => property.text);
        expect(navigation).toEqual([textAt(one, 'ReferencingAttributeName'), attributeOf(one, 'Name')]);
        return `${textAt(one, 'ReferencingEntityName')}.${textAt(one, 'ReferencingAttributeName')}`;
      });
    expect(related.sort()).toEqual(lookups.sort());
  });

  test('an invoice follows its customer to another owner and into deletion', () => {
    const relationship = relationships.get('bci_customer_openinvoice');
    expect(textAt(relationship, 'CascadeAssign')).toBe('Cascade');
    expect(textAt(relationship, 'CascadeDelete')).toBe('Cascade');
  });

  test.each([
    'bci_customer_account',
    'bci_customer_quote',
    'bci_item_product',
    'bci_location_connection',
    'bci_location_itemavailability',
    'bci_location_quote',
    'bci_location_quotedetail',
  ])('%s: what is deleted leaves the other behind, uncoupled', (name) => {
    expect(textAt(relationships.get(name), 'CascadeDelete')).toBe('RemoveLink');
  });

  test('an item takes its availability along into deletion', () => {
    expect(textAt(relationships.get('bci_item_itemavailability'), 'CascadeDelete')).toBe('Cascade');
  });

  test.each(['bci_connection_customer', 'bci_connection_openinvoice', 'bci_connection_item', 'bci_connection_location'])(
    '%s: a connection in use cannot be deleted by accident',
    (name) => {
      expect(textAt(relationships.get(name), 'CascadeDelete')).toBe('Restrict');
    },
  );
});
