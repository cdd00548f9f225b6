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
  return balanceLocal(entries.filter(({ dueDate }) => dueDate < workDate));
}

/** FlowField Sales (LCY) between two dates, both included; `undefined` = no bound. */
export function salesLocal(entries: Entries, from: CalendarDate | undefined, to: CalendarDate | undefined): Hundredths {
  const inside = entries.filter(
    ({ postingDate }) => (from === undefined || postingDate >= from) && (to === undefined || postingDate <= to),
  );
  return sumOf(inside, (entry) => entry.salesLocal);
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
  const backwards = `-${periodLength}`;
  const first = applyDateFormula(asOf, backwards);
  const second = applyDateFormula(first, backwards);
  const dueIn = (from: CalendarDate, before: CalendarDate) =>
    balanceLocal(entries.filter(({ dueDate }) => dueDate >= from && dueDate < before));
  return {
    current: balanceLocal(entries.filter(({ dueDate }) => dueDate >= asOf)),
    period1: dueIn(first, asOf),
    period2: dueIn(second, first),
    period3: balanceLocal(entries.filter(({ dueDate }) => dueDate < second)),
  };
}

/** The last day that `totalSalesExcludingTax` counts. */
export function dayBefore(date: CalendarDate): CalendarDate {
  return addDays(date, -1);
}
