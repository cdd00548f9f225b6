import { balanceEvents, type BalanceEvent } from '../../../domain/availabilityFigures';
import type { CalendarDate } from '../../../domain/calendarDate';
import type { Stock } from '../../../domain/projectedBalance';
import { subtractQuantities, type Quantity } from '../../../domain/quantity';

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
  const byDay = new Map<CalendarDate, BalanceEntry[]>([[today, []]]);
  let balance = stock.inventory;
  for (const event of balanceEvents(stock, today)) {
    const { date } = event.change;
    const day = event.overdue || date === null ? today : date;
    const entries = byDay.get(day) ?? [];
    byDay.set(day, entries);
    entries.push({ ...event, effect: subtractQuantities(event.balance, balance) });
    balance = event.balance;
  }
  balance = stock.inventory;
  return [...byDay].map(([day, entries]) => {
    const before = balance;
    balance = entries[entries.length - 1]?.balance ?? before;
    return { day, entries, change: subtractQuantities(balance, before), balance };
  });
}

/** Whether something of the day should have come or gone earlier. */
export function isOverdue({ entries }: BalanceDay): boolean {
  return entries.some(({ overdue }) => overdue);
}
