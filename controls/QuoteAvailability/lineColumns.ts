/**
 * Columns of the data set, as the public view "Lines with Business Central items" names them: the line's own columns,
 * and those of linked tables under the alias of their link.
 */
export const lineColumns = [
  'productid',
  'isproductoverridden',
  'productdescription',
  'quantity',
  'uomid',
  'requestdeliveryby',
  'bci_locationid',
  'sequencenumber',
  'lineitemnumber',
  'product.bci_itemid',
  'unit.quantity',
  'unit.baseuom',
  'quote.requestdeliveryby',
  'quote.bci_locationid',
] as const;

export type LineColumn = (typeof lineColumns)[number];

/** Columns that a customised view left out: answers depend on each, the order in which lines share stock included. */
export function missingColumns({
  columns,
}: Pick<ComponentFramework.PropertyTypes.DataSet, 'columns'>): readonly LineColumn[] {
  const present = columns.map(({ name }) => name);
  return lineColumns.filter((name) => !present.includes(name));
}
