import type { CalendarDate } from './calendarDate';
import type { UnavailableReason } from './customerStatistics';
import type { Quantity } from './quantity';

/** Only Inventory has stock. Source: API v2.0, items.type. */
export type ItemType = 'inventory' | 'service' | 'nonInventory';

/** A Business Central item, as far as a seller sees it. */
export interface Item {
  readonly number: string;
  readonly name: string;
  readonly type: ItemType;
  /** Code of the base unit of measure; every quantity of the item is in it. */
  readonly baseUnit: string;
  /** Blocked for all documents. */
  readonly blocked: boolean;
}

/** What makes stock grow. Return orders of customers bring stock in. */
export const receiptKinds = ['purchaseOrder', 'salesReturn', 'transferReceipt', 'inTransit'] as const;
/** What makes stock shrink. */
export const requirementKinds = ['salesOrder', 'purchaseReturn', 'transferShipment'] as const;

export type ReceiptKind = (typeof receiptKinds)[number];
export type RequirementKind = (typeof requirementKinds)[number];
export type ScheduleKind = ReceiptKind | RequirementKind;

/** One outstanding document, or several of one day and kind. */
export interface ScheduledChange {
  readonly kind: ScheduleKind;
  /** `null`: the document has no date; Business Central counts it from the start. */
  readonly date: CalendarDate | null;
  /** Outstanding quantity in base units, above zero for both receipts and requirements. */
  readonly quantity: Quantity;
  /** `null`: several documents. */
  readonly documentNumber: string | null;
}

/** One item in one location. */
export interface LocationAvailability {
  /** '' is Business Central's blank location. */
  readonly code: string;
  /** Name of the location; its code when it has none; '' for the blank location. */
  readonly name: string;
  /** Holds only goods on their way between two locations: nothing can be shipped from it. */
  readonly isInTransit: boolean;
  /** On hand, in base units; can be negative. */
  readonly inventory: Quantity;
  readonly schedule: readonly ScheduledChange[];
}

/** What is known of an item's stock. Unknown is never 0. */
export type ItemAvailability =
  /** A location that is missing has neither stock nor documents. */
  | { readonly kind: 'byLocation'; readonly locations: readonly LocationAvailability[] }
  /** Business Central gives only what is on hand in all locations together. */
  | { readonly kind: 'totalOnly'; readonly inventory: Quantity; readonly reason: UnavailableReason }
  /** The item's type has no stock. */
  | { readonly kind: 'notStocked' }
  | { readonly kind: 'unknown'; readonly reason: UnavailableReason };
