import type { CalendarDate } from './calendarDate';
import type { ScheduledChange } from './itemAvailability';
import { addQuantities, subtractQuantities, ZERO, type Quantity } from './quantity';
import { balanceAfter, isReceipt, type Stock } from './projectedBalance';

/** What a table by location shows, all in base units. */
export interface AvailabilityFigures {
  readonly onHand: Quantity;
  /** Gross requirement up to the date: sales orders, purchase returns, transfer shipments. */
  readonly promised: Quantity;
  /** Scheduled receipts up to the date: purchase orders, sales returns, transfer receipts, goods in transit. */
  readonly incoming: Quantity;
  /** Projected available balance: on hand + incoming - promised. */
  readonly available: Quantity;
}

/** A point of the projected balance. */
export interface BalanceEvent {
  readonly change: ScheduledChange;
  /** Of the past or without a date: Business Central counts it as if it had happened. */
  readonly overdue: boolean;
  /** Balance after it. */
  readonly balance: Quantity;
}

/** Figures of one location, or of all with `allLocations`. Source: Business Central, page 492, Balance at Date. */
export function availabilityFigures({ inventory, schedule }: Stock, date: CalendarDate): AvailabilityFigures {
  let promised = ZERO;
  let incoming = ZERO;
  for (const change of schedule) {
    if ((change.date ?? '') > date) continue;
    if (isReceipt(change.kind)) incoming = addQuantities(incoming, change.quantity);
    else promised = addQuantities(promised, change.quantity);
  }
  const available = subtractQuantities(addQuantities(inventory, incoming), promised);
  return { onHand: inventory, promised, incoming, available };
}

const sortKey = ({ date, kind }: ScheduledChange): string => `${date ?? ''} ${isReceipt(kind) ? 0 : 1}`;

/**
 * One by one what changes the balance, undated first, of one day receipts first.
 * Source: Business Central, page 5530 "Item Availability by Event".
 */
export function balanceEvents({ inventory, schedule }: Stock, today: CalendarDate): readonly BalanceEvent[] {
  let balance = inventory;
  return [...schedule]
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0))
    .map((change) => {
      balance = balanceAfter(balance, change);
      return { change, overdue: (change.date ?? '') < today, balance };
    });
}
