import { balanceEvents, type BalanceEvent } from '../../../domain/availabilityFigures';
import type { CalendarDate } from '../../../domain/calendarDate';
import type { Stock } from '../../../domain/projectedBalance';
import { addQuantities, subtractQuantities, ZERO, type Quantity } from '../../../domain/quantity';

export interface BalanceEntry extends BalanceEvent {
  /** What it changes: below zero for a requirement. */
  readonly effect: Quantity;
}

/** A day on which the balance changes. */
export interface BalanceDay {
  readonly day: CalendarDate;
  readonly entries: readonly BalanceEntry[];
  /** What the day changes in all. */
  readonly change: Quantity;
  /** Balance at its end. */
  readonly balance: Quantity;
}

/** The days from today on. The first is always today, with everything overdue: Business Central counts it as come. */
export function balanceDays(stock: Stock, today: CalendarDate): readonly BalanceDay[] {
  const dayAfter = (day: CalendarDate, balance: Quantity) => {
    const entries: BalanceEntry[] = [];
    return { day, entries, change: ZERO, balance };
  };
  let last = dayAfter(today, stock.inventory);
  const days = [last];
  for (const event of balanceEvents(stock, today)) {
    const day = event.overdue ? today : (event.change.date ?? today);
    if (day !== last.day) days.push((last = dayAfter(day, last.balance)));
    const effect = subtractQuantities(event.balance, last.balance);
    last.entries.push({ ...event, effect });
    last.change = addQuantities(last.change, effect);
    last.balance = event.balance;
  }
  return days;
}

/** Whether something of the day should have come or gone earlier. */
export function isOverdue({ entries }: BalanceDay): boolean {
  return entries.some(({ overdue }) => overdue);
}
