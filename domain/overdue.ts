import type { CalendarDate } from './calendarDate';

/** True from the day after the due date on. Source: Business Central, Customer.CalcOverdueBalance: Due Date < today. */
export function isOverdue(dueDate: CalendarDate | null, asOf: CalendarDate): boolean {
  return dueDate !== null && dueDate < asOf;
}
