/**
 * Columns of the data set, as the public view "Lines with Business Central items" names them: the line's own columns,
 * and those of linked tables under the alias of their link.
 */
export const lineColumn = {
  product: 'productid',
  isWriteIn: 'isproductoverridden',
  writeInName: 'productdescription',
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

/** Columns that a customised view left out: answers depend on each, the order in which lines share stock included. */
export function missingColumns({
  columns,
}: Pick<ComponentFramework.PropertyTypes.DataSet, 'columns'>): readonly string[] {
  const present = columns.map(({ name }) => name);
  return Object.values(lineColumn).filter((name) => !present.includes(name));
}
