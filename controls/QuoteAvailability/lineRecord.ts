import type { CalendarDate } from '../../domain/calendarDate';
import { parseQuantity, ZERO, type Quantity } from '../../domain/quantity';
import type { SalesUnit } from '../../domain/unitOfMeasure';
import { lineColumn } from './lineColumns';
import { dayOf, isTrue, numberOf, referenceOf, type Reference } from './recordValues';

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** From where and when, as far as a line or its quote says. */
export interface Wish {
  readonly location: Reference | null;
  readonly date: CalendarDate | null;
}

/** What the data set says of one line of the quote; plain data, so that two readings can be compared. */
export interface LineRecord {
  /** Id of the record in the data set, as the platform spells it. */
  readonly id: string;
  readonly productName: string;
  /** Typed in by the seller: it is no product of the catalogue. */
  readonly isWriteIn: boolean;
  /** Row id of the coupled bci_item. */
  readonly itemId: string | null;
  /** In the line's unit; `null` when it cannot be counted exactly. */
  readonly quantity: Quantity | null;
  readonly unit: SalesUnit;
  readonly own: Wish;
  readonly quote: Wish;
  readonly sequenceNumber: number | null;
  readonly lineNumber: number | null;
}

function firstOf(...names: readonly (string | undefined)[]): string {
  return names.find((name) => name !== undefined && name !== '') ?? '';
}

/** @param record a record of the data set; the platform gives null for empty columns although its types do not say so */
export function lineRecord(record: EntityRecord): LineRecord {
  const value = (name: string): unknown => record.getValue(name);
  const text = (name: string): string => record.getFormattedValue(name);
  const reference = (name: string): Reference | null => referenceOf(value(name), text(name));
  const product = reference(lineColumn.product);
  const quantity = numberOf(value(lineColumn.quantity));
  const perUnit = numberOf(value(lineColumn.unitQuantity));
  const unit = reference(lineColumn.unit);
  return {
    id: record.getRecordId(),
    productName: firstOf(product?.name, text(lineColumn.writeInName), text(lineColumn.name)),
    isWriteIn: product === null || isTrue(value(lineColumn.isWriteIn)),
    itemId: reference(lineColumn.item)?.id ?? null,
    quantity: quantity === null ? ZERO : parseQuantity(quantity),
    unit: {
      name: unit?.name ?? '',
      quantity: perUnit === null ? null : parseQuantity(perUnit),
      baseName: reference(lineColumn.baseUnit)?.name ?? null,
    },
    own: { location: reference(lineColumn.location), date: dayOf(value(lineColumn.requestedDelivery)) },
    quote: { location: reference(lineColumn.quoteLocation), date: dayOf(value(lineColumn.quoteRequestedDelivery)) },
    sequenceNumber: numberOf(value(lineColumn.sequenceNumber)),
    lineNumber: numberOf(value(lineColumn.lineNumber)),
  };
}

/** Lines without a number stand after those that have one. */
function compared(a: number | null, b: number | null): number {
  return a === b ? 0 : (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY);
}

/**
 * The lines in the order of the quote, in which they share stock: however the grid is sorted, it is the same. Lines
 * without numbers keep the order of the data set.
 */
export function lineRecords(
  dataSet: Pick<ComponentFramework.PropertyTypes.DataSet, 'records' | 'sortedRecordIds'>,
): readonly LineRecord[] {
  return dataSet.sortedRecordIds
    .flatMap((id) => {
      const record = dataSet.records[id];
      return record === undefined ? [] : [lineRecord(record)];
    })
    .sort((a, b) => compared(a.sequenceNumber, b.sequenceNumber) || compared(a.lineNumber, b.lineNumber));
}

/** Row ids of the items that the lines ask for, each once, in an order that does not depend on theirs. */
export function itemIds(lines: readonly LineRecord[]): readonly string[] {
  const ids = lines.flatMap(({ isWriteIn, itemId }) => (isWriteIn || itemId === null ? [] : [itemId]));
  return [...new Set(ids)].sort();
}
