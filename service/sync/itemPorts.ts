import type { CalendarDate } from '../../domain/calendarDate';
import type { ItemType } from '../../domain/itemAvailability';
import type { Pages, ReadOptions } from './ports';

/**
 * What synchronization needs from Business Central for items and their availability, with the rules of `ports.ts`.
 * Quantities are the decimal text that Business Central sent, in base units.
 */

export interface ItemRecord {
  readonly systemId: string;
  readonly number: string;
  readonly name: string;
  readonly type: ItemType;
  readonly baseUnit: string;
  readonly blocked: boolean;
  /** On hand in all locations together. */
  readonly inventory: string;
}

export interface LocationRecord {
  readonly systemId: string;
  readonly code: string;
  readonly name: string;
}

/** Part of an item ledger entry that is still on hand, or still missing when it is negative. */
export interface OpenEntryRecord {
  readonly itemNumber: string;
  /** '' is the blank location. */
  readonly locationCode: string;
  readonly remainingQuantity: string;
}

/** What is outstanding of one document for one item and location: one line, or several that are alike. */
export interface OutstandingLineRecord {
  readonly itemNumber: string;
  readonly locationCode: string;
  readonly isReturn: boolean;
  readonly documentNumber: string;
  readonly date: CalendarDate | null;
  readonly quantity: string;
}

export interface TransferLineRecord {
  readonly itemNumber: string;
  readonly documentNumber: string;
  readonly fromLocationCode: string;
  readonly toLocationCode: string;
  readonly inTransitLocationCode: string;
  readonly shipmentDate: CalendarDate | null;
  readonly receiptDate: CalendarDate | null;
  /** Not shipped yet. */
  readonly outstandingQuantity: string;
  /** Shipped and not received yet. */
  readonly quantityInTransit: string;
}

/** Which items: those between two numbers in Business Central's own order, or some few. */
export type ItemFilter =
  | { readonly kind: 'range'; readonly first: string; readonly last: string }
  | { readonly kind: 'numbers'; readonly numbers: readonly string[] };

/** What one read by id takes: as many as a refresh request may name. */
export const ITEMS_IN_ONE_READ = 200;

/** Items of one company. */
export interface BusinessCentralItemReader {
  /** By number, so that the first and the last of a page enclose all the others. */
  items(options: ReadOptions): Pages<ItemRecord>;
  /** In one request for as many as {@link ITEMS_IN_ONE_READ}. */
  itemsById(systemIds: readonly string[], options: ReadOptions): Pages<ItemRecord>;
  locations(options: ReadOptions): Pages<LocationRecord>;
  /** Their sum is what is on hand. */
  openItemLedgerEntries(filter: ItemFilter, options: ReadOptions): Pages<OpenEntryRecord>;
  /** Sales orders, and returns by customers. */
  outstandingSalesLines(filter: ItemFilter, options: ReadOptions): Pages<OutstandingLineRecord>;
  /** Purchase orders, and returns to vendors. */
  outstandingPurchaseLines(filter: ItemFilter, options: ReadOptions): Pages<OutstandingLineRecord>;
  transferLines(filter: ItemFilter, options: ReadOptions): Pages<TransferLineRecord>;
}
