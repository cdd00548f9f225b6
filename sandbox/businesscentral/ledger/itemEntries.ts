import type { Hundredths } from './amounts';
import type { CalendarDate } from './dates';
import type { BaseQuantity } from './quantities';

export type ItemEntryType = 'Purchase' | 'Sale' | 'Positive Adjmt.' | 'Negative Adjmt.' | 'Transfer';

export type ItemDocumentType =
  | ' '
  | 'Sales Shipment'
  | 'Sales Invoice'
  | 'Sales Return Receipt'
  | 'Sales Credit Memo'
  | 'Purchase Receipt'
  | 'Purchase Return Shipment'
  | 'Transfer Shipment'
  | 'Transfer Receipt';

/** A movement of an item in a location (table 32 Item Ledger Entry). */
export interface ItemLedgerEntry {
  readonly number: number;
  readonly type: ItemEntryType;
  readonly documentType: ItemDocumentType;
  readonly documentNumber: string;
  /** The order line that was shipped or received; empty when there was none. */
  readonly orderLineId: string;
  readonly sourceType: ' ' | 'Customer' | 'Vendor' | 'Item';
  readonly sourceNumber: string;
  readonly postingDate: CalendarDate;
  /** Empty = the blank location. */
  readonly locationCode: string;
  /** Above zero: into the location. */
  readonly quantity: BaseQuantity;
  /** What no entry of the other direction is applied to; of the same sign as the quantity, or zero. */
  readonly remainingQuantity: BaseQuantity;
  readonly invoicedQuantity: BaseQuantity;
  /** The unit of the document; the quantities are in the base unit. */
  readonly unitOfMeasureCode: string;
  readonly quantityPerUnit: number;
  readonly costAmount: Hundredths;
  readonly salesAmount: Hundredths;
}

/** FlowField Inventory: the sum of all quantities. */
export function inventoryOf(entries: readonly ItemLedgerEntry[]): BaseQuantity {
  return entries.reduce((sum, { quantity }) => sum + quantity, 0);
}

/**
 * The entries with a new one, applied to open entries of the other direction in the same location, the oldest first.
 * Issues without stock stay open, which is negative stock, and the next receipt closes them.
 */
export function addItemEntry(entries: readonly ItemLedgerEntry[], added: ItemLedgerEntry): readonly ItemLedgerEntry[] {
  const candidates = entries
    .filter(
      ({ locationCode, remainingQuantity }) =>
        locationCode === added.locationCode && remainingQuantity * added.remainingQuantity < 0,
    )
    .sort((left, right) => compareAge(left, right));
  let rest = added.remainingQuantity;
  const remaining = new Map<number, BaseQuantity>();
  for (const { number, remainingQuantity } of candidates) {
    const applied = Math.min(Math.abs(rest), Math.abs(remainingQuantity)) * Math.sign(rest);
    rest -= applied;
    remaining.set(number, remainingQuantity + applied);
    if (rest === 0) {
      break;
    }
  }
  return [
    ...entries.map((entry) => {
      const left = remaining.get(entry.number);
      return left === undefined ? entry : { ...entry, remainingQuantity: left };
    }),
    { ...added, remainingQuantity: rest },
  ];
}

function compareAge(left: ItemLedgerEntry, right: ItemLedgerEntry): number {
  if (left.postingDate !== right.postingDate) {
    return left.postingDate < right.postingDate ? -1 : 1;
  }
  return left.number - right.number;
}
