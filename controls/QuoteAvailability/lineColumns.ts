/**
 * Columns of the data set, as the public view "Lines with Business Central items" names them: the line's own columns,
 * and those of linked tables under the alias of their link.
 */
export const lineColumn = {
  product: 'productid',
  isWriteIn: 'isproductoverridden',
  writeInName: 'productdescription',
  name: 'quotedetailname',
  quantity: 'quantity',
  unit: 'uomid',
  requestedDelivery: 'requestdeliveryby',
  location: 'bci_locationid',
  sequenceNumber: 'sequencenumber',
  lineNumber: 'lineitemnumber',
  item: 'product.bci_itemid',
  unitQuantity: 'unit.quantity',
  baseUnit: 'unit.baseuom',
  quoteRequestedDelivery: 'quote.requestdeliveryby',
  quoteLocation: 'quote.bci_locationid',
} as const;

/** Without one of these an answer could be wrong; the others are names and the order of lines. */
const neededColumns: readonly string[] = [
  lineColumn.product,
  lineColumn.quantity,
  lineColumn.unit,
  lineColumn.requestedDelivery,
  lineColumn.location,
  lineColumn.item,
  lineColumn.unitQuantity,
  lineColumn.baseUnit,
  lineColumn.quoteRequestedDelivery,
  lineColumn.quoteLocation,
];

/** Columns that a customised view left out although answers depend on them. */
export function missingColumns(dataSet: Pick<ComponentFramework.PropertyTypes.DataSet, 'columns'>): readonly string[] {
  const present = new Set(dataSet.columns.map(({ name }) => name));
  return neededColumns.filter((name) => !present.has(name));
}
