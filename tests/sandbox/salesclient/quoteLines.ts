import type { ColumnDefinition, TableDefinition } from '../../../sandbox/salesclient/browser/dataverse/metadata';
import type { KnownViewColumn } from '../../../sandbox/salesclient/browser/dataverse/viewColumns';
import type { View, ViewPage } from '../../../sandbox/salesclient/browser/dataverse/views';
import type { Row } from '../../../sandbox/salesclient/browser/dataverse/webApi';

/** Lines of a quote as the Web API gives them, for tests of grids and data sets. */

export const formatted = '@OData.Community.Display.V1.FormattedValue';
export const lookupTable = '@Microsoft.Dynamics.CRM.lookuplogicalname';

export function column(
  name: string,
  kind: ColumnDefinition['kind'],
  attributeType: string,
  more: Partial<ColumnDefinition> = {},
): ColumnDefinition {
  return {
    name,
    kind,
    attributeType,
    displayName: name,
    required: false,
    canUpdate: true,
    targets: [],
    ...more,
  };
}

export function lookup(name: string, table: string): ColumnDefinition {
  return column(name, 'lookup', 'Lookup', { targets: [{ table, navigationProperty: name }] });
}

export const requested = column('requestdeliveryby', 'date', 'DateTime', {
  displayName: 'Requested',
  date: { withoutTime: true, behavior: 'UserLocal' },
});

const columns = [
  column('quotedetailname', 'text', 'String'),
  lookup('quoteid', 'quote'),
  { ...lookup('productid', 'product'), displayName: 'Product' },
  { ...column('productdescription', 'text', 'String'), displayName: 'Write-in' },
  { ...column('isproductoverridden', 'boolean', 'Boolean', { canUpdate: false }) },
  { ...column('quantity', 'number', 'Decimal'), displayName: 'Quantity' },
  { ...column('extendedamount', 'number', 'Money'), displayName: 'Amount' },
  { ...lookup('uomid', 'uom'), displayName: 'Unit' },
  requested,
  { ...lookup('pfx_locationid', 'pfx_location'), displayName: 'Ship from' },
];

export function table(name: string, own: readonly ColumnDefinition[], primaryName = 'name'): TableDefinition {
  return {
    name,
    setName: `${name}s`,
    primaryId: `${name}id`,
    primaryName,
    displayName: name,
    pluralName: `${name}s`,
    columns: new Map(own.map((definition) => [definition.name, definition])),
    privileges: new Map([
      ['create', 'prvcreatequote'],
      ['write', 'prvwritequote'],
      ['delete', 'prvdeletequote'],
    ]),
  };
}

export const quoteDetail = table('quotedetail', columns, 'quotedetailname');

const linked = column('pfx_itemid', 'lookup', 'Lookup', { displayName: 'Item' });

/** Columns of the view below; the last one belongs to the linked product. */
export const viewColumns: readonly KnownViewColumn[] = [
  'productid',
  'productdescription',
  'quantity',
  'uomid',
  'requestdeliveryby',
  'pfx_locationid',
  'extendedamount',
  'product.pfx_itemid',
].map((name, order) => {
  const definition = quoteDetail.columns.get(name) ?? linked;
  const alias = name.includes('.') ? 'product' : undefined;
  return {
    name,
    definition,
    alias,
    displayName: definition.displayName,
    order,
    width: 150,
    isHidden: alias !== undefined,
    isPrimary: false,
  };
});

export const view: View = {
  id: 'aaaa',
  name: 'Lines',
  fetchXml:
    '<fetch><entity name="quotedetail"><attribute name="quantity"/><order attribute="lineitemnumber"/>' +
    '<link-entity name="product" from="productid" to="productid" link-type="outer" alias="product">' +
    '<attribute name="pfx_itemid"/></link-entity></entity></fetch>',
  columns: [],
  hiddenColumns: [],
  isDefault: true,
};

/** The line of that number: of product `P<number>` in pieces, 10 × number of them. */
export function line(number: number, more: Row = {}): Row {
  return {
    quotedetailid: `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`,
    isproductoverridden: false,
    _productid_value: `product-${number}`,
    [`_productid_value${formatted}`]: `P${number}`,
    [`_productid_value${lookupTable}`]: 'product',
    quantity: number * 10,
    [`quantity${formatted}`]: `${number * 10}.00000`,
    ...more,
  };
}

/** Pages of the lines as a view gives them. */
export function pageOf(lines: readonly Row[], pageSize: number, page: number): ViewPage {
  const start = (page - 1) * pageSize;
  return {
    rows: lines.slice(start, start + pageSize),
    hasMore: lines.length > start + pageSize,
    total: lines.length,
  };
}

/** A product as far as its default unit. */
export function unitOf(unit: string): Row {
  return { _defaultuomid_value: unit, [`_defaultuomid_value${lookupTable}`]: 'uom' };
}
