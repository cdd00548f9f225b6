import type { Hundredths } from './amounts';
import { addDays, applyDateFormula } from './dates';
import type { CalendarDate } from './dates';
import { remainingAmount, remainingAmountLocal } from './entries';
import type { LedgerEntry } from './entries';

type Entries = readonly LedgerEntry[];

function sumOf(entries: Entries, amountOf: (entry: LedgerEntry) => Hundredths): Hundredths {
  return entries.reduce((sum, entry) => sum + amountOf(entry), 0);
}

/** FlowField Balance (LCY): the sum of all details in local currency. */
export function balanceLocal(entries: Entries): Hundredths {
  return sumOf(entries, remainingAmountLocal);
}

/** FlowField Balance Due without a date filter: details of any due date, each in its entry's own currency. */
export function balanceDue(entries: Entries): Hundredths {
  return sumOf(entries, remainingAmount);
}

/** FlowField Balance Due (LCY) up to the day before the work date: what was due before it. */
export function overdueLocal(entries: Entries, workDate: CalendarDate): Hundredths {
  return sumOf(entries, (entry) => (entry.dueDate < workDate ? remainingAmountLocal(entry) : 0));
}

/** FlowField Sales (LCY) between two dates, both included; `undefined` = no bound. */
export function salesLocal(entries: Entries, from: CalendarDate | undefined, to: CalendarDate | undefined): Hundredths {
  return sumOf(entries, ({ postingDate, salesLocal: sales }) =>
    (from === undefined || postingDate >= from) && (to === undefined || postingDate <= to) ? sales : 0,
  );
}

export interface AgedAmounts {
  readonly current: Hundredths;
  readonly period1: Hundredths;
  readonly period2: Hundredths;
  readonly period3: Hundredths;
}

/**
 * The balance by age: due on or after `asOf`, in the period before it, in the one before that, earlier.
 * Source: codeunit Graph Mgt - Reports, as told in business-central-api-rules, section 6.
 */
export function agedAmounts(entries: Entries, asOf: CalendarDate, periodLength: string): AgedAmounts {
  const { first, second } = periodStarts(asOf, periodLength);
  const aged = { current: 0, period1: 0, period2: 0, period3: 0 };
  for (const entry of entries) {
    const { dueDate } = entry;
    const bucket =
      dueDate >= asOf ? 'current' : dueDate >= first ? 'period1' : dueDate >= second ? 'period2' : 'period3';
    aged[bucket] += remainingAmountLocal(entry);
  }
  return aged;
}

/** The starts of the latest request, which is the same for every customer of a list. */
let latest = { asOf: '', periodLength: '', first: '', second: '' };

function periodStarts(asOf: CalendarDate, periodLength: string): { first: CalendarDate; second: CalendarDate } {
  if (latest.asOf !== asOf || latest.periodLength !== periodLength) {
    const first = applyDateFormula(asOf, `-${periodLength}`);
    latest = { asOf, periodLength, first, second: applyDateFormula(first, `-${periodLength}`) };
  }
  return latest;
}

/** The last day that `totalSalesExcludingTax` counts. */
export function dayBefore(date: CalendarDate): CalendarDate {
  return addDays(date, -1);
}
