import { calendarDate, type CalendarDate } from '../../domain/calendarDate';
import type { LocationAvailability, ScheduledChange, ScheduleKind } from '../../domain/itemAvailability';
import { quantity } from '../../domain/quantity';
import type { QuoteLine } from '../../domain/quoteLine';

export const TODAY = calendarDate('2026-11-23');

/** @param date `null` for a document without one */
export function change(
  kind: ScheduleKind,
  amount: number,
  date: string | null,
  documentNumber: string | null = null,
): ScheduledChange {
  return { kind, quantity: quantity(amount), date: date === null ? null : calendarDate(date), documentNumber };
}

/** A location named as its code is. */
export function location(code: string, inventory: number, ...schedule: ScheduledChange[]): LocationAvailability {
  return { code, name: code, isInTransit: false, inventory: quantity(inventory), schedule };
}

/** @param code `null` for anywhere */
export function stockLine(
  id: string,
  locations: readonly LocationAvailability[],
  amount: number,
  code: string | null = 'MAIN',
  date: CalendarDate | string = TODAY,
  itemId = 'chair',
): QuoteLine {
  return {
    id,
    product: { kind: 'item', itemId, availability: { kind: 'byLocation', locations } },
    quantity: quantity(amount),
    shipment: { locationCode: code, date: calendarDate(date) },
  };
}
