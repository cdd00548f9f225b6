import type { CalendarDate } from '../../domain/calendarDate';
import { parseQuantity, type Quantity } from '../../domain/quantity';
import type { SalesUnit } from '../../domain/unitOfMeasure';
import type { LineColumn } from './lineColumns';
import { dayOf, referenceOf, type Reference } from './recordValues';

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** From where and when, as far as a line or its quote says. */
export interface Wish {
  readonly location: Reference | null;
  readonly date: CalendarDate | null;
}

/** What the data set says of one line of the quote. */
export interface LineRecord {
  /** Id of the record in the data set, as the platform spells it. */
  readonly id: string;
  readonly productName: string;
  /** Typed in by the seller: it is no product of the catalogue. */
  readonly isWriteIn: boolean;
  /** Row id of the coupled bci_item; `null` for a product without one, and for what is typed in. */
  readonly itemId: string | null;
  /** In the line's unit; `null` when it cannot be counted exactly. */
  readonly quantity: Quantity | null;
  readonly unit: SalesUnit;
  readonly own: Wish;
  readonly quote: Wish;
  /** Place in the quote; infinite when it has none. */
  readonly sequenceNumber: number;
  readonly lineNumber: number;
}

/** @param record a record of the data set; the platform gives null for empty columns although its types do not say so */
export function lineRecord(record: EntityRecord): LineRecord {
  const value = (name: LineColumn): unknown => record.getValue(name);
  const reference = (name: LineColumn): Reference | null => referenceOf(value(name), record.getFormattedValue(name));
  const number = (name: LineColumn, empty: number): number => Number(value(name) ?? empty);
  const product = reference('productid');
  const isWriteIn = product === null || number('isproductoverridden', 0) === 1;
  return {
    id: record.getRecordId(),
    productName: product?.name ?? record.getFormattedValue('productdescription'),
    isWriteIn,
    itemId: isWriteIn ? null : (reference('product.bci_itemid')?.id ?? null),
    quantity: parseQuantity(number('quantity', 0)),
    unit: {
      name: reference('uomid')?.name ?? '',
      quantity: parseQuantity(number('unit.quantity', Number.NaN)),
      baseName: reference('unit.baseuom')?.name ?? null,
    },
    own: { location: reference('bci_locationid'), date: dayOf(value('requestdeliveryby')) },
    quote: { location: reference('quote.bci_locationid'), date: dayOf(value('quote.requestdeliveryby')) },
    sequenceNumber: number('sequencenumber', Number.POSITIVE_INFINITY),
    lineNumber: number('lineitemnumber', Number.POSITIVE_INFINITY),
  };
}

/**
 * The lines in the order of the quote, in which they share stock: however the grid is sorted, it is the same. Lines
 * without numbers come last, in the order of the data set.
 */
export function lineRecords({
  records,
  sortedRecordIds,
}: Pick<ComponentFramework.PropertyTypes.DataSet, 'records' | 'sortedRecordIds'>): readonly LineRecord[] {
  return (
    sortedRecordIds
      .map((id) => records[id])
      .filter((record) => record !== undefined)
      .map(lineRecord)
      // Infinite less infinite is no number, which counts as equal here.
      .sort((a, b) => a.sequenceNumber - b.sequenceNumber || a.lineNumber - b.lineNumber)
  );
}

/** Row ids of the items that the lines ask for, each once, in an order that does not depend on theirs. */
export function itemIds(lines: readonly LineRecord[]): readonly string[] {
  return [...new Set(lines.map(({ itemId }) => itemId).filter((id) => id !== null))].sort();
}
