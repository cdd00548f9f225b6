import { attributeOf, childOf, childrenOf, descendantsOf, textAt, type XmlElement } from '../../tools/xml/element';
import { columnsOf, englishOf, mainFormOf, ownTables, viewsOf } from './sourceTree';

const attributesNamed = (elements: readonly XmlElement[], name: string) =>
  elements.map((element) => attributeOf(element, name));

function viewNamed(table: string, name: string): XmlElement {
  const view = viewsOf(table).find((one) => englishOf(childOf(one, 'LocalizedNames')) === name);
  if (view === undefined) throw new Error(`${table} has no view "${name}"`);
  return view;
}

const conditionsOf = (view: XmlElement) =>
  descendantsOf(view, 'condition').map((condition) =>
    [
      attributeOf(condition, 'attribute'),
      attributeOf(condition, 'operator'),
      attributeOf(condition, 'value') || condition.children.map((value) => value.text).join(),
    ].join(' '),
  );

describe.each(ownTables)('views of %s', (table) => {
  test('hold one default of each kind: public, advanced find, associated, quick find, lookup', () => {
    const defaults = viewsOf(table)
      .filter((view) => textAt(view, 'isdefault') === '1')
      .map((view) => Number(textAt(view, 'querytype')));
    expect(defaults.sort((left, right) => left - right)).toEqual([0, 1, 2, 4, 64]);
  });

  test('fetch the columns they show, and only columns that exist', () => {
    const known = new Set(columnsOf(table).keys());
    for (const view of viewsOf(table)) {
      const fetched = attributesNamed(descendantsOf(view, 'attribute'), 'name');
      const shown = attributesNamed(descendantsOf(view, 'cell'), 'name');
      expect(fetched).toEqual(expect.arrayContaining(shown));
      expect(fetched.filter((column) => !known.has(column))).toEqual([]);
    }
  });

  test('find by the name', () => {
    const quickFind = viewsOf(table).find((view) => textAt(view, 'querytype') === '4');
    expect(textAt(quickFind, 'isquickfindquery')).toBe('1');
    expect(quickFind && conditionsOf(quickFind)).toContain('bci_name like {0}');
  });
});

describe('views that answer a question', () => {
  test.each([
    ['bci_Customer', 'Overdue Customers', ['bci_overdueamount gt 0']],
    ['bci_Customer', 'Customers over Credit Limit', ['bci_creditlimit gt 0', 'bci_availablecredit lt 0']],
    ['bci_Customer', 'Blocked Customers', ['bci_blocked in 727000001,727000002,727000003']],
    ['bci_Item', 'Items with Incomplete Availability', ['bci_availability in 727000001,727000003']],
    ['bci_ItemAvailability', 'Negative Inventory', ['bci_inventory lt 0']],
    ['Product', 'Products with Business Central', ['bci_itemid not-null ']],
    ['Product', 'Products without Business Central', ['bci_itemid null ']],
    ['bci_SyncProblem', 'Open Problems', []],
  ])('%s: %s, of the active rows', (table, name, conditions) => {
    expect(conditionsOf(viewNamed(table, name))).toEqual(['statecode eq 0', ...conditions]);
  });

  test('show the newest run first', () => {
    const order = descendantsOf(viewNamed('bci_SyncRun', 'Synchronization Runs'), 'order')[0];
    expect([attributeOf(order, 'attribute'), attributeOf(order, 'descending')]).toEqual(['bci_startedon', 'true']);
  });
});

describe.each(ownTables)('the form of %s', (table) => {
  const form = mainFormOf(table);

  test('shows every own column once', () => {
    const shown = attributesNamed(descendantsOf(childOf(childOf(form, 'form'), 'tabs'), 'control'), 'datafieldname');
    const own = [...columnsOf(table).keys()].filter((name) => name.startsWith('bci_') && !isPrimaryKey(table, name));
    expect(shown.filter((name) => name.startsWith('bci_')).sort()).toEqual(own.sort());
  });

  test('calls each column by its display name', () => {
    const columns = columnsOf(table);
    for (const cell of descendantsOf(form, 'cell')) {
      const column = columns.get(attributeOf(childOf(cell, 'control'), 'datafieldname'));
      if (column !== undefined) {
        expect(englishOf(childOf(cell, 'labels'))).toBe(englishOf(childOf(column, 'displaynames')));
      }
    }
  });
});

test('what the service writes cannot be typed over: only connection settings and the owner are open', () => {
  const open = ownTables.flatMap((table) =>
    descendantsOf(mainFormOf(table), 'control')
      .filter((control) => attributeOf(control, 'disabled') === 'false')
      .map((control) => `${table}.${attributeOf(control, 'datafieldname')}`),
  );
  expect(open.sort()).toEqual([
    'bci_Connection.bci_companyid',
    'bci_Connection.bci_companyname',
    'bci_Connection.bci_currencycode',
    'bci_Connection.bci_defaultlocationid',
    'bci_Connection.bci_environmentname',
    'bci_Connection.bci_name',
    'bci_Connection.bci_staleafterminutes',
    'bci_Connection.bci_tenantid',
    'bci_Connection.bci_webclienturl',
    'bci_Customer.ownerid',
    'bci_OpenInvoice.ownerid',
  ]);
});

describe('the account form', () => {
  const form = mainFormOf('Account');
  const tab = descendantsOf(form, 'tab').find((one) => attributeOf(one, 'name') === 'business_central');
  const cell = descendantsOf(tab, 'cell')[0];
  const control = childOf(cell, 'control');

  test('is a form of our own, offered to everyone and forced on no one', () => {
    expect(englishOf(childOf(form, 'LocalizedNames'))).toBe('Account with Business Central');
    const conditions = descendantsOf(form, 'DisplayConditions')[0];
    expect(conditions?.children.map((child) => child.name)).toEqual(['Everyone']);
    expect(Number(attributeOf(conditions, 'Order'))).toBeGreaterThan(1);
  });

  test('gives the control a tab of its own, without a label beside it', () => {
    expect(descendantsOf(tab, 'cell')).toHaveLength(1);
    expect(attributeOf(cell, 'showlabel')).toBe('false');
    expect(attributeOf(control, 'datafieldname')).toBe('bci_customerid');
  });

  test('binds the control on web, tablet and phone, with the plain lookup to fall back to', () => {
    const description = descendantsOf(form, 'controlDescription')[0];
    expect(attributeOf(description, 'forControl')).toBe(attributeOf(control, 'uniqueid'));
    const [fallback, ...bound] = childrenOf(description, 'customControl');
    expect(attributeOf(fallback, 'id')).toBe('{270BD3DB-D9AF-4782-9025-509E298DEC0A}');
    expect(attributesNamed(bound, 'formFactor')).toEqual(['0', '1', '2']);
    expect(new Set(attributesNamed(bound, 'name'))).toEqual(new Set(['bci_BusinessCentral.CustomerStatistics']));
    for (const one of bound) expect(textAt(one, 'parameters', 'customer', 'BindAttribute')).toBe('bci_customerid');
  });
});

function isPrimaryKey(table: string, column: string): boolean {
  return textAt(columnsOf(table).get(column), 'Type') === 'primarykey';
}
