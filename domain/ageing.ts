import { daysBetween, type CalendarDate } from './calendarDate';

/**
 * Buckets of Business Central's Aged Accounts Receivable, read backwards from the as-of date:
 * due on or after it; one period before; two periods before; anything earlier.
 * Source: Business Central, codeunit "Graph Mgt - Reports"; API v2.0 agedAccountsReceivables.
 */
export type AgeingBucket = 'current' | 'period1' | 'period2' | 'period3';

export const ageingBuckets: readonly AgeingBucket[] = ['current', 'period1', 'period2', 'period3'];

/** Days past due on `asOf`: 0 on the due date itself, negative before it. */
export function daysOverdue(dueDate: CalendarDate, asOf: CalendarDate): number {
  return daysBetween(dueDate, asOf);
}

/** @param periodDays length of one period in days; Business Central's default is 30 */
export function ageingBucketOf(dueDate: CalendarDate, asOf: CalendarDate, periodDays: number): AgeingBucket {
  const days = daysOverdue(dueDate, asOf);
  if (days <= 0) return 'current';
  if (days <= periodDays) return 'period1';
  return days <= 2 * periodDays ? 'period2' : 'period3';
}
