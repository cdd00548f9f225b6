import Big from 'big.js';
import type { Hundredths } from '../ledger/amounts';
import { scale, toHundredths } from '../ledger/amounts';
import type { CalendarDate } from '../ledger/dates';
import { addItemEntry } from '../ledger/itemEntries';
import type { ItemDocumentType, ItemEntryType, ItemLedgerEntry } from '../ledger/itemEntries';
import { fromBaseQuantity } from '../ledger/quantities';
import type { BaseQuantity } from '../ledger/quantities';
import type { Company } from '../model/company';
import { stockWith } from '../model/items';
import type { Item } from '../model/items';
import { itemOf } from './itemPlaces';
import { PostingError } from './postingError';

/** A movement to be posted. */
export interface ItemMovement {
  readonly itemNumber: string;
  readonly type: ItemEntryType;
  readonly documentType: ItemDocumentType;
  readonly documentNumber: string;
  readonly orderLineId?: string;
  readonly sourceType: ItemLedgerEntry['sourceType'];
  readonly sourceNumber: string;
  readonly postingDate: CalendarDate;
  readonly locationCode: string;
  /** Above zero: into the location. */
  readonly quantity: BaseQuantity;
  readonly unitOfMeasureCode: string;
  readonly quantityPerUnit: number;
  /** Whether the invoice is posted along with it; its amount without tax in local currency, 0 for purchases. */
  readonly invoicedFor?: Hundredths;
}

/** Posts a movement of an item that has stock; other items leave no trace. Throws PostingError. */
export function postMovement(company: Company, movement: ItemMovement): void {
  const { index, record } = itemOf(company, movement.itemNumber);
  const { item, stock } = record;
  if (item.type !== 'Inventory' || movement.quantity === 0) {
    return;
  }
  if (!Number.isSafeInteger(movement.quantity)) {
    throw new PostingError('The quantity is too large.');
  }
  const { invoicedFor } = movement;
  const invoiced = invoicedFor !== undefined;
  const entries = addItemEntry(stock.entries, {
    number: company.nextItemEntryNumber(),
    type: movement.type,
    documentType: movement.documentType,
    documentNumber: movement.documentNumber,
    orderLineId: movement.orderLineId ?? '',
    sourceType: movement.sourceType,
    sourceNumber: movement.sourceNumber,
    postingDate: movement.postingDate,
    locationCode: movement.locationCode,
    quantity: movement.quantity,
    unitOfMeasureCode: movement.unitOfMeasureCode,
    quantityPerUnit: movement.quantityPerUnit,
    remainingQuantity: movement.quantity,
    invoicedQuantity: invoiced ? movement.quantity : 0,
    costAmount: invoiced ? costOf(item, movement.quantity) : 0,
    salesAmount: invoicedFor ?? 0,
  });
  company.changeItem(index, () => ({ item, stock: stockWith(stock, { entries }) }));
}

/** Marks what was shipped for an order line as invoiced. `amount` is without tax, in local currency. */
export function invoiceMovements(company: Company, itemNumber: string, orderLineId: string, amount: Hundredths): void {
  const { index, record } = itemOf(company, itemNumber);
  const { item, stock } = record;
  const open = stock.entries.filter((entry) => entry.orderLineId === orderLineId && entry.invoicedQuantity === 0);
  const total = open.reduce((sum, { quantity }) => sum + quantity, 0);
  let left = amount;
  const invoiced = new Map(
    open.map((entry, place) => {
      const share = place === open.length - 1 ? left : scale(amount, entry.quantity, total);
      left -= share;
      return [entry.number, share] as const;
    }),
  );
  const entries = stock.entries.map((entry) => {
    const share = invoiced.get(entry.number);
    return share === undefined
      ? entry
      : {
          ...entry,
          invoicedQuantity: entry.quantity,
          costAmount: costOf(item, entry.quantity),
          salesAmount: share,
        };
  });
  if (open.length > 0) {
    company.changeItem(index, () => ({ item, stock: stockWith(stock, { entries }) }));
  }
}

function costOf(item: Item, quantity: BaseQuantity): Hundredths {
  return toHundredths(new Big(fromBaseQuantity(quantity)).times(item.unitCost).toNumber());
}
