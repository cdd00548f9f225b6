import type { CalendarDate } from './calendarDate';

export interface LastInvoice {
  readonly date: CalendarDate;
  readonly number: string;
}

/** The one posted later; of two on one day the one with the higher number. */
export function laterInvoice(a: LastInvoice | null, b: LastInvoice | null): LastInvoice | null {
  if (a === null || b === null) return a ?? b;
  if (a.date !== b.date) return a.date > b.date ? a : b;
  return a.number >= b.number ? a : b;
}
