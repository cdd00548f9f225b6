import { laterDate, type CalendarDate } from './calendarDate';
import type { ItemAvailability } from './itemAvailability';
import type { Quantity } from './quantity';

/** From where and when a line shall be shipped. */
export interface Shipment {
  /** `null`: from anywhere, all locations together. */
  readonly locationCode: string | null;
  readonly date: CalendarDate;
}

/** What a line or its quote says about that; `null` where it says nothing. */
export interface ShipmentWish {
  readonly locationCode: string | null;
  readonly date: CalendarDate | null;
}

/**
 * A line's own wish goes before the quote's, and that before the company's default location and today.
 * Nothing can be shipped in the past: an earlier date counts as today.
 */
export function resolveShipment(
  line: ShipmentWish,
  quote: ShipmentWish,
  defaultLocationCode: string | null,
  today: CalendarDate,
): Shipment {
  return {
    locationCode: line.locationCode ?? quote.locationCode ?? defaultLocationCode,
    date: laterDate(line.date ?? quote.date, today) ?? today,
  };
}

export type LineProduct =
  /** Typed in by the seller. */
  | { readonly kind: 'writeIn' }
  | { readonly kind: 'notCoupled' }
  /** Business Central takes it on no order: blocked for all documents, or deleted. */
  | { readonly kind: 'blocked' | 'removed' }
  | { readonly kind: 'item'; readonly itemId: string; readonly availability: ItemAvailability };

export interface QuoteLine {
  readonly id: string;
  readonly product: LineProduct;
  /** In the item's base unit; `null` when the line's unit cannot be converted to it. */
  readonly quantity: Quantity | null;
  readonly shipment: Shipment;
}

/** A location that could ship a whole line at the date asked for. */
export interface AlternativeLocation {
  readonly code: string;
  readonly name: string;
  /** What it can promise at that date. */
  readonly available: Quantity;
}

/** What a line that asks for stock shows, in base units: what earlier lines of the quote get is already taken off. */
export interface StockAnswer {
  /** Projected available balance at the date asked for. */
  readonly available: Quantity;
  /** What of it is not promised to others later: this decides. */
  readonly availableToPromise: Quantity;
}

/** What cannot all be had at the date asked for. */
export interface LateAnswer extends StockAnswer {
  /** `null` when no other location has it, or when the line may be shipped from anywhere. */
  readonly alternative: AlternativeLocation | null;
}

/** Whether a line can be delivered. */
export type LineAnswer =
  | ({ readonly kind: 'enough' } & StockAnswer)
  /** @property date the first day on which all of it can be had */
  | ({ readonly kind: 'later'; readonly date: CalendarDate } & LateAnswer)
  /**
   * @property shortfall what no scheduled receipt covers either
   * @property isMoreOnOrder something comes in after the date asked for
   */
  | ({ readonly kind: 'short'; readonly shortfall: Quantity; readonly isMoreOnOrder: boolean } & LateAnswer)
  | { readonly kind: 'unknownUnit' }
  | Exclude<LineProduct, { readonly kind: 'item' }>
  /** Nothing can be promised of what is on hand in all locations together. */
  | Exclude<ItemAvailability, { readonly kind: 'byLocation' }>;

export interface AnsweredLine {
  readonly line: QuoteLine;
  readonly answer: LineAnswer;
}
