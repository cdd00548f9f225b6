import { attributeOf, childOf, childrenOf, descendantsOf, textAt } from '../../tools/xml/element';
import { columnsOf, ownTables, sourceDocumentsBelow, tableOf } from './sourceTree';

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

  test.each(['bci_Connection', 'bci_Salesperson', 'bci_SyncProblem', 'bci_SyncRun'])(
    '%s belongs to the organization',
    (table) => {
      expect(textAt(tableOf(table), 'OwnershipTypeMask')).toBe('OrgOwned');
      expect(columnsOf(table).has('organizationid')).toBe(true);
      expect(columnsOf(table).has('ownerid')).toBe(false);
    },
  );

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
    expect(keysOf('bci_Salesperson')).toEqual(connectionAndSystemId);
    expect(keysOf('bci_SyncProblem')).toEqual([
      ['bci_problemkey', ['bci_connectionid', 'bci_source', 'bci_systemid']],
    ]);
  });
});

describe('account', () => {
  test('gains the coupling column and nothing else', () => {
    const columns = columnsOf('Account');
    expect([...columns.keys()]).toEqual(['bci_customerid']);
    expect(textAt(columns.get('bci_customerid'), 'Type')).toBe('lookup');
  });

  test('couples to a customer that no other account has', () => {
    expect(keysOf('Account')).toEqual([['bci_customeridkey', ['bci_customerid']]]);
  });
});

describe('columns', () => {
  const own = ownTables.flatMap((table) =>
    [...columnsOf(table)].filter(([name]) => name.startsWith('bci_')).map(([name, column]) => ({ table, name, column })),
  );

  test('amounts are decimals with three places and the widest range', () => {
    const decimals = own.filter(({ column }) => textAt(column, 'Type') === 'decimal');
    expect(decimals).toHaveLength(17);
    for (const { column } of decimals) {
      expect(textAt(column, 'Accuracy')).toBe('3');
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
      .map(({ name, column }) => [name, descendantsOf(column, 'option').map((option) => attributeOf(option, 'value'))]);
    const first = (count: number) => Array.from({ length: count }, (_, index) => String(727000000 + index));
    expect(Object.fromEntries(values)).toEqual({
      bci_health: first(4),
      bci_blocked: first(4),
      bci_state: first(4),
      bci_trigger: first(3),
      bci_outcome: first(5),
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
    const lookups = [...ownTables, 'Account'].flatMap((table) =>
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

  test('a deleted customer leaves the account behind, uncoupled', () => {
    expect(textAt(relationships.get('bci_customer_account'), 'CascadeDelete')).toBe('RemoveLink');
  });

  test('a connection with customers or invoices cannot be deleted by accident', () => {
    expect(textAt(relationships.get('bci_connection_customer'), 'CascadeDelete')).toBe('Restrict');
    expect(textAt(relationships.get('bci_connection_openinvoice'), 'CascadeDelete')).toBe('Restrict');
  });
});
