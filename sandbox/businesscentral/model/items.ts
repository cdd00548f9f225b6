import type { ItemLedgerEntry } from '../ledger/itemEntries';
import type { StockOrderLine, TransferLine } from './stockDocuments';

export type ItemType = 'Inventory' | 'Service' | 'Non-Inventory';

/** A unit that an item is bought and sold in. */
export interface ItemUnit {
  readonly code: string;
  /** Base units in one of it. */
  readonly quantityPerUnit: number;
}

export interface Item {
  readonly id: string;
  readonly number: string;
  readonly displayName: string;
  readonly type: ItemType;
  readonly blocked: boolean;
  readonly itemCategoryCode: string;
  /** The base unit of measure. */
  readonly unitOfMeasureCode: string;
  /** All units of the item, the base unit first. */
  readonly units: readonly ItemUnit[];
  /** In local currency, for one base unit. */
  readonly unitPrice: number;
  readonly unitCost: number;
  readonly modifiedAt: string;
  readonly version: number;
}

/** What is and what will be in stock of an item, apart from sales orders, which lie with their customers. */
export interface ItemStock {
  /** By entry number, ascending. */
  readonly entries: readonly ItemLedgerEntry[];
  /** Lines of purchase orders and of return orders. */
  readonly orderLines: readonly StockOrderLine[];
  readonly transferLines: readonly TransferLine[];
}

export const NO_STOCK: ItemStock = { entries: [], orderLines: [], transferLines: [] };

/** The stock with other parts; not by spreading, because stock may make its parts only when they are read. */
export function stockWith(stock: ItemStock, changes: Partial<ItemStock>): ItemStock {
  return {
    entries: changes.entries ?? stock.entries,
    orderLines: changes.orderLines ?? stock.orderLines,
    transferLines: changes.transferLines ?? stock.transferLines,
  };
}

/** An item with its stock. A value, as an account is: a change makes a new one. */
export interface ItemRecord {
  readonly item: Item;
  readonly stock: ItemStock;
}

/** Where the items of a company come from: a list in memory, or a generator. */
export interface ItemSource {
  readonly count: number;
  /** `index` from 0; in the order of item numbers. */
  at(index: number): ItemRecord;
  numberAt(index: number): string;
  indexOfNumber(itemNumber: string): number | undefined;
  indexOfItem(id: string): number | undefined;
  /** The items on a purchase, return or transfer order. */
  indexesOfDocument(documentNumber: string): readonly number[];
  indexOfEntry(entryNumber: number): number | undefined;
}
